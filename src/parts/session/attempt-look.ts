import { type Attempt, attemptResult } from '../../domain/learning/attempt.ts';
import { markStepBefore, type StepResult, type StepResults } from '../../domain/learning/progress.ts';
import type { TryImage } from '../../domain/learning/try-image.ts';
import { HISTORY_EMPTY, type MarkHistory } from '../../domain/marks/history.ts';
import type { Mark } from '../../domain/marks/mark.ts';
import { drawIsAny } from '../../domain/scenario/image-draw.ts';
import {
  type FeedbackStep,
  type GradedStep,
  imageById,
  type ReportStep,
  type Scenario,
  type ScenarioStep,
  stepIndex,
  stepIsGraded,
} from '../../domain/scenario/scenario.ts';
import { scenarioSeeded } from '../../domain/scenario/scenario-seeded.ts';
import { VIEW_START } from './machine/scenario-context.ts';
import type { ScenarioResume } from './machine/scenario-resume.ts';

/** Which part of an attempt is looked at. */
export interface LookAt {
  /** The place of the step in the attempt, from 0. */
  readonly at: number;
  /** Which of its tries: 0 is the one that counts. */
  readonly tryAt: number;
  /** Of a survey: the zone whose image is looked at; null for the chart. */
  readonly zoneId: string | null;
}

/** A step of an attempt as it can be looked at again. */
export type AttemptLook =
  /** By the machine that it was played with, taken up where the step is told. */
  | {
      readonly kind: 'told';
      readonly step: GradedStep;
      readonly result: StepResult;
      readonly scenario: Scenario;
      readonly resume: ScenarioResume;
      /** False where it was not kept which image of its source the answer was about. */
      readonly isImageKnown: boolean;
    }
  /** Its image cannot be made again: it came of a file or a machine of the learner's own, or nobody knows where the probe stood. */
  | {
      readonly kind: 'unkept';
      readonly step: GradedStep;
      readonly result: StepResult;
      readonly source: 'clip' | 'camera' | 'patient';
    }
  /** The scenario as it is now has no such step. */
  | { readonly kind: 'gone'; readonly result: StepResult };

/**
 * What there is to look at of a step of an attempt; null where the attempt has no such step or try.
 *
 * @param written the scenario as it is written; the attempt's seed draws its images
 */
export function attemptLook(written: Scenario, attempt: Attempt, look: LookAt): AttemptLook | null {
  const kept = attempt.steps[look.at];
  if (kept === undefined) return null;
  const result = resultOfTry(attemptResult(kept), look.tryAt);
  if (result === null) return null;
  const scenario = scenarioSeeded(written, attempt.seed ?? null);
  const step = scenario.steps[stepIndex(scenario, result.stepId)];
  if (step === undefined || !stepIsGraded(step) || !kindFits(step, result)) return { kind: 'gone', result };
  const source = step.imageId === null ? null : (imageById(scenario, step.imageId)?.source ?? null);
  if (source?.kind === 'clip' || source?.kind === 'camera') {
    return { kind: 'unkept', step, result, source: source.kind };
  }
  const results = resultsWith(attempt, result);
  const zone = zoneOf(result, look.zoneId);
  const image = zone?.image ?? imageOf(scenario, step, result, results);
  if (source?.kind === 'patient' && image === null && step.kind !== 'survey') {
    return { kind: 'unkept', step, result, source: 'patient' };
  }
  const told = toldStep(scenario, step, zone !== null);
  const isImageless = step.imageId === null || (step.kind === 'survey' && zone === null);
  const marks = zone?.marks ?? (result.kind === 'mark' ? (result.first.marks ?? []) : []);
  return {
    kind: 'told',
    step,
    result,
    scenario: told.isAdded ? withStepAfter(scenario, step, told.step) : scenario,
    resume: {
      stepId: told.step.id,
      source,
      clip: null,
      frozenIndex: isImageless ? null : (image?.index ?? 0),
      view: image?.view ?? VIEW_START,
      mLine: image?.mLine ?? null,
      misses: {},
      history: historyOf(marks),
      historyStepId: result.kind === 'mark' ? step.id : null,
      results,
      hintsTaken: {},
      followed: {},
      elapsedS: 0,
      seed: scenario.seed,
      survey: null,
      isAnswered: !told.isAdded,
    },
    isImageKnown: isImageless || image !== null,
  };
}

/** The result with one of its tries as the only one; null where there is no such try. */
function resultOfTry(result: StepResult, tryAt: number): StepResult | null {
  const one = [result.first, ...result.practice][tryAt];
  if (one === undefined) return null;
  const { score, hintCost, isSkipped } = one;
  return {
    ...result,
    ...{ first: one, practice: [], score, latestScore: score, hintCost, isSkipped, attempts: 1 },
    // A step is of one kind, and so are all its tries.
  } as unknown as StepResult;
}

function kindFits(step: GradedStep, { kind }: StepResult): boolean {
  return step.kind === 'm_mode' ? kind === 'question' : step.kind === kind;
}

function resultsWith({ steps }: Attempt, result: StepResult): StepResults {
  const all = steps.map((step) => [step.stepId, attemptResult(step)] as const);
  return { ...Object.fromEntries(all), [result.stepId]: result };
}

/** The image of a zone of a survey, and the marks on it. */
function zoneOf(
  result: StepResult,
  zoneId: string | null,
): { readonly image: TryImage; readonly marks: readonly Mark[] } | null {
  if (result.kind !== 'survey') return null;
  const visit = result.first.visits.find((one) => one.zoneId === zoneId);
  if (visit === undefined) return null;
  const { frozenIndex, pose, controls = VIEW_START.controls, marks } = visit;
  return { image: { index: frozenIndex, view: { pose, controls } }, marks };
}

/** Which image a try was about; null where nobody knows any longer. */
function imageOf(
  scenario: Scenario,
  step: GradedStep,
  { first }: StepResult,
  results: StepResults,
): TryImage | null {
  if (first.image !== undefined) return first.image;
  const source = step.imageId === null ? null : imageById(scenario, step.imageId)?.source;
  const sameImage = scenario.steps.filter(({ imageId }) => imageId === step.imageId);
  const beside = sameImage.flatMap(({ id }) => results[id]?.first ?? []);
  for (const { image } of beside) if (image !== undefined) return image;
  // Without where the probe stood an index says nothing.
  if (source?.kind !== 'phantom' && source?.kind !== 'stored') return null;
  for (const one of [first, ...beside]) if ('frozenIndex' in one) return { index: one.frozenIndex };
  const draw = source.kind === 'phantom' ? source.draw : undefined;
  if (draw !== undefined) return drawIsAny(draw) ? null : { index: 0 };
  const frozen = sameImage.find((one) => one.kind === 'freeze' && one.frameIndex !== null);
  return frozen?.kind === 'freeze' ? { index: frozen.frameIndex! } : null;
}

function historyOf(marks: readonly Mark[]): MarkHistory {
  if (marks.length === 0) return HISTORY_EMPTY;
  return { edits: marks.map((mark) => ({ kind: 'add', mark })), done: marks.length };
}

/**
 * The step in which an answer is told: its own, or one after it, with the words of the scenario's where there is one.
 *
 * @param isOfZone whether it is one image of a survey
 */
function toldStep(
  scenario: Scenario,
  step: GradedStep,
  isOfZone: boolean,
): { readonly step: ScenarioStep; readonly isAdded: boolean } {
  const { imageId } = step;
  const base = { id: `${step.id}/told`, imageId, next: [], text: '' } as const;
  if (step.kind === 'survey' && !isOfZone) {
    const own = scenario.steps.find((one) => one.kind === 'report' && one.imageId === imageId);
    const report: ReportStep = { ...base, ...(own?.kind === 'report' && own), kind: 'report', id: base.id };
    return { step: report, isAdded: true };
  }
  if (step.kind !== 'mark' && step.kind !== 'scan' && step.kind !== 'survey') return { step, isAdded: false };
  const own = scenario.steps.find(
    (one) => one.kind === 'feedback' && one.imageId === imageId && markStepBefore(scenario, one) === step.id,
  );
  const words = own?.kind === 'feedback' && step.kind === 'mark' ? own : { explain: [] };
  const feedback: FeedbackStep = { ...base, ...words, kind: 'feedback', id: base.id };
  return { step: feedback, isAdded: true };
}

function withStepAfter(scenario: Scenario, step: ScenarioStep, added: ScenarioStep): Scenario {
  const at = stepIndex(scenario, step.id) + 1;
  return { ...scenario, steps: [...scenario.steps.slice(0, at), added, ...scenario.steps.slice(at)] };
}
