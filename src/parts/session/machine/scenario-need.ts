import { errorFact } from '../../../domain/errors/error-fact.ts';
import { stepFollow, tryLatest } from '../../../domain/learning/progress.ts';
import { historyMarks } from '../../../domain/marks/history.ts';
import type { MessageFact } from '../../../domain/message/message-fact.ts';
import type { LineSign } from '../../../domain/scenario/answer-source.ts';
import { drawIsAny } from '../../../domain/scenario/image-draw.ts';
import {
  type AskedFinding,
  type MarkStep,
  type ScenarioImage,
  type ScenarioStep,
  stepIndex,
} from '../../../domain/scenario/scenario.ts';
import { MARK_TOOLS } from '../../../domain/scenario/tools.ts';
import type { SourceFrame } from '../../../ports/frame-source.ts';
import type { GoalReachInput, GradeInput } from '../../../ports/scenario-effects.ts';
import {
  imageNow,
  type ScenarioChange,
  type ScenarioContext,
  type ScenarioStage,
  stepNow,
} from './scenario-context.ts';

/** Steps about a frozen image; questions outside rounds are about none. */
export function stepUsesFrozen(context: ScenarioContext): boolean {
  const step = stepNow(context);
  if (step === null || step.imageId === null) return false;
  if (step.kind === 'survey') return context.frozenIndex !== null;
  return stepUsesKey(context) || (step.kind === 'm_mode' && context.isAnswered);
}

const KEYED: readonly ScenarioStep['kind'][] = ['mark', 'question', 'proposals', 'feedback'];

/** Steps whose frozen image is marked, asked about by numbers, proposed on, or graded. */
export function stepUsesKey(context: ScenarioContext): boolean {
  const step = stepNow(context);
  if (step === null || step.imageId === null) return false;
  return KEYED.includes(step.kind);
}

/** Whether the step that comes next stops the image that is running now. */
export function freezeFollows(context: ScenarioContext): boolean {
  const { scenario } = context;
  const step = stepNow(context);
  if (step === null) return false;
  const { stepId } = stepFollow(scenario, step, context.results, context.followed);
  const following = scenario.steps[stepIndex(scenario, stepId)];
  return following?.kind === 'freeze' && following.imageId === step.imageId;
}

/**
 * The index of the image to freeze; null for the one on the screen. Which image its author chose is of no matter for
 * another exam; one that was drawn for what it shows shows that in its first image.
 */
export function freezeIndex(context: ScenarioContext): number | null {
  const step = stepNow(context);
  if (step?.kind !== 'freeze' && context.frozenIndex !== null) return context.frozenIndex;
  const source = imageNow(context)?.source;
  const draw = source?.kind === 'phantom' ? source.draw : undefined;
  if (draw !== undefined) return drawIsAny(draw) ? null : 0;
  return step?.kind === 'freeze' ? step.frameIndex : null;
}

/** The mark step that the round's marks belong to, if they were graded. */
export function resultGraded(context: ScenarioContext): MarkStep | null {
  const { scenario, historyStepId, results } = context;
  if (historyStepId === null) return null;
  const step = scenario.steps[stepIndex(scenario, historyStepId)];
  const result = results[historyStepId];
  const isGraded = result?.kind === 'mark' && tryLatest(result).grade !== null;
  return step?.kind === 'mark' && isGraded ? step : null;
}

/** The findings, tools and sector that the mark step gives the marking. */
export function markingAsked(context: ScenarioContext) {
  const step = stepNow(context);
  const { sector } = frozenNeeded(context).frame;
  if (step?.kind === 'survey') return { sector, findings: step.findings, asked: [], tools: MARK_TOOLS };
  if (step?.kind !== 'mark') throw new Error(`The step ${context.stepId} asks for no marks.`);
  return {
    sector,
    findings: step.findings.map(({ finding }) => finding),
    asked: step.findings,
    tools: step.tools,
  };
}

/** The input with which the marks drawn so far are graded. */
export function gradeInput(context: ScenarioContext, findings: readonly AskedFinding[]): GradeInput {
  const frozen = frozenNeeded(context);
  if (context.keyMade === null) throw new Error('There is no key to grade by.');
  return { frozen, key: context.keyMade.key, marks: historyMarks(context.history), findings };
}

export function imageNeeded(context: ScenarioContext): ScenarioImage {
  const image = imageNow(context);
  if (image === null) throw new Error(`The step ${context.stepId} has no image.`);
  return image;
}

export function frozenNeeded({ frozen }: ScenarioContext): SourceFrame {
  if (frozen === null) throw new Error('No image is frozen.');
  return frozen;
}

/** The fact that is told where an error tells none itself. */
const FAILED: Readonly<Record<ScenarioStage, MessageFact>> = {
  opening: { code: 'imageNotOpened' },
  playing: { code: 'imageStopped' },
  freezing: { code: 'imageNotFrozen' },
  keying: { code: 'keyNotMade' },
  reaching: { code: 'placeNotSought' },
  marking: { code: 'markingStopped' },
  grading: { code: 'marksNotGraded' },
  regrading: { code: 'marksNotGraded' },
};

export function failureIn(during: ScenarioStage, error: unknown): ScenarioChange {
  return { failure: { during, fact: errorFact(error, FAILED[during]) } };
}

/** The input with which a scan step's goal is reached. */
export function reachInput(context: ScenarioContext): GoalReachInput {
  const step = stepNow(context);
  if (step?.kind !== 'scan') throw new Error(`The step ${context.stepId} has no goal.`);
  return { image: imageNeeded(context), goal: step.goal, view: context.view };
}

/** The sign that an M-mode's reply stands for; null where the step does not offer it. */
export function signOf(context: ScenarioContext, reply: string): LineSign | null {
  const step = stepNow(context);
  return step?.kind === 'm_mode' ? (step.options.find(({ value }) => value === reply)?.value ?? null) : null;
}
