import type { Sector } from '../geometry/sector.ts';
import { cos, sin } from '../numbers/portable-math.ts';
import { type Random, randomBetween, randomChance } from '../numbers/random.ts';
import type { Mark } from './mark.ts';
import { marksShift } from './mark-shift.ts';

/** Shift of every mark, in whichever direction, and the share of marks that are not drawn. */
const SHIFT_MM = 3;
const LEFT_OUT = 0.25;

const TURN = 6.283185307179586;

/** Marks as somebody draws them who knows what is right and draws it badly. */
export function marksBlur(marks: readonly Mark[], sector: Sector, random: Random): readonly Mark[] {
  return marks.flatMap((mark) => {
    const way = randomBetween(random, 0, TURN);
    if (randomChance(random, LEFT_OUT)) return [];
    return marksShift([mark], sector, SHIFT_MM * cos(way), SHIFT_MM * sin(way));
  });
}
