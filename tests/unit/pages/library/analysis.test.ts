import { describe, expect, test } from 'vitest';
import { createActor, waitFor } from 'xstate';
import { CodedError } from '../../../../src/domain/errors/coded-error.ts';
import {
  type AnalysisKnown,
  analysisIsWhole,
  analysisMachineCreate,
  type ImagesAnalysed,
} from '../../../../src/pages/library/machine/analysis.ts';
import type { ClipAnalysis } from '../../../../src/ports/records.ts';
import { english } from '../../../support/facts.ts';
import { reportMake } from '../../domain/analysis/report-make.ts';

const HASH = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);
const SEEN = reportMake({ b_line: 1 }, 0.2);
const NOTHING = reportMake();

interface Run {
  readonly known: AnalysisKnown;
  readonly tell: (images: ImagesAnalysed) => void;
  done(): void;
  fail(error: Error): void;
  isStopped: boolean;
}

function analysisStart(stored: ClipAnalysis | null | Error, images = 3) {
  const runs: Run[] = [];
  const actor = createActor(
    analysisMachineCreate({
      async storedRead() {
        if (stored instanceof Error) throw stored;
        return stored;
      },
      imagesAnalyse: (known, tell, aborted) =>
        new Promise((done, fail) => {
          const run: Run = { known, tell, done: () => done(), fail, isStopped: false };
          aborted.addEventListener('abort', () => {
            run.isStopped = true;
          });
          runs.push(run);
        }),
    }),
    { input: { images } },
  ).start();
  const resting = () => waitFor(actor, (snapshot) => snapshot.matches('resting'));
  const seen = () => actor.getSnapshot().context.reports.map((report) => report !== null);
  return { actor, runs, resting, seen };
}

describe('an analysis', () => {
  test('runs image by image until the clip is whole, and not again', async () => {
    const { actor, runs, resting, seen } = analysisStart(null);
    await resting();
    actor.send({ type: 'analysis.start' });
    const [run] = runs;
    expect(run!.known).toEqual({ reports: [null, null, null], weightsSha256: null });
    run!.tell({ weightsSha256: HASH, first: 0, reports: [SEEN, NOTHING] });
    expect(seen()).toEqual([true, true, false]);
    run!.tell({ weightsSha256: HASH, first: 2, reports: [SEEN] });
    run!.done();
    await resting();
    expect(actor.getSnapshot().context).toMatchObject({
      reports: [SEEN, NOTHING, SEEN],
      weightsSha256: HASH,
      problem: null,
    });
    expect(analysisIsWhole(actor.getSnapshot().context)).toBe(true);
    actor.send({ type: 'analysis.start' });
    expect(runs).toHaveLength(1);
  });

  test('reports of earlier versions are shown, and made anew when asked: they lack a count or what the clip is read by', async () => {
    for (const lack of [{ facts: null }, { spaceBLines: null }]) {
      const before = { ...SEEN, ...lack };
      const { actor, runs, resting } = analysisStart({ weightsSha256: HASH, reports: [before, SEEN, SEEN] });
      await resting();
      expect(actor.getSnapshot().context.reports[0]).toEqual(before);
      expect(analysisIsWhole(actor.getSnapshot().context)).toBe(false);
      actor.send({ type: 'analysis.start' });
      expect(runs).toHaveLength(1);
    }
  });

  test('stopped, it keeps what is done, also what was still under way, and goes on from there', async () => {
    const { actor, runs, resting, seen } = analysisStart(null);
    await resting();
    actor.send({ type: 'analysis.start' });
    runs[0]!.tell({ weightsSha256: HASH, first: 0, reports: [SEEN] });
    actor.send({ type: 'analysis.stop' });
    expect([actor.getSnapshot().value, runs[0]!.isStopped]).toEqual(['resting', true]);
    actor.send({
      type: 'images.analysed',
      images: { weightsSha256: HASH, first: 1, reports: [NOTHING] },
    });
    expect(seen()).toEqual([true, true, false]);
    actor.send({ type: 'analysis.start' });
    expect(runs[1]!.known).toEqual({ reports: [SEEN, NOTHING, null], weightsSha256: HASH });
  });

  test('that fails says why, keeps what is done, and can be started again', async () => {
    const { actor, runs, resting, seen } = analysisStart(null);
    await resting();
    actor.send({ type: 'analysis.start' });
    runs[0]!.tell({ weightsSha256: HASH, first: 1, reports: [SEEN] });
    runs[0]!.fail(new CodedError('storage_full', english('The storage is full: delete clips.')));
    await resting();
    expect(actor.getSnapshot().context.problem).toEqual(english('The storage is full: delete clips.'));
    expect(seen()).toEqual([false, true, false]);
    actor.send({ type: 'analysis.start' });
    expect(actor.getSnapshot().context.problem).toBeNull();
  });

  test('that was kept is there at once, before the network is', async () => {
    const { actor, resting } = analysisStart({ weightsSha256: HASH, reports: [SEEN, null, NOTHING] });
    await resting();
    expect(actor.getSnapshot().context.reports).toEqual([SEEN, null, NOTHING]);
    actor.send({ type: 'network.known', weightsSha256: HASH });
    expect(actor.getSnapshot().context).toMatchObject({
      reports: [SEEN, null, NOTHING],
      isOutdated: false,
    });
  });

  test.each(['before', 'after'] as const)(
    'of another network is dropped, whether that is known %s it was read',
    async (when) => {
      const { actor, runs, resting, seen } = analysisStart({
        weightsSha256: OTHER,
        reports: [SEEN, SEEN, SEEN],
      });
      const know = () => actor.send({ type: 'network.known', weightsSha256: HASH });
      if (when === 'before') know();
      await resting();
      if (when === 'after') know();
      expect(seen()).toEqual([false, false, false]);
      expect(actor.getSnapshot().context).toMatchObject({ weightsSha256: null, isOutdated: true });
      actor.send({ type: 'analysis.start' });
      runs[0]!.tell({ weightsSha256: HASH, first: 0, reports: [NOTHING] });
      expect(actor.getSnapshot().context).toMatchObject({ weightsSha256: HASH, isOutdated: false });
    },
  );

  test('of another network is dropped also when the network is known only by its first images', async () => {
    const { actor, runs, resting } = analysisStart({ weightsSha256: OTHER, reports: [SEEN, SEEN, null] });
    await resting();
    actor.send({ type: 'analysis.start' });
    runs[0]!.tell({ weightsSha256: HASH, first: 2, reports: [NOTHING] });
    expect(actor.getSnapshot().context.reports).toEqual([null, null, NOTHING]);
  });

  test('that does not fit the clip or cannot be read leaves it to be analysed', async () => {
    const short = analysisStart({ weightsSha256: HASH, reports: [SEEN] });
    await short.resting();
    expect(short.seen()).toEqual([false, false, false]);
    const broken = analysisStart(new CodedError('read_failed', english('Reload the page.')));
    await broken.resting();
    expect(broken.actor.getSnapshot().context.problem).toEqual(english('Reload the page.'));
    broken.actor.send({ type: 'analysis.start' });
    expect(broken.runs).toHaveLength(1);
  });
});
