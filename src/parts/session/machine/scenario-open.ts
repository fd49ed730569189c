import { clipUsedEquals } from '../../../domain/frame/clip-used.ts';
import { HISTORY_EMPTY } from '../../../domain/marks/history.ts';
import { DECISIONS_NONE } from '../../../domain/proposals/decision.ts';
import { SCENARIO_END, type ScenarioImage } from '../../../domain/scenario/scenario.ts';
import { SURVEY_NONE } from '../../../domain/survey/survey.ts';
import type { ImageOpened, ImageOpenInput } from '../../../ports/scenario-effects.ts';
import {
  imageNow,
  type ScenarioChange,
  type ScenarioContext,
  VIEW_START,
  viewStart,
} from './scenario-context.ts';
import { FROZEN_NONE } from './scenario-step.ts';

/** The input with which the step's image is opened. */
export function openInput(context: ScenarioContext): ImageOpenInput {
  const { clip, view } = context;
  const image = imageNow(context);
  if (image === null) throw new Error(`The step ${context.stepId} has no image.`);
  return {
    image,
    view,
    clip: clip?.imageId === image.id ? clip : null,
    isWorkedOn: imageIsWorkedOn(context, image),
  };
}

function imageIsWorkedOn({ scenario, history, results }: ScenarioContext, { id }: ScenarioImage): boolean {
  if (history.edits.length > 0) return true;
  return scenario.steps.some((step) => step.imageId === id && results[step.id] !== undefined);
}

/**
 * The step's image was opened. Marks and results on a clip fit that one alone: with another file, or the same one
 * in another outline, its round begins anew. So it does where a device was to give a frozen image a second time; but
 * there graded results still count, or a reload would be a way to be graded once more.
 */
export function imageOpenedTake(
  context: ScenarioContext,
  { clip: used, isLive, measured, patient }: ImageOpened,
): ScenarioChange {
  const { image, clip: before } = openInput(context);
  const clip = used === null ? null : { imageId: image.id, file: used.file, sector: used.sector };
  const isOther = before !== null && (clip === null || !clipUsedEquals(before, clip));
  const isGone = isLive && context.frozenIndex !== null && context.frozen === null;
  const anew = isOther ? roundForget(context, image) : isGone ? roundAnew(context, image) : {};
  const drawn = { measured: measured ?? null, patient: patient?.request ?? null };
  const view = patient && stepIsFresh(context) ? { view: patient.view } : {};
  return { ...anew, openedImageId: image.id, clip, ...drawn, ...view };
}

/** Whether nothing was done in an image yet: the probe is still where the image wants it at first. */
function stepIsFresh(context: ScenarioContext): boolean {
  const { scenario, stepId, elapsedS, frozenIndex, misses } = context;
  const imageId = imageNow(context)?.id;
  const first = scenario.steps.find((step) => step.imageId === imageId);
  return first?.id === stepId && elapsedS === 0 && frozenIndex === null && misses[stepId] === undefined;
}

/** Forgets the file that the step's image waits for, and with it all results on it. */
export function clipForget(context: ScenarioContext): ScenarioChange {
  return { ...roundForget(context, openInput(context).image), clip: null };
}

/** Back to the first step of an image, without the results on it. */
function roundForget(context: ScenarioContext, image: ScenarioImage): ScenarioChange {
  const { scenario, results, hintsTaken, misses } = context;
  const steps = scenario.steps.filter(({ imageId }) => imageId === image.id);
  const isKept = ([stepId]: readonly [string, unknown]): boolean => !steps.some(({ id }) => id === stepId);
  return {
    ...roundAnew(context, image),
    results: Object.fromEntries(Object.entries(results).filter(isKept)),
    hintsTaken: Object.fromEntries(Object.entries(hintsTaken).filter(isKept)),
    misses: Object.fromEntries(Object.entries(misses).filter(isKept)),
  };
}

/** Back to the first step of an image. */
function roundAnew({ scenario }: ScenarioContext, { id }: ScenarioImage): ScenarioChange {
  const steps = scenario.steps.filter(({ imageId }) => imageId === id);
  return {
    ...FROZEN_NONE,
    stepId: steps[0]?.id ?? SCENARIO_END,
    view: viewStart(steps[0], VIEW_START),
    mLine: null,
    miss: null,
    survey: steps[0]?.kind === 'survey' ? SURVEY_NONE : null,
    signSaid: null,
    history: HISTORY_EMPTY,
    historyStepId: null,
    elapsedS: 0,
    seenS: 0,
    confidence: null,
    decisions: DECISIONS_NONE,
    isAnswered: false,
    isSkipping: false,
  };
}
