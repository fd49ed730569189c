import * as z from 'zod/mini';
import { MARKABLE_FINDINGS, type MarkableFinding } from '../findings/finding.ts';
import { type Confusion, confusionMeasures } from '../grading/confusion.ts';
import type { StoredSchema } from '../stored/stored-read.ts';
import { objectSchema, shareSchema } from '../stored/values.ts';

/** Dice of each class over all pixels of some frames, 0-1 (null where the class is neither there nor found). */
export interface DiceScores {
  readonly classes: Readonly<Record<MarkableFinding, number | null>>;
  /** Over the classes that are there; 0 where none is. */
  readonly mean: number;
}

export function diceScores(confusion: Confusion): DiceScores {
  const measures = MARKABLE_FINDINGS.map(
    (finding) => [finding, confusionMeasures(confusion, finding)] as const,
  );
  const there = measures.filter(([, { pixels }]) => pixels > 0);
  return {
    classes: Object.fromEntries(
      measures.map(([finding, { dice }]) => [finding, dice]),
    ) as DiceScores['classes'],
    mean: there.reduce((sum, [, { dice }]) => sum + (dice ?? 0), 0) / Math.max(1, there.length),
  };
}

const classScore = z.nullable(shareSchema);

export const diceScoresSchema: StoredSchema<DiceScores> = objectSchema({
  classes: objectSchema(
    Object.fromEntries(MARKABLE_FINDINGS.map((finding) => [finding, classScore])) as Record<
      MarkableFinding,
      typeof classScore
    >,
  ),
  mean: shareSchema,
});

/** A smaller gain is as likely chance. */
const GAIN_LEAST = 0.005;

/** Whether a network became better, by frames that it did not learn from. */
export function diceIsBetter(before: DiceScores, after: DiceScores): boolean {
  return after.mean - before.mean >= GAIN_LEAST;
}
