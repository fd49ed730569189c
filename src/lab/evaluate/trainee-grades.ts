import { MARKABLE_FINDINGS } from '../../domain/findings/finding.ts';
import type { Mask, Truth, VisibilityBands } from '../../domain/frame/frame.ts';
import type { Key } from '../../domain/grading/grade.ts';
import { gradeMarks } from '../../domain/grading/grade-marks.ts';
import { keyChoose } from '../../domain/grading/key.ts';
import { marksFromTruth } from '../../domain/marks/from-truth.ts';
import { marksRasterise } from '../../domain/marks/rasterise.ts';
import { randomCreate } from '../../domain/numbers/random.ts';
import { TRAINEE_LEVELS, traineeMarks } from './trainee.ts';

/** How many simulated trainees are graded on a whole test set. */
export const TRAINEES = 2000;

/** One trainee's total on one frame by three keys, each 0-100. */
export interface TraineeGrades {
  /** Place in TRAINEE_LEVELS. */
  readonly level: number;
  readonly truth: number;
  /** By the network alone, as on a recorded clip; null where no total is given (see `Grade.isJudged`). */
  readonly network: number | null;
  /** By the truth, and by what it and the network both show where they agree, as the game grades phantom frames. */
  readonly game: number;
}

/** The truth and the network's answer that one frame is graded by. */
export interface TraineeFrame {
  readonly truth: Truth;
  /** The truth's, on the raster of the network's mask. */
  readonly mask: Mask;
  /** The truth's at the other limits of visibility, on the same raster. */
  readonly bands: VisibilityBands;
  readonly network: Mask;
  readonly confidence: Uint8Array;
}

const CLASSES = MARKABLE_FINDINGS.map((finding) => ({ finding }));

/** A trainee's drawing on a frame. */
export interface TraineeDrawing {
  /** Place in TRAINEE_LEVELS. */
  readonly level: number;
  readonly marks: Mask;
}

/**
 * Trainees' drawings on a frame.
 * @param mask the truth's, on the raster to be graded on
 * @param first number of the first trainee; levels go round by number, and each number errs in its own way
 */
export function traineesDraw(
  truth: Truth,
  mask: Mask,
  seed: number,
  first: number,
  count: number,
): readonly TraineeDrawing[] {
  const perfect = marksFromTruth(truth, mask);
  return Array.from({ length: count }, (_, place) => {
    const number = first + place;
    const level = number % TRAINEE_LEVELS.length;
    const drawn = traineeMarks(randomCreate(seed, number), TRAINEE_LEVELS[level]!, perfect, mask.sector);
    return { level, marks: marksRasterise(drawn, mask.sector, mask.width) };
  });
}

/** A drawing's total by a key, 0-100, all classes asked for. */
export function traineeScore({ marks }: TraineeDrawing, key: Key): number {
  return gradeMarks({ marks, key, classes: CLASSES }).score;
}

/** The same as a learner is told it: null where the key can be trusted for too little to give a total. */
function traineeTotal({ marks }: TraineeDrawing, key: Key): number | null {
  const grade = gradeMarks({ marks, key, classes: CLASSES });
  return grade.isJudged ? grade.score : null;
}

/** Grades trainees on a frame; `seed`, `first` and `count` as of `traineesDraw`. */
export function traineesGrade(
  { truth, mask, bands, network, confidence }: TraineeFrame,
  seed: number,
  first: number,
  count: number,
): readonly TraineeGrades[] {
  const keys = {
    truth: keyChoose({ truth: mask, ...bands, network: null }).key,
    network: keyChoose({ truth: null, network, confidence }).key,
    game: keyChoose({ truth: mask, ...bands, network, confidence }).key,
  };
  return traineesDraw(truth, mask, seed, first, count).map((drawing) => {
    return {
      level: drawing.level,
      truth: traineeScore(drawing, keys.truth),
      network: traineeTotal(drawing, keys.network),
      game: traineeScore(drawing, keys.game),
    };
  });
}
