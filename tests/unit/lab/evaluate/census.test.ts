import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { MARKABLE_FINDINGS } from '../../../../src/domain/findings/finding.ts';
import type { Truth } from '../../../../src/domain/frame/frame.ts';
import {
  censusTable,
  EXAM_FEATURES,
  examsCount,
  type FrameCensus,
  frameCensus,
  framesCount,
} from '../../../../src/lab/evaluate/census.ts';
import { framesOf, TEST_SETS, testExamDraw, testExamFrames } from '../../../../src/lab/evaluate/test-set.ts';
import { examDraw } from '../../../../src/simulator/exam/exam-draw.ts';
import { phantomFromExam } from '../../../../src/simulator/exam/phantom.ts';
import { box, maskOf } from '../../domain/grading/fixture.ts';

describe('the test sets', () => {
  const { v1, v2, v3, dev } = TEST_SETS;

  test('are the same bytes where an organ reaches the last sample, whose depth rounds down', () => {
    // The six such exams of the second set are none that a glance at its first would show.
    const hash = createHash('sha256');
    for (const { frame, mask } of testExamFrames(v2, 147)) hash.update(frame.grey).update(mask.classes);
    expect(hash.digest('hex')).toBe('1a7ea4fac23d4013a888b254d356360e5b17e7518524aab09b5e3e35522bf290');
  });

  test('hold 500 and 1,000 frames of exams that no other set has', () => {
    expect([framesOf(v1), framesOf(v2)]).toEqual([500, 1000]);
    expect(v2.seedFirst).toBeGreaterThanOrEqual(v1.seedFirst + v1.exams);
    expect(v3.seedFirst).toBeGreaterThanOrEqual(v2.seedFirst + v2.exams);
    expect(v3.seedFirst + v3.exams).toBeLessThan(2 ** 32);
    expect([testExamDraw(v1, 0).edition, testExamDraw(v2, 0).edition]).toEqual(['calm', 'varied']);
  });

  test('the set to choose by has no exam of a judge, and anatomy of training alone', () => {
    expect(dev.seedFirst + dev.exams).toBeLessThan(v1.seedFirst);
    expect([v1, v2, v3, dev].map(({ split }) => split)).toEqual(['test', 'test', 'test', 'train']);
    expect(testExamDraw(dev, 0)).toEqual(
      examDraw({ seed: dev.seedFirst, split: 'train', edition: 'varied' }),
    );
  });

  test('the second holds every distractor, in five exams at least', () => {
    const exams = Array.from({ length: v2.exams }, (_, place) => testExamDraw(v2, place));
    for (const [name, count] of examsCount(exams)) {
      expect(count, name).toBeGreaterThanOrEqual(5);
      expect(count, name).toBeLessThanOrEqual(0.9 * v2.exams);
    }
  });

  test('all findings show up within a few exams of the second', () => {
    const seen = new Set<string>();
    for (let place = 0; place < 60; place++) {
      const exam = testExamDraw(v2, place);
      // Only exams that may add what is still missing are drawn: drawing is slow.
      const { layer } = exam.lung;
      if (layer !== null && seen.has(layer.kind)) continue;
      if (layer === null && ['a_line', 'b_line', 'b_line_confluence'].every((name) => seen.has(name)))
        continue;
      const [shown] = testExamFrames(v2, place);
      for (const finding of frameCensus(shown!.truth, shown!.mask).findings) seen.add(finding);
      if (seen.size === MARKABLE_FINDINGS.length) break;
    }
    expect([...seen].sort()).toEqual([...MARKABLE_FINDINGS].sort());
  });

  test('an exam that is drawn for the census is the one that its frames show', () => {
    const [shown] = testExamFrames(v2, 2);
    const exam = testExamDraw(v2, 2);
    expect(shown!.truth.sliding).toBe(exam.lung.sliding);
    expect(shown!.drawn.sector.depthMm).toBe(phantomFromExam(exam).exam.probe.depthMm);
  });
});

describe('the census', () => {
  const NOTHING: FrameCensus = { findings: [], ribs: 0, hasShortBLine: false };

  test('of a frame names findings of more than a speck, ribs, and B-lines that stop short', () => {
    const mask = maskOf([box('pleural_line', 10, 10, 40, 2), box('rib', 3, 3, 1, 2)]);
    const bLine = { origin: { x: 0, y: 10 }, lateral: 0, widthMm: 3, confluent: false };
    const truth = (endDepthMm: number): Truth => ({
      mask,
      aLines: [],
      bLines: [{ ...bLine, endDepthMm }],
      pleura: [],
      ribs: [[{ x: 3, y: 3 }]],
      sliding: true,
    });
    expect(frameCensus(truth(40), mask)).toEqual({
      findings: ['pleural_line'],
      ribs: 1,
      hasShortBLine: true,
    });
    expect(frameCensus(truth(60), mask).hasShortBLine).toBe(false);
  });

  test('counts exams and frames', () => {
    const exam = testExamDraw(TEST_SETS.v2, 0);
    const none = {
      ...exam,
      wall: { ...exam.wall, ribs: [] },
      lung: { ...exam.lung, bLines: [], eLines: [] },
    };
    const tail = {
      ...testExamDraw(TEST_SETS.v2, 0).lung.bLines[0]!,
      kind: 'comet_tail' as const,
      lossDbMm: 0.5,
    };
    const withTail = { ...none, lung: { ...none.lung, bLines: [tail] } };
    const counts = new Map(examsCount([none, withTail]));
    expect(counts.size).toBe(EXAM_FEATURES.length);
    expect([
      counts.get('no ribs'),
      counts.get('Z-lines'),
      counts.get('comet tails'),
      counts.get('E-lines'),
    ]).toEqual([2, 1, 0, 0]);
    const shown = new Map(
      framesCount([NOTHING, { findings: ['rib', 'a_line'], ribs: 2, hasShortBLine: false }]),
    );
    expect(
      ['Rib', 'A-line', 'B-line', 'nothing at all', 'one rib', 'two ribs'].map((name) => shown.get(name)),
    ).toEqual([1, 1, 0, 1, 0, 1]);
    expect(censusTable([none, withTail], [NOTHING])).toMatch(/^\| Z-lines +\| +1 \| +50\.0 % \|$/m);
  });
});
