import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { decode } from 'fast-png';
import { CHROMIUM_ARGS, chromiumFind } from '../../scripts/lib/chromium.mjs';
import { ROOT } from '../../scripts/lib/root.mjs';
import { segmentFrame } from '../../src/adapters/segmenter/shared/segment.ts';
import { nodeNetworkOpen } from '../../src/cli/node-network.ts';
import {
  CODE_ROW,
  codeRead,
  filmWrite,
  SCREEN,
  SCREEN_DEPTH_MM,
  screenFilm,
} from '../../src/cli/shared/screen-film.ts';
import { lumaGrey, lumaView } from '../../src/domain/frame/luma-view.ts';
import { pxFromMm } from '../../src/domain/geometry/sector.ts';
import { maskObey } from '../../src/domain/grading/key/anatomy-read.ts';
import { MASK_AGE_MAX } from '../../src/scanner/overlay-pair.ts';
import { axeCheck } from './support/accessible.ts';
import { calibrationStored, cameraDraw, cameraFake, liveWatch, setUp } from './support/live.ts';
import { goOn, panelIs, scoreShown } from './support/play.ts';
import { fingerprint } from './support/print.ts';
import { findingPick, layoutOf, PATIENCE } from './support/screen.ts';

const FILM = join(ROOT, '.cache', 'e2e-camera', 'film.y4m');

/** Not yet in TypeScript's library. */
interface TrackProcessorHolder {
  readonly MediaStreamTrackProcessor: new (init: {
    readonly track: MediaStreamTrack;
    readonly maxBufferSize: number;
  }) => { readonly readable: ReadableStream<VideoFrame> };
}

/** The fake camera plays a film of the phantom; it is written before the browser that reads it starts. */
const test = base.extend({
  launchOptions: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it what a fixture needs
    async ({}, use) => {
      filmWrite(screenFilm(), FILM);
      // The one without windows has no cameras.
      const executablePath = chromiumFind();
      await use({
        args: [
          ...CHROMIUM_ARGS,
          '--use-fake-device-for-media-stream',
          `--use-file-for-fake-video-capture=${FILM}`,
        ],
        ...(executablePath === null ? {} : { executablePath }),
      });
    },
    { scope: 'worker' },
  ],
});

test.describe.configure({ timeout: 240_000 });

test('the fake camera delivers the pictures of the film in their order', async ({ page, context }) => {
  await context.grantPermissions(['camera']);
  await page.goto('/');
  const rows = await page.evaluate(async (codeRow) => {
    const stream = await navigator.mediaDevices.getUserMedia({ video: true });
    const [track] = stream.getVideoTracks();
    const { MediaStreamTrackProcessor: Maker } = globalThis as unknown as TrackProcessorHolder;
    const reader = new Maker({ track: track!, maxBufferSize: 10 }).readable.getReader();
    const taken: number[][] = [];
    while (taken.length < 90) {
      const { value } = await reader.read();
      if (value === undefined) break;
      const all = new Uint8Array(value.allocationSize());
      const [luma] = await value.copyTo(all);
      const from = luma!.offset + codeRow * luma!.stride;
      taken.push([...all.subarray(from, from + luma!.stride)]);
      value.close();
    }
    track!.stop();
    return taken;
  }, CODE_ROW);
  const numbers = rows.map((row) => codeRead(Uint8Array.from(row)));
  const steps = numbers.slice(1).map((number, i) => (number - numbers[i]! + SCREEN.frames) % SCREEN.frames);
  // On a busy machine the browser's own device repeats or leaves out a picture.
  expect(steps.toSorted((a, b) => a - b)[steps.length >> 1]).toBe(1);
});

test('masks are those of the film, and none lies over an image more than two newer', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['camera']);
  // In floats they are the same everywhere, to the last pixel; where the quicker network cannot be fetched, they stay.
  await context.route(/litert/, (route) => route.abort());
  await liveWatch(page);
  await page.goto('/#/live');
  await page.getByRole('button', { name: 'Switch the camera on' }).click();
  await setUp(page, { depthMm: SCREEN_DEPTH_MM });
  const stage = page.getByTestId('live-stage');
  await expect(stage).toHaveAttribute('data-mask-frame', /^\d+$/, PATIENCE);

  const film = screenFilm();
  const calibration = await calibrationStored(page);
  // The outline that was found is that of the phantom.
  const { originPx } = calibration.sector;
  expect(Math.hypot(originPx.x - film.sector.originPx.x, originPx.y - film.sector.originPx.y)).toBeLessThan(
    6,
  );
  const bottom = pxFromMm(calibration.sector, { x: 0, y: calibration.sector.depthMm });
  expect(Math.abs(bottom.y - pxFromMm(film.sector, { x: 0, y: film.sector.depthMm }).y)).toBeLessThan(6);

  const view = lumaView(calibration);
  const { crop } = view;
  const frames = film.planes.map((bytes) => {
    const offset = crop.top * SCREEN.width + crop.left;
    const grey = lumaGrey(view, { bytes, offset, stride: SCREEN.width, isFullRange: false });
    return { width: view.width, height: view.height, grey, sector: view.sector, timeMs: 0 };
  });
  const numberOf = new Map(frames.map(({ grey }, number) => [fingerprint(grey), number]));
  expect(numberOf.size).toBe(SCREEN.frames);
  const { network } = await nodeNetworkOpen();
  const masks: number[] = [];
  for (const frame of frames)
    masks.push(fingerprint(maskObey((await segmentFrame(network, frame, false)).mask).classes));

  for (const isWaiting of [true, false]) {
    await page.getByRole('checkbox', { name: 'The image waits for its overlay' }).setChecked(isWaiting);
    await page.evaluate(() => window.liveForget());
    await expect
      .poll(() => page.evaluate(() => window.liveSeen().labelled.length), PATIENCE)
      .toBeGreaterThan(80);
    const seen = await page.evaluate(() => window.liveSeen());
    // Every image is one of the film, in its order; the browser's device may repeat one or leave some out.
    const numbers = seen.images.map(({ index, print }) => ({ index, number: numberOf.get(print) }));
    expect(numbers.filter(({ number }) => number === undefined)).toEqual([]);
    numbers.slice(1).forEach(({ index, number }, i) => {
      expect(index).toBeGreaterThan(numbers[i]!.index);
      const step = (number! - numbers[i]!.number! + SCREEN.frames) % SCREEN.frames;
      expect(step).toBeLessThan(SCREEN.frames / 2);
    });
    // Every mask is what the network says of the same picture of the file.
    for (const { image, mask } of seen.labelled) expect(mask).toBe(masks[numberOf.get(image)!]);
    // What was on the screen together belongs together.
    const pairs = seen.pairs.filter(({ mask }) => mask !== null);
    expect(pairs.length).toBeGreaterThan(40);
    for (const { image, mask } of pairs) {
      expect(image - mask!).toBeGreaterThanOrEqual(0);
      expect(image - mask!).toBeLessThanOrEqual(isWaiting ? 0 : MASK_AGE_MAX);
    }
  }
  // A busy machine's device may fall silent for a moment, and there is no pace while it does.
  await expect(page.getByTestId('live-fps')).toHaveText(/^\d+$/, PATIENCE);
  await expect(page.getByTestId('live-b-lines')).toHaveText(/^\d/, PATIENCE);

  // A snapshot is the image that stands still, pixel by pixel, and nothing around it.
  await page.getByRole('button', { name: /^Freeze/ }).click();
  await page.getByRole('button', { name: 'Previous image' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Snapshot' }).click();
  const picture = decode(readFileSync(await (await downloading).path()));
  expect([picture.width, picture.height]).toEqual([view.width, view.height]);
  const grey = Uint8Array.from({ length: view.width * view.height }, (_, at) =>
    Number(picture.data[at * picture.channels]),
  );
  expect(numberOf.has(fingerprint(grey))).toBe(true);
});

test('a browser without a stream of pictures takes them one by one from the video', async ({ page }) => {
  await cameraFake(page);
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'MediaStreamTrackProcessor'));
  await page.goto('/#/live');
  await page.getByRole('button', { name: 'Switch the camera on' }).click();
  await setUp(page, { depthMm: 120 });
  const stage = page.getByTestId('live-stage');
  await expect(stage).toHaveAttribute('data-mask-frame', /^\d{2,}$/, PATIENCE);
  await cameraDraw(page, { isUnplugged: true });
  await page.getByRole('button', { name: 'Look at the last seconds' }).click(PATIENCE);
  await expect(page.locator('.live')).toHaveAttribute('data-place', 'frozen', PATIENCE);
});

test('permission refused: it is said, and tried again once it is given', async ({ page, context }) => {
  await context.clearPermissions();
  await page.goto('/#/live');
  await page.getByRole('button', { name: 'Switch the camera on' }).click();
  await expect(page.getByTestId('fault')).toHaveAttribute('data-code', 'camera-refused', PATIENCE);
  await expect(page.getByTestId('fault')).toContainText('allow it');
  await context.grantPermissions(['camera']);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: 'Yes, find the image' })).toBeVisible(PATIENCE);
});

test('no device, and one that another program holds, each with its way back', async ({ page }) => {
  await cameraFake(page);
  await page.goto('/#/live');
  for (const [name, code] of [
    ['NotFoundError', 'camera-none'],
    ['NotReadableError', 'camera-busy'],
  ] as const) {
    await cameraDraw(page, { refusal: name });
    await page.getByRole('button', { name: /Switch the camera on|Try again/ }).click();
    await expect(page.getByTestId('fault')).toHaveAttribute('data-code', code, PATIENCE);
  }
  await cameraDraw(page, { refusal: null });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: 'Yes, find the image' })).toBeVisible(PATIENCE);
});

test('black, hidden, resized and unplugged: each is said, and none loses a mark', async ({ page }) => {
  await cameraFake(page);
  await page.goto('/#/live');
  await page.getByRole('button', { name: 'Switch the camera on' }).click();
  await setUp(page, { depthMm: 120 });
  const stage = page.getByTestId('live-stage');
  const problem = page.getByTestId('problem');
  await expect(stage).toHaveAttribute('data-signal', 'running', PATIENCE);

  await cameraDraw(page, { isBlack: true });
  await expect(stage).toHaveAttribute('data-signal', 'black', PATIENCE);
  await expect(problem).toContainText('black');
  await cameraDraw(page, { isBlack: false });
  await expect(stage).toHaveAttribute('data-signal', 'running', PATIENCE);
  await expect(problem).toBeHidden();

  await cameraDraw(page, { isHidden: true });
  await expect(stage).toHaveAttribute('data-signal', 'hidden', PATIENCE);
  await cameraDraw(page, { isHidden: false });
  await expect(stage).toHaveAttribute('data-signal', 'running', PATIENCE);

  await cameraDraw(page, { isSilent: true });
  await expect(stage).toHaveAttribute('data-signal', 'silent', PATIENCE);
  await cameraDraw(page, { isSilent: false });
  await expect(stage).toHaveAttribute('data-signal', 'running', PATIENCE);

  // Another size is another set-up; back at the first one, it is known.
  await cameraDraw(page, { scale: 0.75 });
  await expect(stage).toHaveAttribute('data-signal', 'resized', PATIENCE);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: 'Yes, find the image' })).toBeVisible(PATIENCE);
  await cameraDraw(page, { scale: 1 });
  await page.reload();
  await page.getByRole('button', { name: 'Switch the camera on' }).click();
  await expect(stage).toHaveAttribute('data-signal', 'running', PATIENCE);

  // Unplugged while it runs: what is held can be marked.
  await expect(stage).toHaveAttribute('data-mask-frame', /^\d+$/, PATIENCE);
  await cameraDraw(page, { isUnplugged: true });
  await expect(stage).toHaveAttribute('data-signal', 'lost', PATIENCE);
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await page.getByRole('button', { name: 'Look at the last seconds' }).click();
  await page.getByRole('button', { name: 'Mark this image' }).click();
  await panelIs(page, 'Marking');
  await findingPick(page, 'pleural_line');
  const toWindow = await layoutOf(page);
  const from = toWindow({ x: -12, y: 22 });
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  const to = toWindow({ x: 12, y: 22 });
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeEnabled();
  await goOn(page, 'Hand in my marks');
  expect(await scoreShown(page)).toBeGreaterThanOrEqual(0);
  await goOn(page, 'Go on');
  await page.getByRole('link', { name: 'Back to your machine' }).click();
  await expect(page.locator('.live')).toHaveAttribute('data-place', 'frozen', PATIENCE);
  await page.getByRole('button', { name: /^Scan on/ }).click();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(stage).toHaveAttribute('data-signal', 'running', PATIENCE);
});

test('the last seconds are kept as a clip, one image becomes a scenario, and switching screens switches the camera off', async ({
  page,
}) => {
  await cameraFake(page);
  await page.goto('/#/live');
  await page.getByRole('button', { name: 'Switch the camera on' }).click();
  await setUp(page, { depthMm: 120 });
  await expect(page.getByTestId('live-stage')).toHaveAttribute('data-image-frame', /^\d{2,}$/, PATIENCE);
  await page.getByRole('button', { name: /^Keep/ }).click();
  await expect(page.getByText('The clip is kept')).toBeVisible(PATIENCE);
  await expect(page.getByRole('link', { name: 'Make a scenario of it' })).toBeVisible();
  // An image that stands still becomes a scenario, by way of a clip of one image.
  await page.getByRole('button', { name: /^Freeze/ }).click();
  await page.getByRole('button', { name: 'Make a scenario of this image' }).click(PATIENCE);
  await expect(page.getByRole('heading', { level: 1, name: /^Live image, / })).toBeVisible(PATIENCE);
  await page.getByRole('button', { name: /^Next: Draw the key/ }).click();
  await expect(page.locator('#screen')).toHaveAttribute('data-frame-index', '0', PATIENCE);
  await page.goto('/#/clips');
  await expect(page.getByText(/^Live clip, /).first()).toBeVisible(PATIENCE);
  await expect(page.getByText(/^Live image, /).first()).toBeVisible();
  expect(await page.evaluate(() => window.cameraFaked.tracksLive())).toBe(0);
});

test('each place of the set-up and of the live screen is accessible', async ({ page }) => {
  await cameraFake(page);
  await page.goto('/#/live');
  const check = () => axeCheck(page);
  await expect(page).toHaveTitle(/^Your own machine · Batsign$/);
  await check();
  await page.getByRole('button', { name: 'Switch the camera on' }).click();
  await setUp(page, { depthMm: 120, at: check });
  await expect(page.getByTestId('live-stage')).toHaveAttribute('data-mask-frame', /^\d+$/, PATIENCE);
  await check();
  await page.locator('#screen').press('Space');
  await expect(page.locator('.live')).toHaveAttribute('data-place', 'frozen', PATIENCE);
  await check();
  const index = Number(await page.locator('#screen').getAttribute('data-frame-index'));
  await page.locator('#screen').press('ArrowLeft');
  await expect(page.locator('#screen')).toHaveAttribute('data-frame-index', String(index - 1));
});
