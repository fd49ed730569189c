import type { PhantomPattern, PhantomSplit } from '../../domain/phantom/request.ts';
import { examFrameIndex, examSeed } from '../shared/seeds.ts';

/** What fixes a data set, apart from how far it is rendered: exam k is the same however many are asked for. */
export interface DatasetPlan {
  readonly seed: number;
  readonly split: Exclude<PhantomSplit, 'game'>;
  /** null: drawn by each exam's seed. */
  readonly pattern: PhantomPattern | null;
  readonly framesPerExam: number;
  /** Side of the frames in pixels. */
  readonly size: number;
}

/** Exams in one shard file. */
export const SHARD_EXAMS = 1024;

export interface ExamPlan {
  readonly index: number;
  readonly seed: number;
  readonly frameIndices: readonly number[];
  /** Side at which the simulator draws; frames drawn larger are fitted, as the game does with its own. */
  readonly renderPx: number;
}

export function examPlan(plan: DatasetPlan, index: number): ExamPlan {
  const seed = examSeed(plan.seed, index, plan.split);
  return {
    index,
    seed,
    frameIndices: Array.from({ length: plan.framesPerExam }, (_, part) =>
      examFrameIndex(seed, part, plan.framesPerExam),
    ),
    renderPx: index % 2 === 0 ? plan.size : plan.size * 2,
  };
}

/** Where an exam's frames lie: the shard, and the byte offset of its first frame in it. */
export function examPlace(
  plan: DatasetPlan,
  index: number,
): { readonly shard: number; readonly offset: number } {
  return {
    shard: Math.floor(index / SHARD_EXAMS),
    offset: (index % SHARD_EXAMS) * plan.framesPerExam * plan.size * plan.size,
  };
}

export function shardNames(shard: number): { readonly frames: string; readonly masks: string } {
  const number = String(shard).padStart(3, '0');
  return { frames: `frames-${number}.u8`, masks: `masks-${number}.u8` };
}
