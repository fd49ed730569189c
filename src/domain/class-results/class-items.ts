import { RIGHT_SCORE } from '../learning/right-score.ts';
import { type ClassAnswer, itemKeyOf } from './class-answers.ts';
import { grouped } from './grouped.ts';
import { mean, median } from './middle.ts';

/** Learners from which on it is told how well an item tells the strong from the weak. */
export const DISCRIMINATION_LEARNERS = 10;
/** Below this an item hardly tells them apart: the limit below which items are to be revised, after Ebel. */
export const DISCRIMINATION_LOW = 0.2;

/**
 * Why a teacher might look at an item. `all_right`, `none_right`: it tells nobody from anybody; `reversed`: the weak do better than the
 * strong; `weak`: it hardly tells them apart; `few`: too few learners to say.
 */
export type ItemFlag = 'all_right' | 'none_right' | 'reversed' | 'weak' | 'few';

/** An item as the class answered it. */
export interface ClassItem {
  readonly key: string;
  readonly set: string;
  readonly item: string;
  /** The answers, of which the first has the title. */
  readonly answers: readonly ClassAnswer[];
  /** How many could be scored. */
  readonly scored: number;
  /** How many of these were right. */
  readonly right: number;
  /** The difficulty index: mean share of full marks, 0-1, high where it is easy; null where nothing was scored. */
  readonly ease: number | null;
  /** -1 to 1; null for fewer than `DISCRIMINATION_LEARNERS` learners, or where scores are all the same. */
  readonly discrimination: number | null;
  /** Median seconds until the answer. */
  readonly seconds: number;
  /** Mean of 1 (a guess) to 4 (sure); null where nobody was asked. */
  readonly confidence: number | null;
  /** Answers for which hints were taken. */
  readonly hinted: number;
  readonly flag: ItemFlag | null;
}

interface Scored {
  readonly of: ClassAnswer;
  readonly score: number;
}

/**
 * Items by classical test theory (L. Crocker and J. Algina, Introduction to Classical and Modern Test Theory, 1986, chapter 14).
 *
 * Difficulty index: p = mean(score) / 100, which is the share of right answers where scores are 0 or 100. Discrimination: Pearson's
 * correlation of the item's score with the learner's score on all other items, the item itself left out so that it does not correlate
 * with itself; for right or wrong this is the corrected point-biserial. Learners may have answered different items, so
 * that the score on the others is the mean by which the learner was above the class on them: where all answered all, the same
 * correlation as with their sum.
 *
 * @param answers that count, of whichever exercises are looked at together
 */
export function classItems(answers: readonly ClassAnswer[]): readonly ClassItem[] {
  const groups = [...grouped(answers, itemKeyOf)];
  const scoredOf = new Map(groups.map(([key, own]) => [key, scoredAnswers(own)]));
  const means = new Map([...scoredOf].map(([key, own]) => [key, mean(own.map(({ score }) => score))]));
  const above = new Map<string, { sum: number; count: number }>();
  for (const [key, own] of scoredOf) {
    for (const { of, score } of own) {
      const known = above.get(of.learner.id) ?? { sum: 0, count: 0 };
      above.set(of.learner.id, { sum: known.sum + score - means.get(key)!, count: known.count + 1 });
    }
  }
  return groups.map(([key, own]) => {
    const scored = scoredOf.get(key)!;
    const itemMean = means.get(key)!;
    const pairs = scored.flatMap(({ of, score }): readonly (readonly [number, number])[] => {
      const { sum, count } = above.get(of.learner.id)!;
      return count < 2 ? [] : [[score, (sum - (score - itemMean)) / (count - 1)]];
    });
    const discrimination = pairs.length < DISCRIMINATION_LEARNERS ? null : correlation(pairs);
    const right = scored.filter(({ score }) => score >= RIGHT_SCORE).length;
    return {
      key,
      set: own[0]!.attempt.set,
      item: own[0]!.answer.item,
      answers: own,
      scored: scored.length,
      right,
      ease: scored.length === 0 ? null : itemMean / 100,
      discrimination,
      ...otherFigures(own),
      flag: flagOf(scored.length, right, discrimination),
    };
  });
}

/** Median time, mean confidence and how many took hints. */
function otherFigures(own: readonly ClassAnswer[]): Pick<ClassItem, 'seconds' | 'confidence' | 'hinted'> {
  const sure = own.flatMap(({ answer }) => answer.confidence ?? []);
  return {
    seconds: median(own.map(({ answer }) => answer.seconds)),
    confidence: sure.length === 0 ? null : mean(sure),
    hinted: own.filter(({ answer }) => answer.hints > 0).length,
  };
}

function flagOf(scored: number, right: number, discrimination: number | null): ItemFlag | null {
  if (scored < 2) return scored === 0 ? null : 'few';
  if (right === scored) return 'all_right';
  if (right === 0) return 'none_right';
  if (discrimination === null) return scored < DISCRIMINATION_LEARNERS ? 'few' : null;
  if (discrimination < 0) return 'reversed';
  return discrimination < DISCRIMINATION_LOW ? 'weak' : null;
}

/** Those that could be scored; what was skipped has the score that it was given. */
function scoredAnswers(answers: readonly ClassAnswer[]): readonly Scored[] {
  return answers.flatMap((of) => (of.answer.score === null ? [] : [{ of, score: of.answer.score }]));
}

/** Pearson's; null where one of both is always the same. */
function correlation(pairs: readonly (readonly [number, number])[]): number | null {
  const meanX = mean(pairs.map(([x]) => x));
  const meanY = mean(pairs.map(([, y]) => y));
  let [xy, xx, yy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xy += (x - meanX) * (y - meanY);
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
  }
  // What rounding leaves of a spread of nothing is no spread.
  return xx < 1e-9 || yy < 1e-9 ? null : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}
