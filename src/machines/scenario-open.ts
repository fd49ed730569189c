import { type ClipUsed, clipUsedEquals } from '../domain/frame/clip-used.ts';
import { HISTORY_EMPTY } from '../domain/marks/history.ts';
import { SCENARIO_END, type ScenarioImage } from '../domain/scenario/scenario.ts';
import { imageNow, type ScenarioChange, type ScenarioContext } from './scenario-context.ts';
import type { ImageOpenInput } from './scenario-effects.ts';
import { FROZEN_NONE } from './scenario-step.ts';

/** What opening the step's image needs to know. */
export function openInput(context: ScenarioContext): ImageOpenInput {
  const { clip } = context;
  const image = imageNow(context);
  if (image === null) throw new Error(`The step ${context.stepId} has no image.`);
  return {
    image,
    clip: clip?.imageId === image.id ? clip : null,
    isWorkedOn: imageIsWorkedOn(context, image),
  };
}

function imageIsWorkedOn({ scenario, history, results }: ScenarioContext, { id }: ScenarioImage): boolean {
  if (history.edits.length > 0) return true;
  return scenario.steps.some((step) => step.imageId === id && results[step.id] !== undefined);
}

/**
 * The step's image was opened. What was done on a clip fits that one alone: with another file, or the same one in
 * another outline, its round begins anew.
 */
export function openedTake(context: ScenarioContext, used: ClipUsed | null): ScenarioChange {
  const { image, clip: before } = openInput(context);
  const clip = used === null ? null : { imageId: image.id, file: used.file, sector: used.sector };
  const isOther = before !== null && (clip === null || !clipUsedEquals(before, clip));
  return { ...(isOther && roundAnew(context, image)), openedImageId: image.id, clip };
}

/** Forgets the file that the step's image waits for, and with it whatever was done on it. */
export function imageAnew(context: ScenarioContext): ScenarioChange {
  return { ...roundAnew(context, openInput(context).image), clip: null };
}

function roundAnew(
  { scenario, results, hintsTaken }: ScenarioContext,
  { id }: ScenarioImage,
): ScenarioChange {
  const steps = scenario.steps.filter(({ imageId }) => imageId === id);
  const isKept = ([stepId]: readonly [string, unknown]): boolean => !steps.some((step) => step.id === stepId);
  return {
    ...FROZEN_NONE,
    stepId: steps[0]?.id ?? SCENARIO_END,
    history: HISTORY_EMPTY,
    historyStepId: null,
    results: Object.fromEntries(Object.entries(results).filter(isKept)),
    hintsTaken: Object.fromEntries(Object.entries(hintsTaken).filter(isKept)),
    elapsedS: 0,
    isAnswered: false,
    isSkipping: false,
  };
}
