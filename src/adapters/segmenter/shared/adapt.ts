import type { ModelFiles } from '../../../network/model-files.ts';
import { type Model, modelRead } from '../../../network/model-read.ts';
import { modelWrite } from '../../../network/model-write.ts';
import { exampleOf } from '../../../network/tuning/example.ts';
import { networkTune } from '../../../network/tuning/network-tune.ts';
import { TUNING_BATCH, TUNING_RATE } from '../../../network/tuning/tuning-schedule.ts';
import type { TuningScope } from '../../../network/tuning/tuning-scope.ts';
import type { AdaptedFrame, AdaptFrame, AdaptPhase, AdaptResult } from '../../../ports/tuner.ts';
import { framesLabel } from './frames-label.ts';
import { rehearsalDraw } from './rehearsal.ts';

export interface AdaptOrder {
  readonly frames: readonly AdaptFrame[];
  readonly seed: number;
  /** Time that learning may take, ms. */
  readonly budgetMs: number;
  readonly scope: TuningScope;
  /** How many simulated frames are learnt from beside the given ones. */
  readonly rehearsed: number;
  readonly now: () => number;
  readonly tell: (phase: AdaptPhase, share: number, leftMs: number | null) => void;
}

/**
 * Adapts a model to frames on the current tfjs backend: learns from those that are not held, and labels those that are
 * before and after. All tensors are let go of.
 * @param manifest of the model's files
 * @throws TuningError, SegmenterError
 */
export async function modelAdapt(model: Model, manifest: unknown, order: AdaptOrder): Promise<AdaptResult> {
  const { specification } = model;
  const { frames, now, tell } = order;
  const given = frames.filter(({ isHeld }) => !isHeld);
  const held = frames.filter(({ isHeld }) => isHeld);
  const before = await framesLabel(specification, model.weights, held, (share) =>
    tell('before', share, null),
  );
  tell('learning', 0, null);
  const tuned = await networkTune(specification, model.weights, {
    frames: given.map(({ frame, mask, exam }) => ({
      example: exampleOf(specification.input, specification.classes.length, frame, mask),
      group: `exam ${exam}`,
    })),
    rehearse: () => rehearsalDraw(specification, order.rehearsed),
    scope: order.scope,
    seed: order.seed,
    budgetMs: order.budgetMs,
    now,
    tell: (share, leftMs) => tell('learning', share, leftMs),
  });
  const crossValidation = { before: tuned.before, after: tuned.after };
  const exams = new Set(given.map(({ exam }) => exam)).size;
  const counted = {
    ...{ parent: model.sha256, frames: given.length, exams, steps: tuned.steps },
    crossValidation,
  };
  if (tuned.steps === 0) {
    return { ...counted, files: null, sha256: null, before: before.scores, after: before.scores, held: [] };
  }
  const { input, training } = manifest as { readonly input: unknown; readonly training?: unknown };
  const files = await modelWrite(specification, input, tuned.weights, {
    layers: order.scope,
    ...counted,
    seed: order.seed,
    batch: TUNING_BATCH,
    rate: TUNING_RATE,
    parent_training: training ?? null,
  });
  // Weights are kept with fewer digits than they were learnt with: those that are kept are judged.
  const written: Model = await modelRead(specification, files.manifest, files.weights);
  const after = await framesLabel(specification, written.weights, held, (share) =>
    tell('after', share, null),
  );
  return {
    ...counted,
    files: filesPlain(files),
    sha256: written.sha256,
    before: before.scores,
    after: after.scores,
    held: held.map(
      ({ id }, place): AdaptedFrame => ({
        id,
        before: before.masks[place]!,
        after: after.masks[place]!,
      }),
    ),
  };
}

/** Without what a message cannot carry. */
function filesPlain({ manifest, weights }: ModelFiles): ModelFiles {
  return { manifest: JSON.parse(JSON.stringify(manifest)) as unknown, weights };
}
