import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  type PhantomSourceOptions,
  phantomSource,
} from '../../../../src/adapters/phantom-worker/client/phantom-source.ts';
import type { FromWorker, ToWorker } from '../../../../src/adapters/phantom-worker/shared/messages.ts';
import type { PhantomRequest } from '../../../../src/domain/scan/phantom-request.ts';
import type { LayeredSource, SourceFrame } from '../../../../src/ports/frame-source.ts';
import { phantomLayered } from '../../../../src/simulator/exam/layers/phantom-layered.ts';
import { phantomBands, phantomFrame, phantomOpen } from '../../../../src/simulator/exam/phantom.ts';

const REQUEST: PhantomRequest = { seed: 11, split: 'game', pattern: 'b_lines', probe: 'convex' };
const SIZE = 128;

/** A busy machine takes its time to start a worker; the wait ends as soon as what is waited for is there. */
const PATIENCE = { timeout: 90_000 };

let source: LayeredSource | null = null;
function sourceOpen(options: PhantomSourceOptions = {}): LayeredSource {
  source = phantomSource(REQUEST, { sizePx: SIZE, ...options });
  return source;
}

afterEach(() => {
  source?.close();
  source = null;
  Reflect.deleteProperty(document, 'hidden');
});

/** Plays until `count` images came. */
async function played(from: LayeredSource, count: number): Promise<SourceFrame[]> {
  const shown: SourceFrame[] = [];
  from.play((next) => shown.push(next));
  await vi.waitFor(() => expect(shown.length).toBeGreaterThanOrEqual(count), PATIENCE);
  return shown;
}

function hiddenSet(isHidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
  document.dispatchEvent(new Event('visibilitychange'));
}

/** Lets a worker that knows nothing of pages render the same exam until it gave `count` images. */
function rivalPlays(count: number): Promise<void> {
  const url = new URL('../../../../src/adapters/phantom-worker/worker/phantom.worker.ts', import.meta.url);
  const worker = new Worker(url, { type: 'module' });
  const send = (message: ToWorker): void => worker.postMessage(message);
  let given = 0;
  return new Promise((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.type !== 'frame') return;
      given += 1;
      send({ type: 'taken' });
      if (given < count) return;
      worker.terminate();
      resolve();
    });
    send({ type: 'open', request: REQUEST, sizePx: SIZE });
    send({ type: 'play', index: 0 });
  });
}

describe('a running exam', () => {
  test('gives the bytes that the same call gives in the page, in order and without their truth', async () => {
    const shown = (await played(sourceOpen(), 6)).slice(0, 6);
    expect(shown.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(shown.every(({ truth }) => truth === null)).toBe(true);
    const phantom = phantomOpen(REQUEST);
    for (const { frame, index } of shown) expect(frame).toEqual(phantomFrame(phantom, index, SIZE).frame);
  });

  test('tells how its images will lie before the first of them is there', async () => {
    const told: unknown[] = [];
    const opened = sourceOpen();
    opened.sectorAhead?.((sector) => told.push(sector));
    const { frame } = await opened.freeze(0);
    expect(told).toEqual([frame.sector]);
  });

  test('freezes on the image shown last, with its truth, and plays on from there', async () => {
    const running = sourceOpen();
    const shown = await played(running, 4);
    const frozen = await running.freeze();
    const last = shown[shown.length - 1]!;
    expect(frozen.index).toBe(last.index);
    expect(frozen.frame).toEqual(last.frame);
    const phantom = phantomOpen(REQUEST);
    const { truth } = phantomFrame(phantom, last.index, SIZE);
    expect(frozen.truth).toEqual({ ...truth, bands: phantomBands(phantom, last.index, SIZE) });
    const count = shown.length;
    const again = await played(running, 2);
    expect(again[0]!.index).toBe(frozen.index);
    expect(shown.length).toBe(count);
  });

  test('goes on with the layers that were asked for, each image with its truth, and freezes as it ran', async () => {
    const running = sourceOpen();
    await played(running, 1);
    running.layersSet({ ribs: false });
    running.layersSet({ bLines: 0 });
    const shown: SourceFrame[] = [];
    running.play((next) => shown.push(next));
    await vi.waitFor(() => expect(shown.some(({ truth }) => truth !== null)).toBe(true), PATIENCE);
    const layered = shown.find(({ truth }) => truth !== null)!;
    const phantom = phantomLayered(phantomOpen(REQUEST), { bLines: 0 });
    const { frame, truth } = phantomFrame(phantom, layered.index, SIZE);
    expect([layered.frame, layered.truth]).toEqual([frame, truth]);
    expect(truth.bLines).toEqual([]);
    expect((await running.freeze(layered.index)).frame).toEqual(frame);
  });

  test('keeps to the frame rate of the exam', async () => {
    const { frameRateHz } = phantomOpen(REQUEST).exam;
    const running = sourceOpen();
    const arrivals: number[] = [];
    running.play(() => arrivals.push(performance.now()));
    await vi.waitFor(() => expect(arrivals.length).toBeGreaterThanOrEqual(20), PATIENCE);
    const perSecond = ((arrivals.length - 1) * 1000) / (arrivals[arrivals.length - 1]! - arrivals[0]!);
    expect(perSecond).toBeLessThan(frameRateHz * 1.2);
  });

  test('renders nothing while the page is hidden, and goes on with the next image when it is shown', async () => {
    const running = sourceOpen();
    const shown = await played(running, 3);
    hiddenSet(true);
    // A worker of its own tells the time that this one would have needed for as many images.
    await rivalPlays(5);
    const count = shown.length;
    await rivalPlays(20);
    expect(shown.length).toBe(count);
    hiddenSet(false);
    await vi.waitFor(() => expect(shown.length).toBeGreaterThanOrEqual(count + 4), PATIENCE);
    expect(shown.map(({ index }) => index)).toEqual(shown.map((_, place) => place));
    const phantom = phantomOpen(REQUEST);
    const first = shown[count]!;
    expect(first.frame).toEqual(phantomFrame(phantom, first.index, SIZE).frame);
  });

  test('opened and played in a hidden page it waits; a frozen image is answered all the same', async () => {
    hiddenSet(true);
    const running = sourceOpen();
    const shown: SourceFrame[] = [];
    running.play((next) => shown.push(next));
    await rivalPlays(5);
    expect(shown).toEqual([]);
    expect((await running.freeze(3)).index).toBe(3);
    running.play((next) => shown.push(next));
    hiddenSet(false);
    await vi.waitFor(() => expect(shown.length).toBeGreaterThanOrEqual(2), PATIENCE);
    expect(shown.slice(0, 2).map(({ index }) => index)).toEqual([3, 4]);
  });

  test('gives no image after it was closed', async () => {
    const running = sourceOpen();
    const shown = await played(running, 2);
    running.close();
    const count = shown.length;
    await expect(running.freeze()).rejects.toMatchObject({ code: 'phantom-closed' });
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(shown.length).toBe(count);
  });
});

describe('freeze', () => {
  test('gives exactly the image asked for, before anything was played', async () => {
    const frozen = await sourceOpen().freeze(37);
    const phantom = phantomOpen(REQUEST);
    const expected = phantomFrame(phantom, 37, SIZE);
    expect(frozen.index).toBe(37);
    expect(frozen.frame).toEqual(expected.frame);
    expect(frozen.truth).toEqual({ ...expected.truth, bands: phantomBands(phantom, 37, SIZE) });
  });

  test('without an index and before anything was played, the first', async () => {
    expect((await sourceOpen().freeze()).index).toBe(0);
  });

  test.each([-1, 1.5, Number.NaN])('refuses image %s', async (index) => {
    await expect(sourceOpen().freeze(index)).rejects.toMatchObject({ code: 'phantom-index' });
  });

  test('is told when the exam is closed meanwhile', async () => {
    const running = sourceOpen();
    const frozen = running.freeze(3);
    running.close();
    await expect(frozen).rejects.toMatchObject({ code: 'phantom-closed' });
  });
});

describe('a worker that breaks down', () => {
  const scriptWorker = (script: string) => () =>
    new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })), { type: 'module' });

  test('rejects what is under way, says so once, and what is asked later', async () => {
    const onError = vi.fn();
    const broken = sourceOpen({ workerCreate: scriptWorker(`throw new Error('out of memory')`), onError });
    await expect(broken.freeze()).rejects.toMatchObject({
      code: 'phantom-crashed',
      fact: { code: 'phantomCrashed' },
    });
    await expect(broken.freeze()).rejects.toMatchObject({ code: 'phantom-crashed' });
    expect(onError).toHaveBeenCalledTimes(1);
  });

  test('a request that cannot be simulated is refused, with its cause for the console', async () => {
    const refuses = scriptWorker(
      `self.onmessage = () => self.postMessage({ type: 'failed', cause: 'the depth is 5 mm' })`,
    );
    await expect(sourceOpen({ workerCreate: refuses }).freeze()).rejects.toMatchObject({
      code: 'phantom-failed',
      fact: { code: 'phantomFailed' },
      cause: 'the depth is 5 mm',
    });
  });
});
