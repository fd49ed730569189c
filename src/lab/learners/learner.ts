import type { RoundItem } from '../../domain/learning/next-round.ts';
import type { SkillId } from '../../domain/learning/skill.ts';
import { type Random, randomBell, randomChance } from '../../domain/numbers/random.ts';
import { type LearnerModel, SKILL_ODDS } from './model.ts';

/** A simulated learner's knack. */
export interface Knack {
  /** Failure before any practice, 0-1. */
  readonly startFailure: number;
  /** Items of one skill in which it falls to 1/e. */
  readonly rate: number;
}

/** How far a learner is in one skill. */
export interface Practice {
  /** Share (0-1) of what can be learnt that was there after the last item. */
  readonly gain: number;
  /** Days until 0.9 of it is left. */
  readonly keepsDays: number;
  readonly lastDay: number;
}

interface SimulatedAnswer {
  readonly isRight: boolean;
  /** 0-100. */
  readonly grade: number;
  readonly answerMs: number;
}

/** Standard deviations of the slowest twentieth. */
const SLOW_Z = 1.645;

/** Spread of the time to answer, of its logarithm. */
const TIME_SPREAD = 0.4;

/** Wrong answers take longer. */
const WRONG_TIME = 1.3;

/** A learner: log-normal in pace and in the odds of failing at first, the slow ones both. */
export function knackDraw(model: LearnerModel, random: Random): Knack {
  const z = randomBell(random);
  const between = (usual: number, slow: number): number => usual * (slow / usual) ** (z / SLOW_Z);
  const odds = between(oddsOf(model.startFailure), oddsOf(model.slowStartFailure));
  return {
    startFailure: shareOf(odds),
    rate: between(model.rate, model.slowRate) / model.skillsPerCourse,
  };
}

/** Share (0-1) of what can be learnt of a skill that is there on a day. */
function gainOn(practice: Practice | undefined, day: number): number {
  if (practice === undefined) return 0;
  const { gain, keepsDays, lastDay } = practice;
  return gain / Math.sqrt(1 + ((19 / 81) * (day - lastDay)) / keepsDays);
}

/** Chances (0-1) of missing what is there, of taking it for something else, and of marking the wrong place. */
interface Failures {
  readonly missed: number;
  readonly confused: number;
  readonly misplaced: number;
}

/** Three causes that do not know of each other and together make a failure. */
function failureSplit({ missShare, confusionShare }: LearnerModel, failure: number): Failures {
  const cause = (share: number): number => 1 - (1 - failure) ** share;
  return {
    missed: cause(missShare),
    confused: cause(confusionShare),
    misplaced: cause(1 - missShare - confusionShare),
  };
}

/**
 * The true chance of failing in a skill on a day, at the standard. It is the same of images with the finding and
 * without, as what it is measured by holds both; on one without there is but one way to fail, to see something there.
 */
export function failureOn(
  { slip }: LearnerModel,
  { startFailure }: Knack,
  skill: SkillId,
  practice: Practice | undefined,
  day: number,
): number {
  const start = shareOf(oddsOf(startFailure) * (SKILL_ODDS[skill] ?? 1));
  return slip + Math.max(0, start - slip) * (1 - gainOn(practice, day));
}

/** An answer to one image, by chance. */
export function answerDraw(
  model: LearnerModel,
  knack: Knack,
  practice: Practice | undefined,
  day: number,
  { skill, level, isNormal }: Pick<RoundItem, 'skill' | 'level' | 'isNormal'>,
  random: Random,
): SimulatedAnswer {
  const usual = failureOn(model, knack, skill, practice, day);
  const failure = level === 'easy' ? shareOf(oddsOf(usual) * model.easyOdds) : usual;
  const { missed, confused, misplaced } = failureSplit(model, failure);
  // Laplace noise of the place: beyond the tolerance in just the share `misplaced`.
  const offMm = (model.toleranceMm * Math.log(1 - random.next())) / Math.log(misplaced);
  const isMissed = randomChance(random, missed);
  const isConfused = randomChance(random, isNormal ? failure : confused);
  const isRight = !isConfused && (isNormal || (!isMissed && offMm <= model.toleranceMm));
  const pace = (model.fastAnswerMs / model.slowAnswerMs) ** gainOn(practice, day);
  const spread = Math.exp(TIME_SPREAD * randomBell(random));
  return {
    isRight,
    grade: !isRight ? 0 : isNormal ? 100 : 100 * (1 - offMm / (2 * model.toleranceMm)),
    answerMs: model.slowAnswerMs * pace * spread * (isRight ? 1 : WRONG_TIME),
  };
}

/** The traces that an item with its feedback leaves. */
export function practiceAdd(
  model: LearnerModel,
  { rate }: Knack,
  before: Practice | undefined,
  day: number,
): Practice {
  const gain = 1 - (1 - gainOn(before, day)) * Math.exp(-model.feedback / rate);
  if (before === undefined) return { gain, keepsDays: model.keepsDays, lastDay: day };
  const isSpaced = day - before.lastDay >= 1;
  return { gain, keepsDays: before.keepsDays * (isSpaced ? model.spacingGain : 1), lastDay: day };
}

function oddsOf(share: number): number {
  return share / (1 - share);
}

function shareOf(odds: number): number {
  return odds / (1 + odds);
}
