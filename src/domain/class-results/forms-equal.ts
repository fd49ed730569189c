import { type ClassAnswer, itemKeyOf } from './class-answers.ts';
import { grouped } from './grouped.ts';
import { mean } from './middle.ts';

/** Answers from which on the mean of items of one difficulty is told apart from that of the item. */
const EQUATING_ANSWERS = 5;

/** How much easier a learner's images were than those of the class, and the score without that. */
export interface FormEqual {
  /** Points of 100; above 0 where they were easier. */
  readonly easier: number;
  /** 0-100. */
  readonly score: number;
}

/**
 * Mean equating of forms that were drawn at random (M. J. Kolen and R. L. Brennan, Test Equating, Scaling, and Linking, 3rd edition
 * 2014, chapter 2, random groups): equal score = score - (E - mean of E over the class), kept within 0-100.
 *
 * E is what the class had on average on the images that a learner got: the mean, over the learner's answers, of the class's mean score
 * on that item at that measured difficulty. Images of one item and one difficulty are taken for each other, since each form has
 * images of its own and hardly ever two takers. Where fewer than EQUATING_ANSWERS answers are of a difficulty, its mean is that of
 * the whole item, and nothing is made up for. As the seed decides who gets which form, neither the strong nor the weak get the
 * easier ones but by chance.
 *
 * Gives nothing where everybody had the same images, or nothing can be told apart. Limits: difficulties are estimated from this class
 * alone, and means differ by chance in small ones; the spread of scores is left as it is.
 *
 * @param answers that count, of one exercise
 */
export function formsEqual(answers: readonly ClassAnswer[]): ReadonlyMap<string, FormEqual> {
  const scored = answers.filter(({ answer }) => answer.score !== null);
  if (new Set(scored.map(({ attempt }) => attempt.form)).size < 2) return new Map();
  const cells = meansOf(scored, cellOf);
  const items = meansOf(scored, itemKeyOf);
  const eases = new Map(
    [...grouped(scored, ({ learner }) => learner.id)].map(([id, own]) => [
      id,
      {
        score: mean(own.map(({ answer }) => answer.score!)),
        ease: mean(
          own.map((one) => {
            const cell = cells.get(cellOf(one))!;
            return cell.count >= EQUATING_ANSWERS ? cell.mean : items.get(itemKeyOf(one))!.mean;
          }),
        ),
      },
    ]),
  );
  const ofAll = mean([...eases.values()].map(({ ease }) => ease));
  const equal = [...eases].map(([id, { score, ease }]): readonly [string, FormEqual] => [
    id,
    { easier: ease - ofAll, score: Math.max(0, Math.min(100, score - (ease - ofAll))) },
  ]);
  return equal.every(([, { easier }]) => Math.abs(easier) < 1e-9) ? new Map() : new Map(equal);
}

/** Item and measured difficulty. */
function cellOf(one: ClassAnswer): string {
  return `${itemKeyOf(one)}\n${one.answer.level ?? ''}`;
}

function meansOf(
  answers: readonly ClassAnswer[],
  keyOf: (answer: ClassAnswer) => string,
): ReadonlyMap<string, { readonly mean: number; readonly count: number }> {
  return new Map(
    [...grouped(answers, keyOf)].map(([key, own]) => [
      key,
      { mean: mean(own.map(({ answer }) => answer.score!)), count: own.length },
    ]),
  );
}
