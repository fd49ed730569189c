import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FINDING_INDEX, type MarkableFinding } from '../../../../src/domain/findings/finding.ts';
import type { Truth } from '../../../../src/domain/frame/frame.ts';
import { gradeMarks } from '../../../../src/domain/grading/grade-marks.ts';
import { keyChoose } from '../../../../src/domain/grading/key.ts';
import { marksFromTruth } from '../../../../src/domain/marks/from-truth.ts';
import type { Mark } from '../../../../src/domain/marks/mark.ts';
import { marksShift } from '../../../../src/domain/marks/mark-shift.ts';
import { marksRasterise } from '../../../../src/domain/marks/rasterise.ts';
import { scenarioParse } from '../../../../src/domain/scenario/parse.ts';
import type { MarkStep, Scenario, ScenarioImage } from '../../../../src/domain/scenario/scenario.ts';
import { phantomFrame, phantomOpen } from '../../../../src/simulator/exam/phantom.ts';

/** Seeds are chosen by what they show; when the phantom changes, these tests say which are to be chosen again. */

const FOLDER = join(import.meta.dirname, '../../../../scenarios');
const SIZE = 256;

/** Whenever a learner stops the image, within three seconds or so of its run. */
const INDICES = [0, 45, 90];

const SCENARIOS = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^[^.]+\.yaml$/.test(file))
  .map((file) => scenarioParse(readFileSync(join(FOLDER, file), 'utf8'), file))
  .filter(({ images }) => images.some(({ source }) => source.kind === 'phantom'))
  .filter(({ steps }) => steps.some(({ kind }) => kind === 'mark'));

interface Shown {
  readonly image: ScenarioImage;
  readonly step: MarkStep;
  readonly truths: readonly Truth[];
}

/** The phantom images of a scenario, each with its mark step. */
function shownOf(scenario: Scenario): readonly Shown[] {
  return scenario.images.flatMap((image): Shown[] => {
    const { source } = image;
    const step = scenario.steps.find(({ kind, imageId }) => kind === 'mark' && imageId === image.id);
    if (source.kind !== 'phantom' || step?.kind !== 'mark') return [];
    const phantom = phantomOpen(source.request);
    return [{ image, step, truths: INDICES.map((index) => phantomFrame(phantom, index, SIZE).truth) }];
  });
}

/** Of these a part stays right where all of it is marked beside itself. */
const AREAS: readonly MarkableFinding[] = ['b_line_confluence', 'pleural_effusion', 'consolidation'];

/** Classes of the truth that a mark step asks for; none on an image that was chosen for having nothing of it. */
function askedOf({ mask }: Truth, { findings }: MarkStep) {
  return findings.filter(({ finding }) => mask.classes.includes(FINDING_INDEX[finding]));
}

function scoreOf({ mask }: Truth, step: MarkStep, marks: readonly Mark[]): number {
  const { key } = keyChoose({ truth: mask, network: null });
  return gradeMarks({ marks: marksRasterise(marks, mask.sector, SIZE), key, classes: step.findings }).score;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe.each(SCENARIOS.map((scenario) => [scenario.id, scenario] as const))('%s', (_, scenario) => {
  const shown = shownOf(scenario);

  test('shows everything that it teaches', () => {
    expect(shown.length).toBeGreaterThan(0);
    for (const finding of scenario.teaches) {
      const value = FINDING_INDEX[finding];
      const seen = shown.some(({ truths }) => truths.every(({ mask }) => mask.classes.includes(value)));
      expect(seen, finding).toBe(true);
    }
  });

  test.each(shown.map((found) => [found.image.id, found] as const))(
    '%s shows what is asked of it',
    (id, found) => {
      const { request } = found.image.source as Extract<ScenarioImage['source'], { kind: 'phantom' }>;
      const item = found.image.draw?.item ?? null;
      for (const truth of found.truths) {
        const asked = askedOf(truth, found.step).map(({ finding }) => finding);
        if (item?.isNormal) expect(asked, id).not.toContain(item.skill.split('.')[0]);
        else expect(asked.length, id).toBeGreaterThan(0);
        if (request.pattern === 'b_lines') {
          if (request.bLines === undefined) expect(truth.bLines.length).toBeGreaterThan(0);
          else expect(truth.bLines).toHaveLength(request.bLines);
        }
        expect(truth.bLines.some(({ confluent }) => confluent)).toBe(request.pattern === 'confluence');
        if (request.pattern === 'a_lines') expect(truth.aLines.length).toBeGreaterThan(0);
      }
    },
  );

  test('marks made from the truth score at least 90, none 0, and lines 10 mm off less than 40', () => {
    const shifted: number[] = [];
    for (const { step, truths } of shown) {
      for (const truth of truths) {
        const marks = marksFromTruth(truth, truth.mask);
        const whole = scoreOf(truth, step, marks);
        expect(whole).toBeGreaterThanOrEqual(90);
        const asked = askedOf(truth, step);
        // Who marks nothing where there is nothing is right.
        expect(scoreOf(truth, step, [])).toBe(asked.length > 0 ? 0 : 100);
        if (asked.length === 0) continue;
        // Down and to the side, as lines lie along one of these.
        const off = marksShift(marks, truth.mask.sector, 10 * Math.SQRT1_2, 10 * Math.SQRT1_2);
        const score = scoreOf(truth, step, off);
        expect(score).toBeLessThan(whole);
        if (!asked.some(({ finding }) => AREAS.includes(finding))) shifted.push(score);
      }
    }
    if (shifted.length > 0) expect(mean(shifted)).toBeLessThan(40);
  });
});
