import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import networkJson from '../../../../models/network.json';
import { networkAdapt, type TunerOptions } from '../../../../src/adapters/segmenter/client/tuner.ts';
import type { FromTuner } from '../../../../src/adapters/segmenter/shared/tuner-messages.ts';
import { CodedError } from '../../../../src/domain/errors/coded-error.ts';
import type { ModelFiles } from '../../../../src/network/model-files.ts';
import { modelRandom } from '../../../../src/network/model-random.ts';
import { modelRead } from '../../../../src/network/model-read.ts';
import { networkSpecificationRead } from '../../../../src/network/network-specification.ts';
import type { AdaptFrame, AdaptHold, AdaptWanted } from '../../../../src/ports/tuner.ts';
import { phantomFrame, phantomOpen } from '../../../../src/simulator/exam/phantom.ts';

const EXAMS = 4;
const specification = networkSpecificationRead(networkJson);

let files: ModelFiles;
let frames: readonly AdaptFrame[];
const started: Worker[] = [];

beforeAll(async () => {
  files = await modelRandom(specification, 7);
  frames = Array.from({ length: EXAMS }, (_, exam) => exam + 1).flatMap((exam) => {
    const phantom = phantomOpen({ seed: exam, device: 'clinic', split: 'train' });
    return [0, 40].map((index): AdaptFrame => {
      const { frame, truth } = phantomFrame(phantom, index, 128);
      return { id: `${exam}/${index}`, frame, mask: truth.mask, exam, isHeld: exam === EXAMS };
    });
  });
});

afterEach(() => {
  for (const worker of started.splice(0)) worker.terminate();
});

function workerReal(): Worker {
  const url = new URL('../../../../src/adapters/segmenter/worker/tuner.worker.ts', import.meta.url);
  const worker = new Worker(url, { type: 'module' });
  started.push(worker);
  return worker;
}

function workerOf(script: string): Worker {
  const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
  started.push(worker);
  return worker;
}

const wantedOf = (): AdaptWanted => ({ frames, seed: 1, budgetMs: 3000 });
const holdOf = (change: Partial<AdaptHold> = {}): AdaptHold => ({
  onProgress: () => {},
  signal: new AbortController().signal,
  ...change,
});
const adapt = (options: TunerOptions, hold = holdOf()) =>
  networkAdapt(wantedOf(), hold, { model: async () => files, rehearsed: 2, ...options });

async function errorOf(answer: Promise<unknown>): Promise<unknown> {
  return answer.then(
    () => expect.fail('it was not refused'),
    (error: unknown) => error,
  );
}

describe('adapting in a worker', () => {
  test('learns, tells how far it is, and lets go of all tensors, three times alike', async () => {
    const most: number[] = [];
    for (let run = 0; run < 3; run++) {
      const heard: FromTuner[] = [];
      const told: { phase: string; share: number; leftMs: number | null }[] = [];
      const workerCreate = () => {
        const worker = workerReal();
        worker.addEventListener('message', ({ data }: MessageEvent<FromTuner>) => heard.push(data));
        return worker;
      };
      const onProgress: AdaptHold['onProgress'] = (phase, share, leftMs) =>
        told.push({ phase, share, leftMs });
      const result = await adapt({ workerCreate }, holdOf({ onProgress }));
      // Weights drawn at random know nothing: whatever is learnt is a gain.
      expect(result.steps).toBeGreaterThan(0);
      expect(result).toMatchObject({ frames: 6, exams: 3 });
      expect(result.after.mean).not.toBe(result.before.mean);
      expect(result.held.map(({ id }) => id)).toEqual(['4/0', '4/40']);
      expect(result.held[0]!.after.classes).toHaveLength(256 * 256);
      const read = await modelRead(specification, result.files!.manifest, result.files!.weights);
      expect(read.sha256).toBe(result.sha256);

      expect([...new Set(told.map(({ phase }) => phase))]).toEqual(['before', 'learning', 'after']);
      const learning = told.filter(({ phase }) => phase === 'learning');
      expect(learning.every(({ share }, at) => at === 0 || share >= learning[at - 1]!.share)).toBe(true);
      expect(learning.at(-1)).toEqual({ phase: 'learning', share: 1, leftMs: 0 });

      expect(heard.at(-1)).toMatchObject({ type: 'done', tensors: 0, bytes: 0 });
      most.push(Math.max(...heard.map((one) => ('tensors' in one ? one.tensors : 0))));
    }
    expect(new Set(most).size).toBe(1);
  });

  test('is cancelled at once, and its worker ended', async () => {
    const ending = new AbortController();
    const end = vi.fn();
    const workerCreate = () => {
      const worker = workerReal();
      const terminate = worker.terminate.bind(worker);
      worker.terminate = () => {
        end();
        terminate();
      };
      return worker;
    };
    const onProgress: AdaptHold['onProgress'] = (phase) => {
      if (phase === 'learning') ending.abort();
    };
    const error = await errorOf(adapt({ workerCreate }, holdOf({ onProgress, signal: ending.signal })));
    expect((error as Error).name).toBe('AbortError');
    expect(end).toHaveBeenCalled();
  });
});

describe('a worker that breaks down', () => {
  test.each([
    ['while it starts', 'throw new Error("no");'],
    ['over an order', 'onmessage = () => { throw new Error("out of memory"); };'],
    ['without a word', ''],
  ])('%s is told in one sentence', async (_, script) => {
    const error = await errorOf(adapt({ workerCreate: () => workerOf(script), silenceMs: 500 }));
    expect(error).toBeInstanceOf(CodedError);
    expect((error as CodedError).fact).toEqual({ code: 'tuningCrashed' });
  });

  test('files that are no model are refused by what is wrong with them', async () => {
    const cut = { ...files, weights: files.weights.slice(0, 1000) };
    const error = await errorOf(adapt({ model: async () => cut, workerCreate: workerReal }));
    expect((error as CodedError).fact).toMatchObject({ code: 'modelCutOff', bytes: 1000 });
  });
});
