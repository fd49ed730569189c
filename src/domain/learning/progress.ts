import type { GradeSummary } from '../grading/grade.ts';
import type { Mark } from '../marks/mark.ts';
import { catchingScore, type ProposalsJudged } from '../proposals/proposals-grade.ts';
import {
  type Branch,
  type HintKind,
  imageById,
  SCENARIO_END,
  type Scenario,
  type ScenarioStep,
  stepIndex,
  stepIsGraded,
} from '../scenario/scenario.ts';
import type { ZoneLeft, ZoneVisit } from '../survey/survey.ts';
import type { Confidence } from './confidence-level.ts';
import type { TryImage } from './try-image.ts';

/** One try of a step. */
interface Try {
  /** 0-100, hints taken off; null when nothing could be scored: the image does not tell what is right, or it was told before. */
  readonly score: number | null;
  /** Those taken by then, in the order of the ladder. */
  readonly hints: readonly HintKind[];
  /** Their cost together, 0 or more. */
  readonly hintCost: number;
  readonly isSkipped: boolean;
  /** Whole seconds from entering the step. */
  readonly elapsedS: number;
  /** Of these, and of the second that was not over, while the page was visible, to a tenth; an older version kept whole ones, or none. */
  readonly seenS?: number;
  /** Left out where it was not asked for, or not given. */
  readonly confidence?: Confidence;
  /** Left out by an older version, and of what was about no single image. */
  readonly image?: TryImage;
}

export interface MarkTry extends Try {
  /** Which image of the source was frozen. */
  readonly frozenIndex: number;
  /** The marks drawn; null for a first try of whose marks an older version kept none. */
  readonly marks: readonly Mark[] | null;
  /** Null when grading failed and the learner went on without, and where the marks are not known. */
  readonly grade: GradeSummary | null;
}

export interface QuestionTry extends Try {
  /** Null when it was skipped. */
  readonly reply: number | string | null;
  /** The right answer; null when the image does not tell. */
  readonly expected: number | string | null;
}

export interface ScanTry extends Try {
  /** How often an image was frozen that did not meet the goal. */
  readonly misses: number;
  /** Whether the learner found the place. */
  readonly isFound: boolean;
}

export interface ProposalsTry extends Try {
  /** Which image of the source was frozen. */
  readonly frozenIndex: number;
  /** The decisions that were made before it was handed in or skipped. */
  readonly judged: ProposalsJudged;
}

export interface SurveyTry extends Try {
  /** The zones answered, and those that were not. */
  readonly visits: readonly ZoneVisit[];
  readonly left: readonly ZoneLeft[];
}

interface ResultBase<Kind, Of> {
  readonly kind: Kind;
  readonly stepId: string;
  /** The try that counts. */
  readonly first: Of;
  /** Those after it, when the key had been shown; they never touch the first. */
  readonly practice: readonly Of[];
  /** Of the first try. */
  readonly score: number | null;
  /** The same of the latest try; branches go by it. */
  readonly latestScore: number | null;
  /** Of the latest try. */
  readonly hintCost: number;
  readonly isSkipped: boolean;
  /** How many tries there are, the first one among them. */
  readonly attempts: number;
}

export type MarkResult = ResultBase<'mark', MarkTry>;
export type QuestionResult = ResultBase<'question', QuestionTry>;
export type ScanResult = ResultBase<'scan', ScanTry>;

export type ProposalsResult = ResultBase<'proposals', ProposalsTry>;
export type SurveyResult = ResultBase<'survey', SurveyTry>;

export type StepResult = MarkResult | QuestionResult | ScanResult | ProposalsResult | SurveyResult;
export type StepResults = Readonly<Record<string, StepResult>>;

/** The newest try of a step. */
export function tryLatest<Of>({
  first,
  practice,
}: {
  readonly first: Of;
  readonly practice: readonly Of[];
}): Of {
  return practice.at(-1) ?? first;
}

/**
 * Weighted mean of what was scored; null while nothing was. Decisions on proposals count with the score of all of them
 * together. What was done with help beside the image says nothing of what
 * its learner can do, so that it counts only while there is nothing else.
 */
export function scoreMean(scenario: Scenario, results: StepResults): number | null {
  const unaided = scenario.steps.filter(
    ({ imageId }) => imageId === null || imageById(scenario, imageId)?.aid === undefined,
  );
  return scoreOver(unaided, results, 'first') ?? scoreOver(scenario.steps, results, 'first');
}

/** The score that a branch of this step goes by: the latest scores of its round, or of all rounds outside of one. */
export function scoreForBranch(scenario: Scenario, step: ScenarioStep, results: StepResults): number | null {
  const steps =
    step.imageId === null ? scenario.steps : scenario.steps.filter(({ imageId }) => imageId === step.imageId);
  return scoreOver(steps, results, 'latest');
}

function scoreOver(
  steps: readonly ScenarioStep[],
  results: StepResults,
  of: 'first' | 'latest',
): number | null {
  const caught = catchingOver(steps, results, of);
  let sum = 0;
  let weights = 0;
  for (const step of steps) {
    if (!stepIsGraded(step)) continue;
    const result = results[step.id];
    if (result === undefined) continue;
    const own = of === 'first' ? result.score : result.latestScore;
    if (own === null) continue;
    const score = result.kind === 'proposals' && !tryOf(result, of).isSkipped ? (caught ?? own) : own;
    sum += step.weight * score;
    weights += step.weight;
  }
  return weights === 0 ? null : sum / weights;
}

/** The score of all decisions on proposals together, which each of their steps counts with; null where there are none. */
function catchingOver(
  steps: readonly ScenarioStep[],
  results: StepResults,
  of: 'first' | 'latest',
): number | null {
  const judged = steps.flatMap(({ id }) => {
    const result = results[id];
    if (result?.kind !== 'proposals') return [];
    const made = tryOf(result, of);
    return made.isSkipped ? [] : [made.judged];
  });
  return catchingScore(judged);
}

function tryOf(result: ProposalsResult, of: 'first' | 'latest'): ProposalsTry {
  return of === 'first' ? result.first : tryLatest(result);
}

/** How often each branch was followed, by `STEP_ID#POSITION`. */
export type BranchCounts = Readonly<Record<string, number>>;

export interface StepFollowed {
  /** A step's id or `SCENARIO_END`. */
  readonly stepId: string;
  readonly followed: BranchCounts;
}

/** Where the scenario goes from a step. A branch on the score is passed over while nothing was scored. */
export function stepFollow(
  scenario: Scenario,
  step: ScenarioStep,
  results: StepResults,
  followed: BranchCounts,
): StepFollowed {
  const score = scoreForBranch(scenario, step, results);
  for (const [i, branch] of step.next.entries()) {
    const name = `${step.id}#${i}`;
    const times = followed[name] ?? 0;
    if (branch.atMost !== null && times >= branch.atMost) continue;
    if (!branchHolds(branch, score)) continue;
    return { stepId: branch.goto, followed: { ...followed, [name]: times + 1 } };
  }
  const following = scenario.steps[stepIndex(scenario, step.id) + 1];
  return { stepId: following?.id ?? SCENARIO_END, followed };
}

function branchHolds({ when }: Branch, score: number | null): boolean {
  if (when === null) return true;
  if (score === null) return false;
  return when.kind === 'below' ? score < when.score : score >= when.score;
}

/** The first step behind a step's round: where to go when its image cannot be shown. */
export function roundLeave(scenario: Scenario, step: ScenarioStep): string {
  const from = stepIndex(scenario, step.id);
  const after = scenario.steps.find((other, i) => i > from && other.imageId !== step.imageId);
  return after?.id ?? SCENARIO_END;
}

/** The result of the survey of a step's round; null where there is none yet. */
export function surveyResultOf(
  { steps }: Pick<Scenario, 'steps'>,
  { imageId }: ScenarioStep,
  results: StepResults,
): SurveyResult | null {
  const survey = steps.find((other) => other.kind === 'survey' && other.imageId === imageId);
  const result = survey === undefined ? undefined : results[survey.id];
  return result?.kind === 'survey' ? result : null;
}

/** The last mark step of the same round that comes before a step. */
export function markStepBefore(scenario: Scenario, step: ScenarioStep): string | null {
  const from = stepIndex(scenario, step.id);
  const before = scenario.steps.findLast(
    (other, i) => i < from && other.kind === 'mark' && other.imageId === step.imageId,
  );
  return before?.id ?? null;
}
