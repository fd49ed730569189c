import type { MarkableFinding } from '../findings/finding.ts';
import type { Mask } from '../frame/frame.ts';
import type { MmPoint } from '../geometry/point.ts';
import { marksRasterise } from '../marks/rasterise.ts';
import type { Instance } from './instances.ts';
import { pixelsShare } from './key/pixels.ts';

/** A wrong mark lies in a place where so much of it is within the outline. */
const IN_PLACE = 0.5;

/** A place where learners err. */
interface WrongPlace {
  /** Of which class a wrong mark has to be; null for any. */
  readonly finding: MarkableFinding | null;
  /** A closed outline, mm. */
  readonly points: readonly MmPoint[];
}

/** The places in which one of some wrong marks lies, in their order. */
export function placesMarked<Place extends WrongPlace>(
  places: readonly Place[],
  wrong: readonly Instance[],
  { sector, width }: Mask,
): readonly Place[] {
  return places.filter(({ finding, points }) => {
    const of = wrong.filter((mark) => finding === null || mark.finding === finding);
    if (of.length === 0) return false;
    // The class is of no matter here: all that is wanted is which pixels the outline holds.
    const { classes } = marksRasterise(
      [{ id: 'place', kind: 'region', finding: 'rib', points }],
      sector,
      width,
    );
    const within = classes.map((value) => (value === 0 ? 0 : 1));
    return of.some(({ pixels }) => pixelsShare(pixels, within) >= IN_PLACE);
  });
}
