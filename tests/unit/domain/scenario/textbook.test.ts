import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { MarkableFinding } from '../../../../src/domain/findings/finding.ts';
import type { Mask } from '../../../../src/domain/frame/frame.ts';
import { maskResample } from '../../../../src/domain/frame/mask.ts';
import { MASK_SIZE } from '../../../../src/domain/frame/resample.ts';
import type { MmPoint } from '../../../../src/domain/geometry/point.ts';
import { beamFromMm, mmFromBeam, sectorFit } from '../../../../src/domain/geometry/sector.ts';
import type { Key } from '../../../../src/domain/grading/grade.ts';
import { gradeMarks } from '../../../../src/domain/grading/grade-marks.ts';
import { pleuraOfKey } from '../../../../src/domain/grading/key/multiples.ts';
import { keyChoose } from '../../../../src/domain/grading/key.ts';
import type { LineMark, Mark } from '../../../../src/domain/marks/mark.ts';
import { marksRasterise } from '../../../../src/domain/marks/rasterise.ts';
import { scenarioParse } from '../../../../src/domain/scenario/parse.ts';
import type { MarkStep } from '../../../../src/domain/scenario/scenario.ts';
import { phantomBands, phantomFrame, phantomOpen } from '../../../../src/simulator/exam/phantom.ts';

/** Whenever a learner stops the image, within three seconds or so of its run. */
const INDICES = [0, 45, 90];

/** The line tool as it comes, mm. */
const LINE_MM = 2;

interface Lesson {
  readonly name: string;
  readonly step: MarkStep;
  readonly key: Key;
  /** Polylines of the truth, with the scan line of their middles. */
  readonly ribs: readonly Drawn[];
  readonly pleura: readonly Drawn[];
  readonly aLines: readonly Drawn[];
}

interface Drawn {
  readonly points: readonly MmPoint[];
  readonly lateral: number;
}

function lessonsOf(path: string): readonly Lesson[] {
  const file = join(import.meta.dirname, '../../../../scenarios', `${path}.yaml`);
  const scenario = scenarioParse(readFileSync(file, 'utf8'), file);
  return scenario.images.flatMap((image) => {
    const step = scenario.steps.find((one) => one.kind === 'mark' && one.imageId === image.id) as MarkStep;
    if (image.source.kind !== 'phantom') return [];
    const phantom = phantomOpen(image.source.request);
    return INDICES.map((index): Lesson => {
      const { truth } = phantomFrame(phantom, index, MASK_SIZE);
      const { clear, faint } = phantomBands(phantom, index, MASK_SIZE);
      const sector = sectorFit(truth.mask.sector, MASK_SIZE);
      const resampled = (mask: Mask): Mask => maskResample(mask, sector, MASK_SIZE);
      const known = { clear: resampled(clear), faint: resampled(faint), network: null };
      const drawn = (points: readonly MmPoint[]): Drawn => {
        const laterals = points.map((point) => beamFromMm(sector, point).lateral);
        return { points, lateral: (Math.min(...laterals) + Math.max(...laterals)) / 2 };
      };
      return {
        name: `${image.id} ${index}`,
        step,
        key: keyChoose({ truth: resampled(truth.mask), ...known }).key,
        ribs: truth.ribs.map(drawn),
        pleura: truth.pleura.map(drawn),
        aLines: truth.aLines.map(({ points }) => drawn(points)),
      };
    });
  });
}

function line(finding: MarkableFinding, { points }: Pick<Drawn, 'points'>): LineMark {
  return { id: `${finding} ${points[0]!.x}`, kind: 'line', finding, points, widthMm: LINE_MM };
}

function isMain({ key }: Lesson, { lateral }: Drawn): boolean {
  const { from, to } = key.windows[key.main]!;
  return lateral > from && lateral < to;
}

function score({ key, step }: Lesson, marks: readonly Mark[]): number {
  const drawn = marksRasterise(marks, key.mask.sector, MASK_SIZE);
  return gradeMarks({ marks: drawn, key, classes: step.findings }).score;
}

describe('the textbook answer', () => {
  const lessons = lessonsOf('image/find-the-bat-sign');
  /** The two most central ribs by their fronts, and the pleural line between them. */
  const textbook = (lesson: Lesson): readonly Mark[] => {
    const central = [...lesson.ribs].sort((a, b) => Math.abs(a.lateral) - Math.abs(b.lateral)).slice(0, 2);
    const pleura = lesson.pleura.filter((one) => isMain(lesson, one));
    return [...central.map((rib) => line('rib', rib)), ...pleura.map((one) => line('pleural_line', one))];
  };

  test.each(lessons.map((lesson) => [lesson.name, lesson] as const))('%s: earns 95 and more', (_, lesson) => {
    expect(score(lesson, textbook(lesson))).toBeGreaterThanOrEqual(95);
  });

  test.each(
    lessons.flatMap((lesson) => {
      const echo = lesson.aLines.find((one) => isMain(lesson, one));
      return echo === undefined ? [] : [[lesson.name, lesson, echo] as const];
    }),
  )('%s: with an A-line marked as pleural line earns clearly less', (_, lesson, echo) => {
    const marks = textbook(lesson);
    expect(score(lesson, [...marks, line('pleural_line', echo)])).toBeLessThan(score(lesson, marks) - 4);
  });
});

describe('an A-line too faint for the key', () => {
  test.each(lessonsOf('a-lines/a-lines').map((lesson) => [lesson.name, lesson] as const))(
    '%s: the next whole multiple costs nothing, half a step beside it does',
    (_, lesson) => {
      const { key } = lesson;
      const main = (all: readonly Drawn[]): readonly Drawn[] => all.filter((one) => isMain(lesson, one));
      const right = [
        ...main(lesson.pleura).map((one) => line('pleural_line', one)),
        ...main(lesson.aLines).map((one) => line('a_line', one)),
      ];
      const deepest = Math.max(
        ...key.findings.flatMap(({ finding, window, multiple }) =>
          finding === 'a_line' && window === key.main ? [multiple ?? 0] : [],
        ),
      );
      const { sector } = key.mask;
      const middle = (key.windows[key.main]!.from + key.windows[key.main]!.to) / 2;
      const pleuraMm = pleuraOfKey(key)(middle)!;
      const at = (multiple: number): Mark => {
        const points = [-0.05, 0, 0.05].map((aside) =>
          mmFromBeam(sector, { lateral: middle + aside, depthMm: multiple * pleuraMm }),
        );
        return line('a_line', { points });
      };
      if ((deepest + 1) * pleuraMm > sector.depthMm - 3) return;
      const whole = score(lesson, right);
      expect(score(lesson, [...right, at(deepest + 1)])).toBeCloseTo(whole, 5);
      expect(score(lesson, [...right, at(deepest + 0.5)])).toBeLessThan(whole - 1);
    },
  );
});
