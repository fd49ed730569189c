import { expect, test, vi } from 'vitest';
import type { ExamFrame } from '../../../../src/domain/adaptation/frame-set.ts';
import { CodedError } from '../../../../src/domain/errors/coded-error.ts';
import type { Sector } from '../../../../src/domain/geometry/sector.ts';
import { trainingCreate } from '../../../../src/parts/adaptation/training.ts';
import type { Records } from '../../../../src/ports/records.ts';
import type { AdaptHold, AdaptResult, AdaptWanted } from '../../../../src/ports/tuner.ts';
import { adaptedMake } from '../../../support/adapted-make.ts';

const SECTOR: Sector = {
  ...{ kind: 'linear', mmPerPx: 1, originPx: { x: 2, y: 0 } },
  ...{ widthMm: 4, depthMm: 4 },
};
const { facts } = adaptedMake();

const frames: readonly ExamFrame[] = Array.from({ length: 10 }, (_, at) => ({
  ...{ clipId: `clip ${at % 5}`, index: at, marks: [], isLeftOut: false, exam: at + 1 },
}));

function recordsFake() {
  const clipRead = vi.fn(async (id: string) => ({
    record: { id, width: 4, height: 4, sector: SECTOR, timesMs: Array.from({ length: 10 }, (_, at) => at) },
    frame: async (index: number) => new Uint8Array(16).fill(index),
  }));
  return { clipRead } as unknown as Records & { clipRead: typeof clipRead };
}

/** A tuner that is told when to end. */
function tunerFake() {
  const asked: {
    wanted: AdaptWanted;
    hold: AdaptHold;
    done: (of: AdaptResult) => void;
    fail: (of: Error) => void;
  }[] = [];
  const tuner = (wanted: AdaptWanted, hold: AdaptHold) =>
    new Promise<AdaptResult>((done, fail) => {
      hold.signal.addEventListener('abort', () => fail(new DOMException('Cancelled', 'AbortError')));
      asked.push({ wanted, hold, done, fail });
    });
  return { asked, tuner };
}

const result = {
  ...{ parent: facts.parent, frames: 7, exams: 7, steps: 40, files: null, sha256: null, held: [] },
  ...{ before: facts.held.before, after: facts.held.after, crossValidation: { before: 0, after: 0 } },
} satisfies AdaptResult;

const begun = (asked: readonly unknown[]) => vi.waitFor(() => expect(asked).toHaveLength(1));

test('gives the tuner images with their labels, three of ten exams held, and tells how it goes', async () => {
  const { asked, tuner } = tunerFake();
  const records = recordsFake();
  const training = trainingCreate(tuner, async () => records);
  const ended = training.start(frames, 1000);
  await begun(asked);
  // A second one waits for nobody.
  await training.start(frames, 1000);
  expect(asked).toHaveLength(1);
  const { wanted, hold, done } = asked[0]!;
  expect(records.clipRead).toHaveBeenCalledTimes(5);
  expect(wanted.budgetMs).toBe(1000);
  expect(wanted.frames.map(({ frame }) => frame.grey[0])).toEqual(frames.map(({ index }) => index));
  expect(wanted.frames.filter(({ isHeld }) => isHeld)).toHaveLength(3);
  hold.onProgress('learning', 0.25, 9000);
  expect(training.state.value).toEqual({ kind: 'learning', phase: 'learning', share: 0.25, leftMs: 9000 });
  done(result);
  await ended;
  expect(training.state.value).toMatchObject({
    kind: 'done',
    facts: { parent: facts.parent, frames: 7, exams: 7, steps: 40, held: { frames: 3, exams: 3 } },
  });
  training.clear();
  expect(training.state.value).toEqual({ kind: 'idle' });
});

test('is cancelled, after which nothing is told of it, and can be begun again', async () => {
  const { asked, tuner } = tunerFake();
  const training = trainingCreate(tuner, async () => recordsFake());
  const ended = training.start(frames, 1000);
  await begun(asked);
  training.cancel();
  await ended;
  expect(asked[0]!.hold.signal.aborted).toBe(true);
  asked[0]!.hold.onProgress('learning', 0.5, 1);
  expect(training.state.value).toEqual({ kind: 'idle' });
  const again = training.start(frames, 1000);
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  asked[1]!.done(result);
  await again;
  expect(training.state.value.kind).toBe('done');
});

test('a worker that dies is told in one sentence', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const { asked, tuner } = tunerFake();
  const training = trainingCreate(tuner, async () => recordsFake());
  const ended = training.start(frames, 1000);
  await begun(asked);
  asked[0]!.fail(new CodedError('tuner-crashed', { code: 'tuningCrashed' }));
  await ended;
  expect(training.state.value).toEqual({ kind: 'failed', fact: { code: 'tuningCrashed' } });
});
