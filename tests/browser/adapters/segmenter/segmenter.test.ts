import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import networkJson from '../../../../models/network.json';
import type { BackendMemory } from '../../../../src/adapters/segmenter/client/backend-memory.ts';
import {
  type SegmenterOptions,
  segmenterCreate,
} from '../../../../src/adapters/segmenter/client/segmenter.ts';
import type { FromWorker } from '../../../../src/adapters/segmenter/shared/messages.ts';
import type { Frame } from '../../../../src/domain/frame/frame.ts';
import { mmFromPx, sectorContains, sectorFit } from '../../../../src/domain/geometry/sector.ts';
import type { ModelFiles } from '../../../../src/network/model-files.ts';
import { modelRandom } from '../../../../src/network/model-random.ts';
import { networkSpecificationRead } from '../../../../src/network/network-specification.ts';
import type { Segmenter } from '../../../../src/ports/segmenter.ts';
import { repetitions } from '../../../support/repetitions.ts';

const SECTOR = sectorFit(
  { kind: 'convex', mmPerPx: 1, originPx: { x: 0, y: 0 }, radiusMm: 50, angleRad: 1.1, depthMm: 120 },
  512,
);

function frameOf(timeMs: number): Frame {
  const grey = Uint8Array.from(
    { length: 512 * 512 },
    (_, at) => (at * 31 + (at >> 9) * 17 + timeMs * 7) & 255,
  );
  return { width: 512, height: 512, grey, sector: SECTOR, timeMs };
}

function memoryOf(): BackendMemory & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
  };
}

function workerReal(): Worker {
  return new Worker(
    new URL('../../../../src/adapters/segmenter/worker/segmenter.worker.ts', import.meta.url),
    {
      type: 'module',
    },
  );
}

let files: ModelFiles;
const open: Segmenter[] = [];

function segmenterOf(options: SegmenterOptions = {}): Segmenter {
  const segmenter = segmenterCreate({ model: async () => files, memory: memoryOf(), ...options });
  open.push(segmenter);
  return segmenter;
}

/** Every worker that a segmenter started, and what they said. */
function workersSpied() {
  const workers: Worker[] = [];
  const heard: FromWorker[] = [];
  const workerCreate = () => {
    const worker = workerReal();
    workers.push(worker);
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => heard.push(data));
    return worker;
  };
  return { workers, heard, workerCreate };
}

async function refusalOf(answer: Promise<unknown>): Promise<{ code: string; message: string }> {
  const error = await answer.then(
    () => expect.fail('it was not refused'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Error);
  return error as Error & { code: string };
}

beforeAll(async () => {
  files = await modelRandom(networkSpecificationRead(networkJson), 1);
});

afterEach(() => {
  for (const segmenter of open.splice(0)) segmenter.dispose();
});

describe('a segmenter', () => {
  test('loads with growing progress, labels a frame and says how long it took', async () => {
    const shares: number[] = [];
    const segmenter = segmenterOf();
    const info = await segmenter.load((share) => shares.push(share));
    expect(info.inferenceMs).toBeGreaterThan(0);
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);

    const done = await segmenter.segment(frameOf(40), { confidence: true });
    if (done === null) return expect.fail('the frame was dropped');
    const { mask, confidence, times } = done;
    expect(done.timeMs).toBe(40);
    expect(mask.sector).toEqual(sectorFit(SECTOR, 256));
    expect(new Set(mask.classes).size).toBeGreaterThan(1);
    for (let at = 0; at < 256 * 256; at++) {
      const centre = { x: (at % 256) + 0.5, y: Math.floor(at / 256) + 0.5 };
      if (sectorContains(mask.sector, mmFromPx(mask.sector, centre))) {
        // The winner of eight classes has at least an eighth.
        if (confidence![at]! < 31) expect.fail(`too little confidence at ${at}`);
      } else if (mask.classes[at] !== 0) expect.fail(`a finding outside the sector at ${at}`);
    }
    for (const time of Object.values(times)) expect(time).toBeGreaterThanOrEqual(0);
    expect((await segmenter.segment(frameOf(40)))?.confidence).toBeNull();
  });

  test('never lets software graphics run the network', async () => {
    const { heard, workerCreate } = workersSpied();
    expect((await segmenterOf({ workerCreate }).load(() => {})).backend).toBe('wasm');
    expect(heard.some(({ type }) => type === 'ready')).toBe(true);
    const refusal = await refusalOf(segmenterOf({ backends: ['webgpu', 'webgl'] }).load(() => {}));
    expect(refusal.code).toBe('backend-missing');
  });

  test('remembers the winner, and forgets one that no longer runs', async () => {
    const memory = memoryOf();
    await segmenterOf({ memory }).load(() => {});
    expect([...memory.kept.values()]).toEqual(['wasm']);
    const [key] = memory.kept.keys();
    memory.kept.set(key!, 'webgl');
    expect((await segmenterOf({ memory }).load(() => {})).backend).toBe('wasm');
    expect(memory.kept.get(key!)).toBe('wasm');
  });

  const frames = repetitions(40, 400);
  test(
    `frees every tensor: as many after ${frames} frames as after the first`,
    async () => {
      const { heard, workerCreate } = workersSpied();
      const segmenter = segmenterOf({ workerCreate });
      for (let index = 0; index < frames; index++) {
        await segmenter.segment(frameOf(index), { confidence: index % 3 === 0 });
      }
      const counts = heard.flatMap((message) => (message.type === 'segmented' ? [message.tensors] : []));
      expect(counts).toHaveLength(frames);
      expect(new Set(counts).size).toBe(1);
      expect(counts[0]).toBeGreaterThan(0);
    },
    60_000 + frames * 1_000,
  );

  test('labels a bitmap as it labels its bytes', async () => {
    const segmenter = segmenterOf();
    const frame = frameOf(3);
    const rgba = new ImageData(512, 512);
    for (const [at, level] of frame.grey.entries()) rgba.data.set([level, level, level, 255], at * 4);
    const bitmap = await createImageBitmap(rgba);
    const fromBytes = await segmenter.segment(frame);
    const fromBitmap = await segmenter.segment({
      bitmap,
      width: 512,
      height: 512,
      sector: SECTOR,
      timeMs: 3,
    });
    const unlike = fromBytes!.mask.classes.filter(
      (value, at) => value !== fromBitmap!.mask.classes[at],
    ).length;
    // The drawn part is cropped to whole pixels, which may shift the sampling by a rounding.
    expect(unlike / 65536).toBeLessThan(0.01);
    expect(bitmap.width).toBe(0);
  });
});

describe('requests', () => {
  test('the newest wins: what is overtaken while it waits answers null', async () => {
    const segmenter = segmenterOf();
    await segmenter.load(() => {});
    const answers = await Promise.all([1, 2, 3, 4].map((timeMs) => segmenter.segment(frameOf(timeMs))));
    expect(answers.map((answer) => answer?.timeMs ?? null)).toEqual([null, null, null, 4]);
    const first = segmenter.segment(frameOf(5));
    await Promise.resolve();
    await Promise.resolve();
    const rest = [6, 7, 8].map((timeMs) => segmenter.segment(frameOf(timeMs)));
    expect((await first)?.timeMs).toBe(5);
    expect((await Promise.all(rest)).map((answer) => answer?.timeMs ?? null)).toEqual([null, null, 8]);
  });

  test('an aborted one answers null, waiting or under way, and the next one is served', async () => {
    const segmenter = segmenterOf();
    await segmenter.load(() => {});
    const underWay = new AbortController();
    const waiting = new AbortController();
    const answers = [segmenter.segment(frameOf(1), { signal: underWay.signal })];
    await Promise.resolve();
    await Promise.resolve();
    answers.push(segmenter.segment(frameOf(2), { signal: waiting.signal }));
    underWay.abort();
    waiting.abort();
    answers.push(segmenter.segment(frameOf(3)));
    expect((await Promise.all(answers)).map((answer) => answer?.timeMs ?? null)).toEqual([null, null, 3]);
    expect(await segmenter.segment(frameOf(4), { signal: AbortSignal.abort() })).toBeNull();
  });

  test('a frame whose bytes do not fit its size is refused alone', async () => {
    const segmenter = segmenterOf();
    const refusal = await refusalOf(segmenter.segment({ ...frameOf(1), width: 500 }));
    expect(refusal.code).toBe('frame-invalid');
    expect((await segmenter.segment(frameOf(2)))?.timeMs).toBe(2);
  });
});

describe('breakdowns', () => {
  test('a worker that dies over a frame is replaced, and the frame is labelled all the same', async () => {
    const { workers, workerCreate } = workersSpied();
    const segmenter = segmenterOf({ workerCreate, frameSilenceMs: 1500 });
    await segmenter.load(() => {});
    const answer = segmenter.segment(frameOf(9));
    workers[0]!.terminate();
    expect((await answer)?.timeMs).toBe(9);
    expect(workers).toHaveLength(2);
    expect((await segmenter.segment(frameOf(10)))?.timeMs).toBe(10);
  });

  test('four breakdowns, each with a frame between them, are survived, and none is told as loading', async () => {
    // One after another three are survived, and the fourth is not.
    const { workers, workerCreate } = workersSpied();
    const segmenter = segmenterOf({ workerCreate });
    const shares: number[] = [];
    await segmenter.load((share) => shares.push(share));
    const told = shares.length;
    for (let index = 0; index < 4; index++) {
      workers.at(-1)!.dispatchEvent(new ErrorEvent('error', { message: 'gone', cancelable: true }));
      expect((await segmenter.segment(frameOf(index)))?.timeMs).toBe(index);
    }
    expect(workers).toHaveLength(5);
    expect(shares).toHaveLength(told);
  }, 120_000);

  test('a worker that throws while idle is replaced at the next frame', async () => {
    const { workers, workerCreate } = workersSpied();
    const segmenter = segmenterOf({ workerCreate });
    await segmenter.load(() => {});
    workers[0]!.dispatchEvent(new ErrorEvent('error', { message: 'out of memory', cancelable: true }));
    expect((await segmenter.segment(frameOf(1)))?.timeMs).toBe(1);
    expect(workers).toHaveLength(2);
  });

  test('a worker that always throws is given up with one sentence, and every request is answered', async () => {
    let started = 0;
    const broken = URL.createObjectURL(new Blob(['throw new Error("broken")'], { type: 'text/javascript' }));
    const workerCreate = () => {
      started++;
      return new Worker(broken);
    };
    const segmenter = segmenterOf({ workerCreate });
    const answers = [segmenter.segment(frameOf(1)), segmenter.segment(frameOf(2))];
    expect(await answers[0]).toBeNull();
    expect(await refusalOf(answers[1]!)).toMatchObject({ code: 'segmenter-crashed' });
    expect(started).toBe(4);
    expect(await refusalOf(segmenter.load(() => {}))).toMatchObject({ code: 'segmenter-crashed' });
    expect(started).toBe(8);
  });

  test('after dispose what waits answers null and new frames are refused', async () => {
    const segmenter = segmenterOf();
    const answer = segmenter.segment(frameOf(1));
    segmenter.dispose();
    expect(await answer).toBeNull();
    expect(await refusalOf(segmenter.segment(frameOf(2)))).toMatchObject({ code: 'segmenter-disposed' });
  });
});

describe('a model that cannot be used', () => {
  test('a flipped byte is one clear sentence', async () => {
    const weights = files.weights.slice();
    weights[1234] = weights[1234]! ^ 4;
    const segmenter = segmenterOf({ model: async () => ({ manifest: files.manifest, weights }) });
    const refusal = await refusalOf(segmenter.load(() => {}));
    expect(refusal.code).toBe('model-damaged');
    expect(refusal).toMatchObject({ fact: { code: 'modelDamaged' } });
  });

  test('after a failed download the next load tries again', async () => {
    let tries = 0;
    const segmenter = segmenterOf({
      model: async () => {
        if (tries++ === 0) throw new TypeError('no network');
        return files;
      },
    });
    expect(await refusalOf(segmenter.load(() => {}))).toMatchObject({ message: 'no network' });
    expect((await segmenter.load(() => {})).backend).toBe('wasm');
  });

  test('after damaged files the next load asks for others, past any cache', async () => {
    const asked: boolean[] = [];
    const damaged = files.weights.slice(2);
    const segmenter = segmenterOf({
      model: async (_, isAfresh) => {
        asked.push(isAfresh);
        return isAfresh ? files : { manifest: files.manifest, weights: damaged };
      },
    });
    expect(await refusalOf(segmenter.load(() => {}))).toMatchObject({ code: 'model-damaged' });
    expect((await segmenter.load(() => {})).backend).toBe('wasm');
    expect(asked).toEqual([false, true]);
  });
});
