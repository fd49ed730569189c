import { examFrameIndex, examSeed } from '../../cli/shared/seeds.ts';
import type {
  PhantomDevice,
  PhantomEdition,
  PhantomPattern,
  PhantomSplit,
} from '../../domain/scan/phantom-request.ts';
import type { PolarSize } from '../../network/polar-sampling.ts';

/**
 * The settings that fix a data set, apart from how far it is rendered: exam k is the same however many are asked for.
 */
export interface DatasetPlan {
  readonly seed: number;
  readonly split: Exclude<PhantomSplit, 'game'>;
  readonly edition: PhantomEdition;
  /** null: drawn by each exam's seed. */
  readonly pattern: PhantomPattern | null;
  /** Left out for the trainer's machines: data sets of before there was another go on. */
  readonly device?: Exclude<PhantomDevice, 'trainer'>;
  readonly framesPerExam: number;
  /** Of the polar raster that frames and masks are brought into. */
  readonly size: PolarSize;
}

/** Side of the square at which the simulator draws, as in the game. */
export const RENDER_PX = 512;

/** Exams in one shard file. */
export const SHARD_EXAMS = 1024;

export interface ExamPlan {
  readonly index: number;
  readonly seed: number;
  readonly frameIndices: readonly number[];
}

export function examPlan(plan: DatasetPlan, index: number): ExamPlan {
  const seed = examSeed(plan.seed, index, plan.split);
  return {
    index,
    seed,
    frameIndices: Array.from({ length: plan.framesPerExam }, (_, part) =>
      examFrameIndex(seed, part, plan.framesPerExam),
    ),
  };
}

/** Where an exam's frames lie: the shard, and the byte offset of its first frame in it. */
export function examPlace(
  plan: DatasetPlan,
  index: number,
): { readonly shard: number; readonly offset: number } {
  return {
    shard: Math.floor(index / SHARD_EXAMS),
    offset: (index % SHARD_EXAMS) * plan.framesPerExam * plan.size.samples * plan.size.lines,
  };
}

export function shardNames(shard: number): { readonly frames: string; readonly masks: string } {
  const number = String(shard).padStart(3, '0');
  return { frames: `frames-${number}.u8`, masks: `masks-${number}.u8` };
}
