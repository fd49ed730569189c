import { describe, expect, test } from 'vitest';
import { maskShift } from '../../../../src/domain/frame/mask.ts';
import { beamFromMm } from '../../../../src/domain/geometry/sector.ts';
import type { Mark } from '../../../../src/domain/marks/mark.ts';
import { randomCreate } from '../../../../src/domain/numbers/random.ts';
import { TEST_SETS, testExamFrames } from '../../../../src/lab/evaluate/test-set.ts';
import { TRAINEE_LEVELS, type TraineeLevel, traineeMarks } from '../../../../src/lab/evaluate/trainee.ts';
import { traineesGrade } from '../../../../src/lab/evaluate/trainee-grades.ts';
import { SQUARE } from '../../domain/grading/fixture.ts';

const FLAWLESS: TraineeLevel = {
  name: 'flawless',
  missed: 0,
  mistaken: 0,
  imagined: 0,
  shiftMm: 0,
  width: 0,
  cut: 0,
};

const MARKS: readonly Mark[] = [
  {
    id: 'a',
    kind: 'line',
    finding: 'a_line',
    widthMm: 2,
    points: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((x) => ({ x, y: 20 })),
  },
  { id: 'b', kind: 'beam', finding: 'b_line', origin: { x: 5, y: 10 }, widthMm: 3, endDepthMm: 60 },
  {
    id: 'c',
    kind: 'region',
    finding: 'consolidation',
    points: [
      { x: -20, y: 10 },
      { x: -10, y: 10 },
      { x: -10, y: 20 },
      { x: -20, y: 20 },
    ],
  },
];

function drawn(errors: Partial<TraineeLevel>, stream = 0): readonly Mark[] {
  return traineeMarks(randomCreate(7, stream), { ...FLAWLESS, ...errors }, MARKS, SQUARE);
}

describe('the marks of a simulated trainee', () => {
  test('are the perfect ones without errors, and the same for the same seed', () => {
    expect(drawn({})).toEqual(MARKS);
    const [novice] = TRAINEE_LEVELS;
    expect(drawn(novice!, 3)).toEqual(drawn(novice!, 3));
    expect(drawn(novice!, 3)).not.toEqual(drawn(novice!, 4));
  });

  test('lack what is missed, and carry the class that it is mistaken for', () => {
    expect(drawn({ missed: 1 })).toEqual([]);
    const findings = drawn({ mistaken: 1 }).map((mark) => (mark.kind === 'eraser' ? '' : mark.finding));
    expect(findings).toEqual(['pleural_line', 'b_line_confluence', 'pleural_effusion']);
  });

  test('are moved by about what is asked', () => {
    const moved = Array.from({ length: 200 }, (_, stream) => {
      const beam = drawn({ shiftMm: 2 }, stream)[1]!;
      if (beam.kind !== 'beam') throw new Error('the second mark is a beam');
      expect(beam.endDepthMm - beam.origin.y).toBeCloseTo(50, 9);
      return beam.origin.x - 5;
    });
    const spread = Math.sqrt(moved.reduce((sum, dx) => sum + dx * dx, 0) / moved.length);
    expect(spread).toBeGreaterThan(1.7);
    expect(spread).toBeLessThan(2.3);
  });

  test('are cut at their ends and wider or narrower, a region about its middle', () => {
    const [line, beam, region] = drawn({ cut: 0.4, width: 0.5 }, 5);
    if (line?.kind !== 'line' || beam?.kind !== 'beam' || region?.kind !== 'region') {
      throw new Error('kinds stay');
    }
    expect(line.points.length).toBeLessThan(10);
    expect(line.points.length).toBeGreaterThanOrEqual(2);
    expect(line.widthMm).not.toBe(2);
    expect(beam.endDepthMm).toBeLessThan(60);
    expect(beam.endDepthMm).toBeGreaterThan(40);
    const [left, right] = [region.points[0]!, region.points[1]!];
    expect((left.x + right.x) / 2).toBeCloseTo(-15, 9);
    expect(right.x - left.x).not.toBeCloseTo(10, 1);
  });

  test('that are imagined lie inside the image, half of those asked for', () => {
    const imagined = Array.from({ length: 100 }, (_, stream) =>
      drawn({ missed: 1, imagined: 4 }, stream),
    ).flat();
    expect(imagined.length).toBeGreaterThan(150);
    expect(imagined.length).toBeLessThan(250);
    expect(new Set(imagined.map(({ kind }) => kind))).toEqual(new Set(['line', 'beam', 'region']));
    for (const mark of imagined) {
      for (const point of mark.kind === 'beam' ? [mark.origin] : mark.points) {
        const { lateral, depthMm } = beamFromMm(SQUARE, point);
        expect(Math.abs(lateral)).toBeLessThanOrEqual(1);
        expect(depthMm).toBeGreaterThanOrEqual(0);
        expect(depthMm).toBeLessThanOrEqual(SQUARE.depthMm);
      }
    }
  });
});

describe('grades of simulated trainees on phantom frames', () => {
  const frames = [1, 3, 4, 8].map((place) => testExamFrames(TEST_SETS.v1, place)[0]!);
  // A network that sees all, but 3 mm too deep.
  const graded = frames.flatMap(({ truth, mask, bands }, place) =>
    traineesGrade(
      {
        truth,
        mask,
        bands: bands(),
        network: maskShift(mask, 0, 3),
        confidence: new Uint8Array(mask.classes.length).fill(230),
      },
      place,
      0,
      15,
    ),
  );

  test('go up with the level by the truth, from under 40 to over 90', () => {
    const means = TRAINEE_LEVELS.map((_, level) => {
      const own = graded.filter((grades) => grades.level === level);
      expect(own).toHaveLength(12);
      return own.reduce((sum, { truth }) => sum + truth, 0) / own.length;
    });
    expect(means).toEqual([...means].sort((a, b) => a - b));
    expect(means[0]).toBeLessThan(40);
    expect(means[4]).toBeGreaterThan(90);
  });

  test('suffer from a network that errs on clips, and much less in the game, where the truth steps in', () => {
    const apart = (key: 'network' | 'game'): number =>
      graded.reduce((sum, grades) => sum + Math.abs((grades[key] ?? grades.truth) - grades.truth), 0) /
      graded.length;
    expect(apart('network')).toBeGreaterThan(10);
    expect(apart('game')).toBeLessThan(apart('network') / 3);
  });

  test('are the same by truth and network where the network is the truth', () => {
    const { truth, mask, bands } = frames[0]!;
    const confidence = new Uint8Array(mask.classes.length).fill(255);
    const sure = traineesGrade({ truth, mask, bands: bands(), network: mask, confidence }, 1, 0, 5);
    for (const grades of sure) {
      expect(grades.network).toBeCloseTo(grades.truth, 0);
      expect(grades.game).toBeCloseTo(grades.truth, 0);
    }
  });
});
