import type { MarkableFinding } from '../findings/finding.ts';
import type { Where } from '../grading/graded-class.ts';
import type { ItemPolicy } from '../learning/item-policy.ts';
import type { Work } from '../medicine/medicine.ts';
import type { ProposalWish } from '../proposals/proposal-plan.ts';
import type { PatientRequest } from '../scan/patient-request.ts';
import type { PhantomRequest } from '../scan/phantom-request.ts';
import type { ProbePose } from '../scan/probe-pose.ts';
import type { ZoneSet } from '../scan/zones.ts';
import type { SurveySet, ZoneAnswer } from '../survey/survey.ts';
import type { ChoiceAnswer, LineSign, NumberAnswer } from './answer-source.ts';
import type { ExpertKey } from './expert-key.ts';
import type { ScanGoal } from './goal.ts';
import type { ImageDraw } from './image-draw.ts';
import type { PatientWanted } from './patient-wanted.ts';
import type { MarkTool } from './tools.ts';

/** Where an image of a scenario comes from. */
export type ScenarioSource =
  | {
      readonly kind: 'phantom';
      readonly request: PhantomRequest;
      /**
       * Where there is one, the exam is not that of the request's seed but the first of a sequence from it that fits; what the
       * request leaves open is drawn with it.
       */
      readonly draw?: ImageDraw;
    }
  /** A virtual patient, whom the learner scans by hand. */
  | {
      readonly kind: 'patient';
      readonly request: PatientRequest;
      /** Where there is one, the patient has the body of the request's seed, and all else is drawn to be an item. */
      readonly draw?: PatientWanted;
    }
  /** A video or picture that the learner opens. */
  | { readonly kind: 'clip' }
  /** A clip of the library on this device. */
  | { readonly kind: 'stored'; readonly clipId: string }
  /** Whatever machine or camera the learner has plugged in. */
  | { readonly kind: 'camera' };

export interface ScenarioImage {
  readonly id: string;
  readonly title: string;
  readonly source: ScenarioSource;
  /** How a play that has a seed draws another image in its place; null where it is always this one. */
  readonly draw: ImageDraw | null;
  /** What experts drew on its clip, by which it is graded; left out where nobody did. */
  readonly key?: ExpertKey;
  /** Help that lies beside it until its marks and answers are given; left out where there is none. */
  readonly aid?: ImageAid;
}

/** The network's overlay lies over the image at once, or after a while. */
export type ImageAid = 'overlay' | 'delayed_overlay';

/** A way on from a step. Branches are tried in order; when none holds, the next step follows. */
export interface Branch {
  /**
   * Holds when the score (0-100) of the step's own round, or outside rounds that of the whole scenario so far,
   * is below or at least this; null always holds.
   */
  readonly when: { readonly kind: 'below' | 'at_least'; readonly score: number } | null;
  /** The `id` of a step, or `SCENARIO_END`. */
  readonly goto: string;
  /** How often it can be followed in one run, so that nobody is held in a loop; null for always. */
  readonly atMost: number | null;
}

export const SCENARIO_END = 'end';

export type HintKind = 'word' | 'region' | 'outline' | 'answer';

/** One rung of the hint ladder. */
export interface Hint {
  readonly kind: HintKind;
  readonly text: string | null;
  /** Findings to show on the image; empty for a word, and for the answer to a question. */
  readonly findings: readonly MarkableFinding[];
  /** Taken off the step's score, 0-100. */
  readonly cost: number;
}

interface StepBase {
  /** Unique in the scenario; inside rounds `IMAGE/ID`. */
  readonly id: string;
  /** The round's image; null outside rounds. */
  readonly imageId: string | null;
  readonly next: readonly Branch[];
  /** The publications that its medicine rests on; left out where it names none. */
  readonly works?: readonly Work[];
}

/** The text read in the place of a step's own, where all of its conditions hold. */
export interface TextVariant {
  /** Holds for scores (0-100, as the result shows them) below this; null for no such condition. */
  readonly below: number | null;
  /** Holds from this score on. Neither holds while nothing was scored. */
  readonly atLeast: number | null;
  /** Ids of graded steps: holds where one of them was not done (`stepIsDone`); empty for no such condition. */
  readonly notDone: readonly string[];
  readonly text: string;
  readonly keyPoints: readonly string[];
}

export interface BriefingStep extends StepBase {
  readonly kind: 'briefing';
  readonly title: string | null;
  readonly text: string;
  readonly keyPoints: readonly string[];
  /** The first that holds is read. */
  readonly variants: readonly TextVariant[];
  /** The picture that the text speaks of, with its name on it. */
  readonly picture: BriefingPicture | null;
}

/** An image that knows what it shows. */
export type SimulatedSource = Extract<ScenarioSource, { kind: 'phantom' | 'patient' }>;

/** A still image with names drawn on it from the truth. */
export interface BriefingPicture {
  readonly source: SimulatedSource;
  /** Where the probe stands; null for a phantom, which has none. */
  readonly pose: ProbePose | null;
  /** Which image of the running source, from 0. */
  readonly frameIndex: number;
  /** The findings named, each once. */
  readonly labels: readonly MarkableFinding[];
}

/** The image runs. */
export interface ObserveStep extends StepBase {
  readonly kind: 'observe';
  readonly text: string;
  /** The learner cannot go on before this. */
  readonly minTimeS: number;
}

/** The image runs until the learner stops it. */
export interface FreezeStep extends StepBase {
  readonly kind: 'freeze';
  readonly text: string;
  /** The image that is given whenever the learner stops it; null for the one on the screen. */
  readonly frameIndex: number | null;
}

/** The learner moves the probe, and freezes where `goal` is met. */
export interface ScanStep extends StepBase {
  readonly kind: 'scan';
  readonly text: string;
  /** Where the probe is put at first; null leaves it where it is. */
  readonly start: ProbePose | null;
  /** The zones drawn on the torso; null for none. */
  readonly zones: ZoneSet | null;
  readonly goal: ScanGoal;
  /** How often the learner can freeze before the probe is put where the goal is met. */
  readonly attempts: number;
  /** Seconds until it is put there without; null for as long as the learner likes. */
  readonly timeLimitS: number | null;
  /** `region` shows the goal's zone on the torso, `answer` puts the probe where the goal is met. */
  readonly hints: readonly Hint[];
  readonly weight: number;
}

/** The learner runs M-mode along a scan line of their choice, and says what it shows. */
export interface MModeStep extends StepBase {
  readonly kind: 'm_mode';
  readonly ask: string;
  readonly start: ProbePose | null;
  /** The sign that the line is to be put on; null for whatever line the learner likes. */
  readonly goal: LineSign | null;
  /** Their values are M-mode signs; right is what the chosen line shows. */
  readonly options: readonly SignOption[];
  /** How long M-mode has to run before an answer is taken. */
  readonly minTimeS: number;
  /** Shown after the reply. */
  readonly explain: string;
  readonly hints: readonly Hint[];
  readonly weight: number;
}

/** The learner scans the whole chest by hand: freezes an image in each zone and gives an answer to it. */
export interface SurveyStep extends StepBase {
  readonly kind: 'survey';
  readonly text: string;
  readonly start: ProbePose | null;
  readonly zones: SurveySet;
  readonly answers: ZoneAnswer;
  /** The findings that can be marked; of no meaning where the answer is named. */
  readonly findings: readonly MarkableFinding[];
  /** Whether it is also asked how the lung slides. */
  readonly asksSliding: boolean;
  /** How many zones need an answer before it can be finished. */
  readonly atLeast: number;
  /** Always none: each zone is a question of its own. */
  readonly hints: readonly Hint[];
  readonly weight: number;
}

/** The chart of the chest after a survey: the learner's zones beside the truth. */
export interface ReportStep extends StepBase {
  readonly kind: 'report';
  readonly text: string;
}

export interface AskedFinding {
  readonly finding: MarkableFinding;
  /** Marks within this of the key, and key within this of a mark, count as overlapping. */
  readonly toleranceMm: number;
  /** Share of the finding in the step's score, against the other findings. */
  readonly weight: number;
  /** Where it has to be marked; elsewhere it may be. */
  readonly where: Where;
}

export interface MarkStep extends StepBase {
  readonly kind: 'mark';
  readonly text: string;
  readonly findings: readonly AskedFinding[];
  readonly tools: readonly MarkTool[];
  readonly timeLimitS: number | null;
  readonly hints: readonly Hint[];
  readonly weight: number;
}

export interface NumberQuestion {
  readonly kind: 'number';
  readonly answer: NumberAnswer | number;
  readonly min: number;
  readonly max: number;
  /** Shown behind the input, e.g. `%`; null where there is none, or lines are counted. */
  readonly unit: string | null;
  /** Whether a reply is a count, so that no fraction is taken. */
  readonly isCount: boolean;
  /** Full credit up to this far from the answer. */
  readonly tolerance: number;
  /** Half credit up to this far: the band in which experts disagree. */
  readonly halfCreditWithin: number;
}

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
  /** Shown when this option was chosen. */
  readonly why: string | null;
}

/** One that stands for what M-mode shows. */
export interface SignOption extends ChoiceOption {
  readonly value: LineSign;
}

export interface ChoiceQuestion {
  readonly kind: 'choice';
  /** Where the right option's value comes from, or that value itself. */
  readonly answer: { readonly from: ChoiceAnswer } | { readonly value: string };
  readonly options: readonly ChoiceOption[];
}

export interface QuestionStep extends StepBase {
  readonly kind: 'question';
  readonly ask: string;
  readonly reply: NumberQuestion | ChoiceQuestion;
  /** Shown after the reply. */
  readonly explain: string;
  readonly hints: readonly Hint[];
  readonly weight: number;
}

/** The network's findings and errors among them are proposed, each to be accepted, rejected or mended. */
export interface ProposalsStep extends StepBase {
  readonly kind: 'proposals';
  readonly text: string;
  readonly wish: ProposalWish;
  readonly hints: readonly [];
  readonly weight: number;
}

/**
 * Errors of marks of a finding: it was not marked at all, beside where it is, in part, where there is none, or beyond
 * its border.
 */
export const MARK_ERRORS = ['missed', 'displaced', 'partly_missed', 'extra', 'spills'] as const;
export type MarkError = (typeof MARK_ERRORS)[number];

/** The explanation for a learner who made an error with a finding. */
export interface FindingExplanation {
  readonly finding: MarkableFinding;
  readonly texts: { readonly [error in MarkError]?: string | undefined };
}

export interface FeedbackStep extends StepBase {
  readonly kind: 'feedback';
  readonly text: string;
  readonly explain: readonly FindingExplanation[];
}

export interface DebriefStep extends StepBase {
  readonly kind: 'debrief';
  readonly text: string;
  readonly keyPoints: readonly string[];
  readonly variants: readonly TextVariant[];
}

export type ScenarioStep =
  | BriefingStep
  | ObserveStep
  | FreezeStep
  | ScanStep
  | MModeStep
  | SurveyStep
  | MarkStep
  | QuestionStep
  | ProposalsStep
  | FeedbackStep
  | ReportStep
  | DebriefStep;

/** Steps that give a score. */
export type GradedStep = ScanStep | MModeStep | SurveyStep | MarkStep | QuestionStep | ProposalsStep;

/** A scenario as a menu shows it. */
export interface ScenarioCard {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly course: string;
  /** Its place in the course, from 1. */
  readonly lesson: number;
  readonly durationMin: number;
  readonly teaches: readonly MarkableFinding[];
  /** Score from which the scenario counts as passed, 0-100. */
  readonly passScore: number;
}

/** Limits of time, of an exam: nothing is said of the answers until all is over. */
export interface ScenarioLimits {
  /** For the whole, seconds. */
  readonly totalS: number;
  /** For a step, seconds, by its id. */
  readonly stepS: Readonly<Record<string, number>>;
}

/** One exercise, rounds laid out flat: every image has its own copy of the steps. */
export interface Scenario extends ScenarioCard {
  /** Who chose to play it. */
  readonly policy: ItemPolicy;
  /** What its images are drawn from in this play, 0 to 2^32 - 1; null where they are as written. */
  readonly seed: number | null;
  /** Left out where there are none. */
  readonly limits?: ScenarioLimits;
  readonly images: readonly ScenarioImage[];
  readonly steps: readonly ScenarioStep[];
}

export function stepIndex(scenario: Scenario, stepId: string): number {
  return scenario.steps.findIndex((step) => step.id === stepId);
}

export function stepIsGraded(step: ScenarioStep): step is GradedStep {
  return 'weight' in step;
}

export function imageById(scenario: Scenario, imageId: string): ScenarioImage | null {
  return scenario.images.find((image) => image.id === imageId) ?? null;
}
