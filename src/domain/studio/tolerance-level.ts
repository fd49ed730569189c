import { MARKABLE_FINDINGS, type MarkableFinding } from '../findings/finding.ts';
import { TOLERANCE_MM } from '../grading/tolerance.ts';

/** How exactly learners have to mark. */
export const TOLERANCE_LEVELS = ['strict', 'usual', 'lenient'] as const;
export type ToleranceLevel = (typeof TOLERANCE_LEVELS)[number];

/** Of the usual tolerance of a class. */
const FACTORS: Readonly<Record<ToleranceLevel, number>> = { strict: 0.75, usual: 1, lenient: 2 };

/** A class that a draft asks for, as its file has it. */
export interface AskedFile {
  readonly finding: MarkableFinding;
  readonly tolerance_mm: number;
}

/** The tolerance of a class at a level, mm, to a tenth of one. */
export function levelTolerance(finding: MarkableFinding, level: ToleranceLevel): number {
  return Math.round(10 * FACTORS[level] * TOLERANCE_MM[finding]) / 10;
}

/** The level that all of the classes are asked at; null where there is no such one. */
export function levelOf(asked: readonly AskedFile[]): ToleranceLevel | null {
  const is = (level: ToleranceLevel): boolean =>
    asked.every(({ finding, tolerance_mm }) => tolerance_mm === levelTolerance(finding, level));
  return asked.length === 0 ? null : (TOLERANCE_LEVELS.find(is) ?? null);
}

/** The same classes at another level; all else that is said of them stays. */
export function askedAtLevel(asked: readonly AskedFile[], level: ToleranceLevel): readonly AskedFile[] {
  return asked.map((one) => ({ ...one, tolerance_mm: levelTolerance(one.finding, level) }));
}

/**
 * The classes asked for after a key was drawn on: what is new in it is asked for, what is no longer in it is not, and
 * what the teacher chose of the others stays.
 */
export function askedFollow(
  asked: readonly AskedFile[],
  before: ReadonlySet<MarkableFinding>,
  now: ReadonlySet<MarkableFinding>,
  level: ToleranceLevel,
): readonly AskedFile[] {
  return MARKABLE_FINDINGS.flatMap((finding): readonly AskedFile[] => {
    const known = asked.find((one) => one.finding === finding);
    if (known !== undefined) return before.has(finding) && !now.has(finding) ? [] : [known];
    if (!now.has(finding) || before.has(finding)) return [];
    return [{ finding, tolerance_mm: levelTolerance(finding, level) }];
  });
}
