import type { MarkableFinding } from '../../findings/finding.ts';
import { bLineGapMm, DOUBLE_MM, TOUCHING_MM } from '../count.ts';
import type { Key, KeyFinding } from '../grade.ts';
import { widthMm } from './key-finding.ts';

/** How many there are, and the fewest and most that experts may count. */
export interface CountRange {
  readonly count: number;
  readonly least: number;
  readonly most: number;
}

/** The findings of a class that are seen: asked for or welcome. */
export function findingsSeen(key: Key, finding: MarkableFinding): readonly KeyFinding[] {
  return key.findings.filter((one) => one.finding === finding && one.standing !== 'neutral');
}

/**
 * B-lines that stand apart, in the image or in one window of it. Fewer may be counted by who does not see borderline
 * ones, takes two that touch as one, or one for a confluence; more by who sees faint ones, takes a wide one as two, or a
 * narrow confluence for one.
 */
export function bLinesCount(key: Key, window: number | null = null): CountRange {
  const isIn = (one: KeyFinding): boolean => window === null || one.window === window;
  const seen = findingsSeen(key, 'b_line').filter(isIn);
  const merged = findingsSeen(key, 'b_line_confluence').filter(isIn);
  const count = seen.length;
  const doubtful = seen.filter(({ standing, alsoAs }) => standing === 'welcome' || alsoAs !== null);
  const touching = seen.filter(
    (one, place) => place > 0 && bLineGapMm(seen[place - 1]!, one, key.mask) <= TOUCHING_MM,
  );
  const wide = seen.filter((one) => widthMm(one, key.mask) >= DOUBLE_MM);
  const faint = key.findings.filter(
    (one) =>
      one.finding === 'b_line' &&
      one.standing === 'neutral' &&
      isIn(one) &&
      !seen.some((other) => meets(one, other)),
  );
  const narrow = merged.filter(({ alsoAs }) => alsoAs !== null);
  return {
    count,
    least: Math.max(0, count - new Set([...doubtful, ...touching]).size),
    most: count + wide.length + faint.length + narrow.length,
  };
}

/** Whether a faint part goes on on the scan lines of a line that is seen. */
function meets(a: KeyFinding, b: KeyFinding): boolean {
  return a.lateralFrom <= b.lateralTo && b.lateralFrom <= a.lateralTo;
}

/** A-lines that are seen in the main window: one for each multiple of the pleural line's depth. */
export function aLinesCount(key: Key): CountRange {
  const count = findingsSeen(key, 'a_line').filter(({ window }) => window === key.main).length;
  return { count, least: count, most: count };
}
