import { afterEach, expect, test, vi } from 'vitest';
import { patientSource } from '../../../../src/adapters/phantom-worker/client/patient-source.ts';
import { phantomSource } from '../../../../src/adapters/phantom-worker/client/phantom-source.ts';
import { revivedSource } from '../../../../src/adapters/phantom-worker/client/revived-source.ts';
import { POSE_START } from '../../../../src/domain/scan/pose-limits.ts';
import { scanPreset } from '../../../../src/domain/scan/scan-presets.ts';
import type { FrameSource, SourceFrame } from '../../../../src/ports/frame-source.ts';

const PATIENCE = { timeout: 90_000 };
const VIEW = { pose: POSE_START, controls: scanPreset('lung') };
const ELSEWHERE = { ...POSE_START, downMm: POSE_START.downMm + 16 };

/** Workers as the page makes them, which a test can end as a browser that is short of memory does. */
const workers: Worker[] = [];
function kept(worker: Worker): Worker {
  workers.push(worker);
  return worker;
}
const patientWorker = () =>
  kept(
    new Worker(new URL('../../../../src/adapters/phantom-worker/worker/patient.worker.ts', import.meta.url), {
      type: 'module',
    }),
  );
const phantomWorker = () =>
  kept(
    new Worker(new URL('../../../../src/adapters/phantom-worker/worker/phantom.worker.ts', import.meta.url), {
      type: 'module',
    }),
  );

let source: FrameSource | null = null;
afterEach(() => {
  source?.close();
  source = null;
  workers.length = 0;
});

test('a patient whose simulator stops without a word runs again, with the probe where it was', async () => {
  const told = { onRevived: vi.fn(), onError: vi.fn() };
  source = revivedSource({
    ...told,
    open: ({ pose }, onError) =>
      patientSource(
        { seed: 3, condition: 'interstitial' },
        {
          view: { ...VIEW, pose: pose ?? VIEW.pose },
          sizePx: 64,
          silenceMs: 3000,
          workerCreate: patientWorker,
          onError,
        },
      ),
  });
  const shown: SourceFrame[] = [];
  source.play((next) => shown.push(next));
  await vi.waitFor(() => expect(shown.length).toBeGreaterThan(1), PATIENCE);
  source.steerable!.poseSet(ELSEWHERE);
  for (let times = 1; times <= 2; times++) {
    workers.at(-1)!.terminate();
    await vi.waitFor(() => expect(told.onRevived).toHaveBeenCalledTimes(times), PATIENCE);
    const before = shown.length;
    await vi.waitFor(() => expect(shown.length).toBeGreaterThan(before), PATIENCE);
    expect(shown.at(-1)!.view!.pose).toEqual(ELSEWHERE);
  }
  expect(told.onError).not.toHaveBeenCalled();
});

test('a phantom that breaks down while it is being frozen gives the image all the same', async () => {
  const told = { onRevived: vi.fn(), onError: vi.fn() };
  source = revivedSource({
    ...told,
    open: ({ index }, onError) =>
      phantomSource(
        { seed: 3, split: 'game', pattern: 'b_lines' },
        { startIndex: index, sizePx: 64, silenceMs: 3000, workerCreate: phantomWorker, onError },
      ),
  });
  const shown: SourceFrame[] = [];
  source.play((next) => shown.push(next));
  await vi.waitFor(() => expect(shown.length).toBeGreaterThan(2), PATIENCE);
  workers.at(-1)!.dispatchEvent(new Event('error'));
  const frozen = await source.freeze();
  expect(frozen.index).toBe(shown.at(-1)!.index);
  expect(frozen.truth).not.toBeNull();
  workers.at(-1)!.terminate();
  expect((await source.freeze(1)).index).toBe(1);
  expect(told.onRevived).toHaveBeenCalledTimes(2);
});

test('one that never gives an image is given up, in words', async () => {
  const told = { onRevived: vi.fn(), onError: vi.fn() };
  const script = `self.onmessage = () => { throw new Error('out of memory'); }`;
  source = revivedSource({
    ...told,
    open: (_last, onError) =>
      phantomSource(
        { seed: 3, split: 'game' },
        {
          onError,
          workerCreate: () =>
            new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))),
        },
      ),
  });
  source.play(() => {});
  await vi.waitFor(() => expect(told.onError).toHaveBeenCalledOnce(), PATIENCE);
  expect(told.onRevived).not.toHaveBeenCalled();
});
