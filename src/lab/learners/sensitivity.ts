import { policyMeasure, savingOf } from './figures.ts';
import { LEARNER_MODEL, type LearnerModel } from './model.ts';

/** Each number of the model, and how low and how high it could be as well. */
const RANGES: readonly (readonly [name: keyof LearnerModel, low: number, high: number])[] = [
  ['startFailure', 0.15, 0.34],
  ['slowStartFailure', 0.28, 0.45],
  ['rate', 70, 282],
  ['slowRate', 282, 1084],
  ['skillsPerCourse', 2, 8],
  ['slip', 0, 0.05],
  ['missShare', 0.2, 0.6],
  ['confusionShare', 0.1, 0.45],
  ['easyOdds', 0.25, 1],
  ['toleranceMm', 1, 6],
  ['keepsDays', 7, 65],
  ['spacingGain', 1.1, 2],
  ['feedback', 0.5, 1.5],
  ['slowAnswerMs', 10_000, 30_000],
  ['fastAnswerMs', 3_000, 9_000],
  ['feedbackMs', 5_000, 30_000],
  ['itemsPerDay', 8, 64],
  ['normals', 0.2, 0.5],
];

export interface SensitivityLine {
  readonly name: keyof LearnerModel;
  readonly value: number;
  readonly saving: number;
  readonly lossWeek8: number;
  readonly falseCompetent: number;
}

/** The three figures with one number of the model at a time at either end of what it could be. */
export function sensitivityMeasure(seeds: readonly number[]): readonly SensitivityLine[] {
  return RANGES.flatMap(([name, low, high]) =>
    [low, high].map((value) => {
      const model = { ...LEARNER_MODEL, [name]: value };
      const scheduler = policyMeasure(model, 'scheduler', seeds, true);
      return {
        name,
        value,
        saving: savingOf(policyMeasure(model, 'fixed', seeds, false), scheduler),
        lossWeek8: scheduler.lossWeek8,
        falseCompetent: scheduler.falseCompetent,
      };
    }),
  );
}
