import type { MarkableFinding } from '../findings/finding.ts';
import type { Where } from './graded-class.ts';

/**
 * Default tolerance tau in mm per class, where a scenario states none.
 *
 * A frame is graded on 256 x 256 pixels, 0.4 to 0.8 mm each, so strict overlap would ask for a hand steadier than
 * half a millimetre: a line 3 px wide scores Dice 0.67, 0.33 and 0 at offsets of 1, 2 and 3 px. A tau of about
 * two pixels forgives the hand, and still tells a finding from its neighbours:
 * - lines (pleural line, A-lines) are thin and have a sharp bright edge to follow: 1.5 and 2 mm. The nearest thing
 *   to confuse them with, the other echo of the pair, lies at least a pleural depth (8 mm and more) away;
 * - a rib's front is sharp too, but where its bright cap ends at the sides is a matter of taste: 2 mm;
 * - a B-line has soft sides and is 2-5 mm wide: 2 mm, under a third of the 7 mm between neighbouring interlobular
 *   septa (Lichtenstein's B7 lines), so that a mark between two lines hits neither;
 * - confluences have no sharp side at all: 3 mm;
 * - effusion and consolidation are areas of centimetres with an uneven border: 3 and 4 mm.
 */
export const TOLERANCE_MM: Readonly<Record<MarkableFinding, number>> = {
  rib: 2,
  pleural_line: 1.5,
  a_line: 2,
  b_line: 2,
  b_line_confluence: 3,
  pleural_effusion: 3,
  consolidation: 4,
};

/**
 * How far apart, in mm, a marked and a true line may lie and still be the same one when lines are counted. Wider
 * than tau, as a count asks which lines were seen and not how neatly they were drawn: A-lines by their mean
 * depth over the scan lines both cover, B-lines by their origin along the face at the pleura (just over half of the
 * 7 mm of B7 lines).
 */
export const COUNT_TOLERANCE_MM = { a_line: 4, b_line: 4 } as const;

/** The classes whose instances are counted as well. */
export type CountedFinding = keyof typeof COUNT_TOLERANCE_MM;

export function findingIsCounted(finding: MarkableFinding): finding is CountedFinding {
  return finding in COUNT_TOLERANCE_MM;
}

/** Share of a counted class's score that comes from the count; the rest comes from the overlap. */
export const COUNT_SHARE = 0.3;

/**
 * Worth of a B-line mark on a confluence, and of the reverse: half. Experts agree on single B-lines with 0.36 and on
 * small confluences with 0.26 only (ULTRACOV, 33 experts), so taking one for the other is no plain error.
 */
export const SIBLING_CREDIT = 0.5;

/** The class that experts take for this one and the reverse, if there is one. */
export const SIBLING: Readonly<Partial<Record<MarkableFinding, MarkableFinding>>> = {
  b_line: 'b_line_confluence',
  b_line_confluence: 'b_line',
};

/**
 * Where findings of a class have to be marked unless a scenario says otherwise. The pleural line and its A-lines in the
 * main window, between the two most central ribs, answer the question; who marks them beside it does well.
 */
export const WHERE: Readonly<Record<MarkableFinding, Where>> = {
  rib: 'all_windows',
  pleural_line: 'main_window',
  a_line: 'main_window',
  b_line: 'all_windows',
  b_line_confluence: 'all_windows',
  pleural_effusion: 'all_windows',
  consolidation: 'all_windows',
};
