import { expect, type Page } from '@playwright/test';
import { encode } from 'fast-png';
import { sectorInside } from '../../../src/domain/frame/mask.ts';
import type { PxPoint } from '../../../src/domain/geometry/point.ts';
import type { Sector } from '../../../src/domain/geometry/sector.ts';
import { randomCreate } from '../../../src/domain/numbers/random.ts';
import { phantomFrame, phantomOpen } from '../../../src/simulator/exam/phantom.ts';
import { PATIENCE } from './screen.ts';
import { type KnownImage, knownOf } from './truth.ts';

/** A file as a scanner would store it: its bytes, and what is really in it. */
export interface OwnPicture extends KnownImage {
  readonly png: Buffer;
  /** Its sides, pixels, and its grey levels. */
  readonly side: number;
  readonly grey: Uint8Array;
  /** In pixels of the stored picture. */
  readonly sector: Sector;
  readonly depthMm: number;
}

const REQUEST = { seed: 4242, split: 'game', pattern: 'a_lines', probe: 'convex', depthMm: 120 } as const;
const BORDER_PX = 40;
/** Greatest grey of the noise around a hidden image. */
const NOISE_GREY = 120;

/**
 * A phantom's image with a dark border, as PNG; another seed makes another patient. `isHidden`: with noise instead of
 * black around the sector, in which nobody finds its outline.
 */
export function pictureMake({
  seed = REQUEST.seed,
  isHidden = false,
}: {
  readonly seed?: number;
  readonly isHidden?: boolean;
} = {}): OwnPicture {
  const { frame, truth } = phantomFrame(phantomOpen({ ...REQUEST, seed }), 20, 512);
  const side = frame.width + 2 * BORDER_PX;
  const { x, y } = frame.sector.originPx;
  const sector = { ...frame.sector, originPx: { x: x + BORDER_PX, y: y + BORDER_PX } };
  const inside = sectorInside(sector, side, side);
  const random = randomCreate(seed, 0);
  const data = Uint8Array.from({ length: side * side }, (_, at) => {
    if (inside[at] === 0) return isHidden ? NOISE_GREY * random.next() : 0;
    const row = Math.floor(at / side) - BORDER_PX;
    return frame.grey[row * frame.width + (at % side) - BORDER_PX]!;
  });
  return {
    ...knownOf(frame, truth),
    png: greyPng(side, data),
    side,
    grey: data,
    sector,
    depthMm: REQUEST.depthMm,
  };
}

/** A picture in which there is nothing at all. */
export function pictureEmptyMake(): Buffer {
  return greyPng(256, new Uint8Array(256 * 256));
}

function greyPng(side: number, data: Uint8Array): Buffer {
  return Buffer.from(encode({ width: side, height: side, data, channels: 1 }));
}

/** Presses and lets go at a place of the picture that an outline is asked for on, in its own pixels. */
export async function pictureClick(page: Page, { x, y }: PxPoint): Promise<void> {
  const at = await pictureToWindow(page, { x, y });
  await page.mouse.click(at.x, at.y);
}

/** Drags from one place of that picture to another. */
export async function pictureDrag(page: Page, from: PxPoint, to: PxPoint): Promise<void> {
  const [begin, end] = [await pictureToWindow(page, from), await pictureToWindow(page, to)];
  await page.mouse.move(begin.x, begin.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await page.mouse.up();
}

function pictureToWindow(page: Page, point: PxPoint): Promise<PxPoint> {
  return page.getByTestId('sector-picture').evaluate((svg, { x, y }) => {
    const matrix = (svg as unknown as SVGSVGElement).getScreenCTM();
    const placed = new DOMPoint(x, y).matrixTransform(matrix ?? undefined);
    return { x: placed.x, y: placed.y };
  }, point);
}

/** A WebM of the browser's own recorder: the picture, panned a little so that its pictures differ. */
export async function webmRecord(page: Page, png: Buffer): Promise<Buffer> {
  const base64 = await page.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = document.createElement('canvas');
    canvas.width = picture.width;
    canvas.height = picture.height;
    const context = canvas.getContext('2d')!;
    const stream = canvas.captureStream(0);
    const [video] = stream.getVideoTracks() as CanvasCaptureMediaStreamTrack[];
    const recorder = new MediaRecorder(stream, { mimeType: 'video/webm;codecs=vp8' });
    const parts: Blob[] = [];
    recorder.addEventListener('dataavailable', ({ data }) => {
      if (data.size > 0) parts.push(data);
    });
    const stopped = new Promise((done) => recorder.addEventListener('stop', done));
    // Handing over what it has at once: a busy machine's recorder drops pictures, so they are sent until enough arrive.
    recorder.start(1);
    for (let index = 0; parts.length < 10; index++) {
      if (index > 1000) throw new Error('The recorder takes no pictures.');
      context.drawImage(picture, 0, 2 * (index % 3));
      video?.requestFrame();
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
    }
    recorder.stop();
    await stopped;
    video?.stop();
    const written = new Uint8Array(await new Blob(parts).arrayBuffer());
    return btoa(Array.from(written, (byte) => String.fromCharCode(byte)).join(''));
  }, png.toString('base64'));
  return Buffer.from(base64, 'base64');
}

export async function clipOpen(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: 'Open your own clip' }).click();
  await expect(page.getByRole('button', { name: 'Choose a file' })).toBeEnabled(PATIENCE);
}

export async function fileGive(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page
    .getByLabel('Video or picture file')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
}

/** Lets a file fall on the page, as from the desktop; gives whether the page took it from the browser. */
export async function fileDrop(page: Page, selector: string, name: string, buffer: Buffer): Promise<boolean> {
  return page.locator(selector).evaluate(
    (target, [fileName, encoded]) => {
      const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], fileName));
      const told = { bubbles: true, cancelable: true, dataTransfer };
      const isOverTaken = !target.dispatchEvent(new DragEvent('dragover', told));
      return !target.dispatchEvent(new DragEvent('drop', told)) && isOverTaken;
    },
    [name, buffer.toString('base64')] as const,
  );
}

/** Takes the outline that was found, with the depth that the scale beside the image would show. */
export async function outlineUse(page: Page, depthMm: number): Promise<void> {
  await expect(page.getByText(/found with a confidence of/)).toBeVisible(PATIENCE);
  await page.getByRole('slider', { name: /^Imaging depth/ }).fill(String(depthMm));
  await page.getByRole('button', { name: 'Use this outline' }).click();
}
