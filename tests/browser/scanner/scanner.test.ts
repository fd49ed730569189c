import { Display } from 'phaser';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { FINDING_INDEX, MARKABLE_FINDINGS } from '../../../src/domain/findings/finding.ts';
import type { Frame, Mask } from '../../../src/domain/frame/frame.ts';
import type { MmPoint } from '../../../src/domain/geometry/point.ts';
import {
  beamFromMm,
  mmFromPx,
  pxFromMm,
  type Sector,
  sectorFit,
} from '../../../src/domain/geometry/sector.ts';
import type { Mark } from '../../../src/domain/marks/mark.ts';
import type { RevealMasks, Scanner, ScannerOptions, ScannerPointer } from '../../../src/scanner/scanner.ts';
import { scannerCreate } from '../../../src/scanner/scanner-phaser.ts';

/** Waits end as soon as what is waited for is there; a busy machine may need more than the usual second. */
const PATIENCE = { timeout: 30_000 };

const SHAPE: Sector = {
  kind: 'convex',
  mmPerPx: 1,
  originPx: { x: 0, y: 0 },
  radiusMm: 50,
  angleRad: 1.1,
  depthMm: 120,
};

/** A frame of 512 x 512 whose grey is 40 everywhere but for a disc of grey 200 round a point in mm. */
const SPOT: MmPoint = { x: 20, y: 70 };
function frameOf(spotGrey = 200, shape = SHAPE): Frame {
  const sector = sectorFit(shape, 512);
  const grey = new Uint8Array(512 * 512).fill(40);
  for (let at = 0; at < grey.length; at++) {
    const { x, y } = mmFromPx(sector, { x: (at % 512) + 0.5, y: Math.floor(at / 512) + 0.5 });
    if (Math.hypot(x - SPOT.x, y - SPOT.y) < 8) grey[at] = spotGrey;
  }
  return { width: 512, height: 512, grey, sector, timeMs: 0 };
}

/** A mask of 256 x 256 with a disc of one class round a point in mm. */
function discMask(finding: keyof typeof FINDING_INDEX, centre: MmPoint | null): Mask {
  const sector = sectorFit(SHAPE, 256);
  const classes = new Uint8Array(256 * 256);
  for (let at = 0; at < classes.length; at++) {
    const { x, y } = mmFromPx(sector, { x: (at % 256) + 0.5, y: Math.floor(at / 256) + 0.5 });
    if (centre !== null && Math.hypot(x - centre.x, y - centre.y) < 8) classes[at] = FINDING_INDEX[finding];
  }
  return { width: 256, height: 256, classes, sector };
}

let parent: HTMLElement;
let scanner: Scanner | null = null;
const errors: string[] = [];
const collect = (event: ErrorEvent) => errors.push(event.message);

beforeEach(async () => {
  await page.viewport(640, 560);
  document.body.style.margin = '0';
  parent = document.createElement('div');
  Object.assign(parent.style, { position: 'absolute', left: '30px', top: '20px' });
  Object.assign(parent.style, { width: '500px', height: '440px' });
  document.body.append(parent);
  errors.length = 0;
  window.addEventListener('error', collect);
});

afterEach(() => {
  scanner?.destroy();
  scanner = null;
  parent.remove();
  window.removeEventListener('error', collect);
  vi.restoreAllMocks();
  expect(errors).toEqual([]);
});

async function scannerOpen(options: Partial<ScannerOptions> = {}): Promise<Scanner> {
  scanner = await scannerCreate({ parent, isMotionReduced: true, renderer: 'canvas', ...options });
  return scanner;
}

const repaint = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

/** The colour that the page really shows at a place in mm. */
async function colourAt(shown: Scanner, point: MmPoint): Promise<readonly [number, number, number]> {
  await repaint();
  await repaint();
  const client = shown.clientFromMm(point)!;
  const shot = await page.elementLocator(document.body).screenshot({ base64: true, save: false });
  const encoded = typeof shot === 'string' ? shot : shot.base64;
  const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes]));
  const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
  pen.drawImage(bitmap, 0, 0);
  const body = document.body.getBoundingClientRect();
  const [red, green, blue] = pen.getImageData(client.x - body.left, client.y - body.top, 1, 1).data;
  return [red!, green!, blue!];
}

/** Where the tests' frame lies in the browser's window. */
function windowPoint({ x, y }: { x: number; y: number }): { x: number; y: number } {
  const box = window.frameElement?.getBoundingClientRect();
  return { x: x + (box?.left ?? 0), y: y + (box?.top ?? 0) };
}

async function mouse(
  type: 'mouseMoved' | 'mousePressed' | 'mouseReleased',
  x: number,
  y: number,
  isHeld = false,
): Promise<void> {
  const button = isHeld || type !== 'mouseMoved' ? 'left' : 'none';
  const buttons = isHeld || type === 'mousePressed' ? 1 : 0;
  const at = windowPoint({ x, y });
  await cdp().send('Input.dispatchMouseEvent', { type, ...at, button, buttons, clickCount: 1 });
}

describe.each(['canvas', 'webgl'] as const)('drawn by %s', (renderer) => {
  test('a frame is seen: each grey where its place in mm is', async () => {
    const shown = await scannerOpen({ renderer });
    shown.frameShow(frameOf());
    for (const [point, grey] of [
      [SPOT, 200],
      [{ x: -20, y: 70 }, 40],
      [{ x: 0, y: -8 }, 0],
    ] as const) {
      for (const channel of await colourAt(shown, point))
        expect(Math.abs(channel - grey)).toBeLessThanOrEqual(3);
    }
    shown.frameShow(frameOf(120));
    for (const channel of await colourAt(shown, SPOT)) expect(Math.abs(channel - 120)).toBeLessThanOrEqual(3);
  });

  test('the overlay tints its class, and goes when it is hidden', async () => {
    const shown = await scannerOpen({ renderer });
    shown.frameShow(frameOf(40));
    const mask = discMask('rib', SPOT);
    shown.overlayShow(mask, { opacity: 1, findings: new Set(MARKABLE_FINDINGS) });
    const [red, , blue] = await colourAt(shown, SPOT);
    expect(red - blue).toBeGreaterThan(40);
    shown.overlayShow(mask, { opacity: 1, findings: new Set(['a_line']) });
    expect(await colourAt(shown, SPOT)).toEqual([40, 40, 40]);
    shown.overlayShow(mask, { opacity: 1, findings: new Set(MARKABLE_FINDINGS) });
    shown.overlayShow(null, { opacity: 1, findings: new Set(MARKABLE_FINDINGS) });
    expect(await colourAt(shown, SPOT)).toEqual([40, 40, 40]);
  });

  test('marks are drawn where they are in mm, and an eraser takes them away', async () => {
    const shown = await scannerOpen({ renderer });
    shown.frameShow(frameOf(40));
    const brush: Mark = { id: '1', kind: 'brush', finding: 'rib', points: [SPOT], radiusMm: 5 };
    shown.marksShow([brush], null, null);
    const [red, , blue] = await colourAt(shown, SPOT);
    expect(red - blue).toBeGreaterThan(30);
    expect(await colourAt(shown, { x: SPOT.x - 9, y: SPOT.y })).toEqual([40, 40, 40]);
    const eraser: Mark = { id: '2', kind: 'eraser', points: [SPOT], radiusMm: 6 };
    shown.marksShow([brush, eraser], null, null);
    expect(await colourAt(shown, SPOT)).toEqual([40, 40, 40]);
  });

  test('destroy takes the canvas away, and another scanner can follow', async () => {
    const { CanvasPool } = Display.Canvas;
    const before = CanvasPool.total();
    const shown = await scannerOpen({ renderer });
    shown.frameShow(frameOf());
    await repaint();
    expect(parent.querySelectorAll('canvas')).toHaveLength(1);
    shown.destroy();
    scanner = null;
    expect(parent.querySelectorAll('canvas')).toHaveLength(0);
    // A canvas of the pool that is still somebody's holds the whole screen.
    expect(CanvasPool.total()).toBeLessThanOrEqual(before);
    await repaint();
    const second = await scannerOpen({ renderer });
    second.frameShow(frameOf(90));
    const elsewhere: Mark = {
      id: '1',
      kind: 'brush',
      finding: 'rib',
      points: [{ x: -20, y: 70 }],
      radiusMm: 5,
    };
    second.marksShow([elsewhere], null, null);
    expect((await colourAt(second, SPOT))[0]).toBeGreaterThan(80);
  });

  test('nothing of it listens to the page for ever', async () => {
    const before = [window.onblur, window.onfocus];
    const listen = vi.spyOn(document, 'addEventListener');
    const shown = await scannerOpen({ renderer });
    shown.destroy();
    scanner = null;
    expect(listen.mock.calls.filter(([type]) => type === 'visibilitychange')).toEqual([]);
    expect([window.onblur, window.onfocus]).toEqual(before);
    listen.mockRestore();
    expect(Object.hasOwn(document, 'addEventListener')).toBe(false);
  });
});

test('200 frames and overlays need no texture more than the first', async () => {
  const create = vi.spyOn(WebGLRenderingContext.prototype, 'createTexture');
  const shown = await scannerOpen({ renderer: 'webgl' });
  const look = { opacity: 0.5, findings: new Set(MARKABLE_FINDINGS) };
  const frame = frameOf();
  const masks = [discMask('rib', SPOT), discMask('a_line', SPOT)] as const;
  const show = (count: number) => {
    shown.frameShow(frame);
    shown.overlayShow(masks[count % 2 === 0 ? 0 : 1], look);
  };
  show(1);
  await repaint();
  const before = create.mock.calls.length;
  expect(before).toBeGreaterThan(1);
  for (let count = 0; count < 200; count++) {
    show(count);
    if (count % 40 === 0) await repaint();
  }
  await repaint();
  expect(create.mock.calls.length).toBe(before);
}, 60_000);

describe('reveal', () => {
  const MISS: MmPoint = { x: -20, y: 70 };
  const masks: RevealMasks = {
    hit: discMask('rib', SPOT),
    miss: discMask('rib', MISS),
    extra: discMask('rib', { x: 0, y: 40 }),
    neutral: discMask('rib', { x: 30, y: 60 }),
    unsure: discMask('rib', { x: 30, y: 80 }),
  };

  test('plays and then stays, until it is cleared', async () => {
    const shown = await scannerOpen({ isMotionReduced: false });
    shown.frameShow(frameOf(40));
    const start = performance.now();
    await shown.revealPlay(masks);
    expect(performance.now() - start).toBeGreaterThan(900);
    const [red, green] = await colourAt(shown, SPOT);
    expect(green - red).toBeGreaterThan(20);
    shown.revealClear();
    expect(await colourAt(shown, SPOT)).toEqual([40, 40, 40]);
  });

  test('is there at once with reduced motion', async () => {
    const shown = await scannerOpen({ isMotionReduced: true });
    shown.frameShow(frameOf(40));
    let isDone = false;
    shown.revealPlay(masks).then(() => {
      isDone = true;
    });
    await Promise.resolve();
    await Promise.resolve();
    expect(isDone).toBe(true);
    const [red, green] = await colourAt(shown, SPOT);
    expect(green - red).toBeGreaterThan(20);
  });

  test('resolves when it is cleared or the scanner goes in the middle of it', async () => {
    const shown = await scannerOpen({ isMotionReduced: false });
    shown.frameShow(frameOf(40));
    const first = shown.revealPlay(masks);
    shown.revealClear();
    await first;
    const second = shown.revealPlay(masks);
    shown.destroy();
    scanner = null;
    await second;
  });
});

describe('pointer', () => {
  async function pointed(): Promise<{ shown: Scanner; pointers: ScannerPointer[] }> {
    const shown = await scannerOpen();
    shown.frameShow(frameOf());
    await repaint();
    const pointers: ScannerPointer[] = [];
    shown.onPointer((pointer) => pointers.push(pointer));
    return { shown, pointers };
  }

  test('reports the place in mm within half a pixel', async () => {
    const { shown, pointers } = await pointed();
    const origin = shown.clientFromMm({ x: 0, y: 0 })!;
    const mmPerPx = 10 / (shown.clientFromMm({ x: 10, y: 0 })!.x - origin.x);
    for (const point of [SPOT, { x: -30, y: 90 }, { x: 0, y: 5 }]) {
      const { x, y } = shown.clientFromMm(point)!;
      await mouse('mouseMoved', x, y);
      await vi.waitFor(() => {
        const last = pointers[pointers.length - 1]!;
        expect(last.phase).toBe('move');
        expect(last.isInside).toBe(true);
        expect(Math.abs(last.point.x - point.x)).toBeLessThan(mmPerPx / 2);
        expect(Math.abs(last.point.y - point.y)).toBeLessThan(mmPerPx / 2);
      }, PATIENCE);
    }
  });

  test('a stroke is captured: it goes on outside the canvas and ends there', async () => {
    const { shown, pointers } = await pointed();
    const from = shown.clientFromMm(SPOT)!;
    await mouse('mouseMoved', from.x, from.y);
    await mouse('mousePressed', from.x, from.y);
    await mouse('mouseMoved', 10, 10, true);
    await mouse('mouseReleased', 10, 10);
    await vi.waitFor(() => expect(pointers[pointers.length - 1]!.phase).toBe('leave'), PATIENCE);
    const phases = pointers.map(({ phase }) => phase);
    expect(phases.filter((phase) => phase === 'down')).toHaveLength(1);
    expect(phases.filter((phase) => phase === 'up')).toHaveLength(1);
    expect(phases.indexOf('down')).toBeLessThan(phases.lastIndexOf('move'));
    expect(phases).not.toContain('cancel');
    expect(pointers[phases.indexOf('up')]!.isInside).toBe(false);
  });

  test('a finger draws without scrolling the page, and its loss is a cancel', async () => {
    const { shown, pointers } = await pointed();
    document.body.style.height = '3000px';
    const start = windowPoint(shown.clientFromMm(SPOT)!);
    await cdp().send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [start] });
    for (const dy of [-20, -60, -100]) {
      const touchPoints = [{ x: start.x, y: start.y + dy }];
      await cdp().send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
    }
    await cdp().send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await vi.waitFor(() => expect(pointers.map(({ phase }) => phase)).toContain('up'), PATIENCE);
    expect(pointers.filter(({ phase }) => phase === 'move').length).toBeGreaterThan(0);
    expect(pointers.map(({ phase }) => phase)).not.toContain('cancel');
    expect(window.scrollY).toBe(0);
    document.body.style.height = '';
  });

  test('a listener that was taken away hears nothing more', async () => {
    const { shown } = await pointed();
    const listener = vi.fn();
    const stop = shown.onPointer(listener);
    const at = shown.clientFromMm(SPOT)!;
    await mouse('mouseMoved', at.x, at.y);
    await vi.waitFor(() => expect(listener).toHaveBeenCalled(), PATIENCE);
    stop();
    const calls = listener.mock.calls.length;
    await mouse('mouseMoved', at.x + 5, at.y);
    await repaint();
    expect(listener.mock.calls.length).toBe(calls);
  });
});

test('the screen follows its parent: the same place in mm stays under the same grey', async () => {
  const shown = await scannerOpen();
  shown.frameShow(frameOf());
  const before = shown.clientFromMm(SPOT)!;
  parent.style.width = '320px';
  parent.style.height = '400px';
  await vi.waitFor(() => expect(shown.clientFromMm(SPOT)!.x).not.toBeCloseTo(before.x, 0), PATIENCE);
  const canvas = parent.querySelector('canvas')!.getBoundingClientRect();
  expect([canvas.width, canvas.height]).toEqual([320, 400]);
  expect(parent.clientWidth).toBe(320);
  expect(Math.abs((await colourAt(shown, SPOT))[0] - 200)).toBeLessThanOrEqual(3);
});

test('another exam brings another geometry', async () => {
  const shown = await scannerOpen();
  shown.frameShow(frameOf());
  const linear: Sector = { kind: 'linear', mmPerPx: 1, originPx: { x: 0, y: 0 }, widthMm: 60, depthMm: 90 };
  shown.frameShow(frameOf(150, linear));
  expect(Math.abs((await colourAt(shown, SPOT))[0] - 150)).toBeLessThanOrEqual(3);
  const sector = sectorFit(linear, 512);
  expect(beamFromMm(sector, mmFromPx(sector, pxFromMm(sector, SPOT))).depthMm).toBeCloseTo(70, 6);
});

test('without an element to fill there is a coded error', async () => {
  await expect(scannerCreate({ parent: null, isMotionReduced: true })).rejects.toMatchObject({
    code: 'no_parent',
  });
});
