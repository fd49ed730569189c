import type { Frame, Mask } from '../../domain/frame/frame.ts';
import { MASK_SIZE } from '../../domain/frame/resample.ts';
import { sectorFit } from '../../domain/geometry/sector.ts';
import type { AttemptStep } from '../../domain/learning/attempt.ts';
import { marksRasterise } from '../../domain/marks/rasterise.ts';
import { imageById, type Scenario, stepIndex } from '../../domain/scenario/scenario.ts';
import type { ScenarioEffects } from '../../ports/scenario-effects.ts';
import { keyFromLabels } from '../session/key-make.ts';
import { VIEW_START, viewStart } from '../session/machine/scenario-context.ts';

/** The image that an answer was given to, with what was marked on it and what should have been. */
export interface AnsweredImage {
  readonly frame: Frame;
  readonly key: Mask;
  /** On the raster of the key; null where the answer was none of marks. */
  readonly marks: Mask | null;
}

type ImageEffects = Pick<ScenarioEffects, 'imageOpen' | 'imageFreeze' | 'imageClose'>;

/**
 * Makes the image of an answer once more, with its key from the truth alone.
 *
 * @param stepId of the step that was graded
 * @param step the answer; null where there is none
 * @throws whatever opening and freezing the image throw; an error where its truth is not known
 */
export async function answeredImage(
  { imageOpen, imageFreeze, imageClose }: ImageEffects,
  scenario: Scenario,
  stepId: string,
  step: AttemptStep | null,
  signal: AbortSignal,
): Promise<AnsweredImage> {
  const asked = scenario.steps[stepIndex(scenario, stepId)];
  const image = asked?.imageId == null ? null : imageById(scenario, asked.imageId);
  if (image === null) throw new Error(`The step ${stepId} has no image.`);
  const view = viewStart(asked, VIEW_START);
  const marked = step?.kind === 'mark' ? step.first : null;
  try {
    const { patient } = await imageOpen({ image, view, clip: null, isWorkedOn: false }, signal);
    // A patient who was drawn is looked at where the probe was put on.
    const shown = { image, index: marked?.frozenIndex ?? 0, view: patient?.view ?? view, mLine: null };
    const frozen = await imageFreeze(shown, signal);
    const sector = sectorFit(frozen.frame.sector, MASK_SIZE);
    return {
      frame: frozen.frame,
      key: keyFromLabels({ frozen, findings: [] }, null).key.mask,
      marks: marked === null ? null : marksRasterise(marked.marks ?? [], sector, MASK_SIZE),
    };
  } finally {
    imageClose();
  }
}
