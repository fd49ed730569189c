import { MARKABLE_FINDINGS } from '../../domain/findings/finding.ts';
import type { Mask, Truth } from '../../domain/frame/frame.ts';
import type { Key } from '../../domain/grading/grade.ts';
import { gradeMarks } from '../../domain/grading/grade-marks.ts';
import { keyChoose } from '../../domain/grading/key.ts';
import { marksFromTruth } from '../../domain/marks/from-truth.ts';
import { marksRasterise } from '../../domain/marks/rasterise.ts';
import { randomCreate } from '../../domain/phantom/random.ts';
import { TRAINEE_LEVELS, traineeMarks } from './trainee.ts';

/** How many simulated trainees are graded on a whole test set. */
export const TRAINEES = 2000;

/** One trainee's total on one frame by three keys, each 0-100. */
export interface TraineeGrades {
  /** Place in TRAINEE_LEVELS. */
  readonly level: number;
  readonly truth: number;
  /** By the network alone, as on a recorded clip. */
  readonly network: number;
  /** By the network where it agrees with the truth and else by the truth, as the game grades phantom frames. */
  readonly game: number;
}

/** What one frame is graded by. */
export interface TraineeFrame {
  readonly truth: Truth;
  /** The truth's, on the raster of the network's mask. */
  readonly mask: Mask;
  readonly network: Mask;
  readonly confidence: Uint8Array;
}

const CLASSES = MARKABLE_FINDINGS.map((finding) => ({ finding }));

/**
 * Grades trainees on a frame, all classes asked for.
 * @param first number of the first trainee; levels go round by number, and each number errs in its own way
 */
export function traineesGrade(
  { truth, mask, network, confidence }: TraineeFrame,
  seed: number,
  first: number,
  count: number,
): readonly TraineeGrades[] {
  const keys = {
    truth: keyChoose({ truth: mask, network: null }).key,
    network: keyChoose({ truth: null, network, confidence }).key,
    game: keyChoose({ truth: mask, network, confidence }).key,
  };
  const perfect = marksFromTruth(truth, mask);
  return Array.from({ length: count }, (_, place) => {
    const number = first + place;
    const level = number % TRAINEE_LEVELS.length;
    const drawn = traineeMarks(randomCreate(seed, number), TRAINEE_LEVELS[level]!, perfect, mask.sector);
    const marks = marksRasterise(drawn, mask.sector, mask.width);
    const scoreBy = (key: Key): number => gradeMarks({ marks, key, classes: CLASSES }).score;
    return { level, truth: scoreBy(keys.truth), network: scoreBy(keys.network), game: scoreBy(keys.game) };
  });
}
