import type { Grade } from '../../../domain/grading/grade.ts';
import type { Confidence } from '../../../domain/learning/confidence-level.ts';
import type { MeasuredDifficulty } from '../../../domain/learning/measured-difficulty.ts';
import type { BranchCounts, StepResults } from '../../../domain/learning/progress.ts';
import { HISTORY_EMPTY, type MarkHistory } from '../../../domain/marks/history.ts';
import type { MessageFact } from '../../../domain/message/message-fact.ts';
import { DECISIONS_NONE, type ProposalDecisions } from '../../../domain/proposals/decision.ts';
import type { ProposalPlan } from '../../../domain/proposals/proposal.ts';
import type { PatientRequest } from '../../../domain/scan/patient-request.ts';
import { POSE_START } from '../../../domain/scan/pose-limits.ts';
import { scanPreset } from '../../../domain/scan/scan-presets.ts';
import type { LineSign } from '../../../domain/scenario/answer-source.ts';
import type { GoalGap } from '../../../domain/scenario/goal.ts';
import {
  type AskedFinding,
  imageById,
  SCENARIO_END,
  type Scenario,
  type ScenarioImage,
  type ScenarioStep,
  stepIndex,
} from '../../../domain/scenario/scenario.ts';
import { SURVEY_NONE, type SurveyState } from '../../../domain/survey/survey.ts';
import type { ProbeView, SourceFrame } from '../../../ports/frame-source.ts';
import type { KeyMade } from '../../../ports/scenario-effects.ts';
import type { ClipOfImage, ScenarioResume } from './scenario-resume.ts';

/** The stages in which something of the world outside can fail. */
export type ScenarioStage =
  | 'opening'
  | 'playing'
  | 'freezing'
  | 'keying'
  | 'reaching'
  | 'marking'
  | 'grading'
  | 'regrading';

export interface ScenarioFailure {
  readonly during: ScenarioStage;
  readonly fact: MessageFact;
}

export interface ScenarioContext {
  readonly scenario: Scenario;
  /** A step's id, or `SCENARIO_END`. */
  readonly stepId: string;
  /** The image whose source is open. */
  readonly openedImageId: string | null;
  /** The clip that was opened last, by the learner's choice. */
  readonly clip: ClipOfImage | null;
  /** Which image of the source is, or is to be, frozen. */
  readonly frozenIndex: number | null;
  readonly frozen: SourceFrame | null;
  readonly keyMade: KeyMade | null;
  /** What is proposed on the frozen image; null where its round proposes nothing. */
  readonly plan: ProposalPlan | null;
  /** Of the step with proposals that the learner is in. */
  readonly decisions: ProposalDecisions;
  /** The pose of the probe and the controls of the scanner; of no meaning for images that are not scanned by hand. */
  readonly view: ProbeView;
  /** Scan line of the M-mode; null before the round's first. */
  readonly mLine: number | null;
  /** The learner's reply on the M-mode that is being frozen. */
  readonly signSaid: LineSign | null;
  /** How often each step's frozen image was not what it asks for. */
  readonly misses: Readonly<Record<string, number>>;
  /** Why the image frozen last is not what the step asks for. */
  readonly miss: ScanMiss | null;
  /** Of the survey step that the learner is in; null elsewhere. */
  readonly survey: SurveyState | null;
  /** Of the round's latest mark step. */
  readonly grade: Grade | null;
  readonly history: MarkHistory;
  /** The mark step that `history` belongs to. */
  readonly historyStepId: string | null;
  readonly results: StepResults;
  /** How many rungs of each step's hint ladder were taken. */
  readonly hintsTaken: Readonly<Record<string, number>>;
  readonly followed: BranchCounts;
  /** Whole seconds spent in this step. */
  readonly elapsedS: number;
  /** Seconds spent in this step while the page was visible, parts of one too. */
  readonly seenS: number;
  /** When the second that is being counted began, ms of a clock that never goes back. */
  readonly secondMs: number;
  /** Whole seconds spent in all steps that ran or were answered. */
  readonly spentS: number;
  /** How sure the learner says to be of the answer that is being graded. */
  readonly confidence: Confidence | null;
  /** How hard the open image is, where it was drawn as an item. */
  readonly measured: MeasuredDifficulty | null;
  /** The patient of the open image, where it was drawn as an item. */
  readonly patient: PatientRequest | null;
  /** Whether this question has its reply. */
  readonly isAnswered: boolean;
  /** Whether the marks being graded were given up. */
  readonly isSkipping: boolean;
  readonly failure: ScenarioFailure | null;
}

/**
 * Why a frozen image is no answer to a step. `no_pleura`: there is no lung on the M-mode's line; of a survey, `no_zone`: the
 * probe stands between the zones, `no_lung`: nothing of the pleura is in view.
 */
export type ScanMiss =
  | { readonly kind: 'goal'; readonly gap: GoalGap }
  | { readonly kind: 'no_pleura' }
  | { readonly kind: 'no_zone' }
  | { readonly kind: 'no_lung' };

export interface ScenarioInput {
  readonly scenario: Scenario;
  readonly resume: ScenarioResume | null;
}

export type ScenarioChange = Partial<ScenarioContext>;

export function scenarioBegin({ scenario, resume }: ScenarioInput): ScenarioContext {
  const firstStep = scenario.steps[0];
  const first: ScenarioResume = resume ?? {
    stepId: firstStep?.id ?? SCENARIO_END,
    source: null,
    clip: null,
    frozenIndex: null,
    view: viewStart(firstStep, VIEW_START),
    mLine: null,
    misses: {},
    history: HISTORY_EMPTY,
    historyStepId: null,
    results: {},
    hintsTaken: {},
    followed: {},
    elapsedS: 0,
    seenS: 0,
    seed: scenario.seed,
    survey: firstStep?.kind === 'survey' ? SURVEY_NONE : null,
    isAnswered: false,
  };
  const { source: _, seed: __, ...kept } = first;
  return {
    scenario,
    ...kept,
    seenS: kept.seenS ?? kept.elapsedS,
    secondMs: 0,
    spentS: kept.spentS ?? 0,
    survey: kept.survey ?? null,
    confidence: null,
    measured: null,
    patient: null,
    openedImageId: null,
    frozen: null,
    keyMade: null,
    plan: null,
    decisions: kept.decisions ?? DECISIONS_NONE,
    signSaid: null,
    miss: null,
    grade: null,
    isSkipping: false,
    failure: null,
  };
}

/** The part that a session stores. */
export function scenarioResumeOf(context: ScenarioContext): ScenarioResume {
  const { stepId, clip, frozenIndex, view, mLine, misses, history, historyStepId, results } = context;
  const { hintsTaken, followed, elapsedS, seenS, spentS, decisions, survey, isAnswered } = context;
  return {
    stepId,
    // As the scenario has it: the patient is drawn again from it.
    source: imageWritten(context)?.source ?? null,
    clip,
    frozenIndex,
    view,
    mLine,
    misses,
    history,
    historyStepId,
    results,
    hintsTaken,
    followed,
    elapsedS,
    seenS,
    ...(context.scenario.limits !== undefined && { spentS }),
    seed: context.scenario.seed,
    ...(decisions !== DECISIONS_NONE && { decisions }),
    survey,
    isAnswered,
  };
}

/** A longitudinal view of the right upper chest, as examinations begin. */
export const VIEW_START: ProbeView = { pose: POSE_START, controls: scanPreset('lung') };

/** Where a step puts the probe, if it does. */
export function viewStart(step: ScenarioStep | undefined, view: ProbeView): ProbeView {
  const isHeld = step?.kind === 'scan' || step?.kind === 'm_mode' || step?.kind === 'survey';
  const start = isHeld ? step.start : null;
  return start === null ? view : { ...view, pose: start };
}

/** How often a scan step's image can still be frozen. */
export function attemptsLeft(context: ScenarioContext): number {
  const step = stepNow(context);
  return step?.kind === 'scan' ? Math.max(0, step.attempts - (context.misses[step.id] ?? 0)) : 0;
}

/** Seconds until an M-mode has run long enough to be read. */
export function mModeWaitS(context: ScenarioContext): number {
  const step = stepNow(context);
  return step?.kind === 'm_mode' ? Math.max(0, step.minTimeS - context.elapsedS) : 0;
}

/** The step the learner is in; null at the end. */
export function stepNow({ scenario, stepId }: ScenarioContext): ScenarioStep | null {
  return scenario.steps[stepIndex(scenario, stepId)] ?? null;
}

/** The step's image; once a patient was drawn for it, with that patient. */
export function imageNow(context: ScenarioContext): ScenarioImage | null {
  const image = imageWritten(context);
  const { patient, openedImageId } = context;
  if (image?.source.kind !== 'patient' || patient === null || image.id !== openedImageId) return image;
  return { ...image, source: { kind: 'patient', request: patient } };
}

function imageWritten(context: ScenarioContext): ScenarioImage | null {
  const imageId = stepNow(context)?.imageId ?? null;
  return imageId === null ? null : imageById(context.scenario, imageId);
}

/** The findings that the key must serve: those of all mark steps on this image, each with its least tolerance. */
export function roundFindings({ scenario, stepId }: ScenarioContext): readonly AskedFinding[] {
  const imageId = scenario.steps[stepIndex(scenario, stepId)]?.imageId;
  const byFinding = new Map<string, AskedFinding>();
  for (const step of scenario.steps) {
    if (step.kind !== 'mark' || step.imageId !== imageId) continue;
    for (const asked of step.findings) {
      const known = byFinding.get(asked.finding);
      if (known === undefined || asked.toleranceMm < known.toleranceMm) byFinding.set(asked.finding, asked);
    }
  }
  return [...byFinding.values()];
}

/** Seconds until an observe step may be left; 0 when it may. */
export function observeWaitS(context: ScenarioContext): number {
  const step = stepNow(context);
  return step?.kind === 'observe' ? Math.max(0, step.minTimeS - context.elapsedS) : 0;
}

/** Seconds left in the step, to mark or to reach a place; null without a limit. */
export function timeLeftS(context: ScenarioContext): number | null {
  const step = stepNow(context);
  const total = totalLeftS(context);
  const limit =
    step === null
      ? null
      : (context.scenario.limits?.stepS[step.id] ??
        (step.kind === 'mark' || step.kind === 'scan' ? step.timeLimitS : null));
  if (limit === null) return total;
  return Math.min(Math.max(0, limit - context.elapsedS), total ?? limit);
}

/** Seconds left of the whole; null without a limit. */
export function totalLeftS({ scenario: { limits }, spentS }: ScenarioContext): number | null {
  return limits === undefined ? null : Math.max(0, limits.totalS - spentS);
}
