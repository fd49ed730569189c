import { policyMeasure, savingOf } from './figures.ts';
import { LEARNER_MODEL, type LearnerModel } from './model.ts';

/**
 * Each number of the model that these figures hang on, and how low and how high it could be as well. How wide a tolerance is
 * and how long feedback is looked at change grades and hours alone.
 */
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
  ['keepsDays', 7, 65],
  ['spacingGain', 1.1, 2],
  ['feedback', 0.5, 1.5],
  ['slowAnswerMs', 10_000, 30_000],
  ['fastAnswerMs', 3_000, 9_000],
  ['itemsPerDay', 8, 64],
  ['normals', 0.2, 0.5],
];

export interface SensitivityLine {
  /** Which number is another; null for the model as it is. */
  readonly name: keyof LearnerModel | null;
  readonly value: number | null;
  readonly saving: number;
  readonly lossWeek8: number;
  readonly falseCompetent: number;
}

/** The three figures of the model as it is, then with one number at a time at either end of what it could be. */
export function sensitivityMeasure(seeds: readonly number[]): readonly SensitivityLine[] {
  const line = (name: keyof LearnerModel | null, value: number | null): SensitivityLine => {
    const model = name === null ? LEARNER_MODEL : { ...LEARNER_MODEL, [name]: value };
    const scheduler = policyMeasure(model, 'scheduler', seeds);
    return {
      name,
      value,
      saving: savingOf(policyMeasure(model, 'fixed', seeds), scheduler),
      lossWeek8: scheduler.lossWeek8,
      falseCompetent: scheduler.falseCompetent,
    };
  };
  return [line(null, null), ...RANGES.flatMap(([name, low, high]) => [line(name, low), line(name, high)])];
}
