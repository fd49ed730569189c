import type { Truth } from '../frame/frame.ts';
import { type ReplyGrade, signGrade } from './answer.ts';
import type { LineSign } from './answer-source.ts';
import { lineSignRead } from './in-view.ts';

/** A line that does not show the sign it was to be put on. */
export interface LineGap {
  readonly shown: LineSign;
  readonly goal: LineSign;
  /** The side of the line on which the image has the goal; of several places the nearest. */
  readonly side: 'left' | 'right';
}

/** A sign on fewer scan lines than this (of -1 to 1) is nothing that a hand can put a line on: two steps of its arrows. */
const GOAL_LEAST = 0.04;

/**
 * What a line lacks of the sign that it was to be put on; null where it shows that sign, lies on no lung, or the image has the
 * sign nowhere that a line can be put.
 *
 * @param lateral -1 the first scan line, 1 the last
 */
export function lineGap(truth: Truth | null, lateral: number, goal: LineSign | null): LineGap | null {
  const shown = lineSignRead(truth, lateral);
  if (goal === null || shown === null || shown === 'no_pleura' || shown === goal) return null;
  const [nearest] = (truth?.scan?.mMode ?? [])
    .filter(({ shows, from, to }) => shows === goal && to - from >= GOAL_LEAST)
    .map(({ from, to }) => (from + to) / 2 - lateral)
    .toSorted((a, b) => Math.abs(a) - Math.abs(b));
  return nearest === undefined ? null : { shown, goal, side: nearest < 0 ? 'left' : 'right' };
}

/** Grades what was said of an M-mode by its line, and half of that where the line was to show another sign. */
export function mModeGrade(
  truth: Truth | null,
  lateral: number,
  goal: LineSign | null,
  reply: LineSign | null,
): ReplyGrade {
  const graded = signGrade(reply, lineSignRead(truth, lateral));
  const isHalf = graded.score !== null && lineGap(truth, lateral, goal) !== null;
  return isHalf ? { ...graded, score: graded.score / 2 } : graded;
}
