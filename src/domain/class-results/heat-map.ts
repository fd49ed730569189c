import { FINDING_INDEX, type MarkableFinding } from '../findings/finding.ts';
import type { Mask } from '../frame/frame.ts';
import type { Sector } from '../geometry/sector.ts';
import { marksRasterise } from '../marks/rasterise.ts';
import type { ClassAnswer } from './class-answers.ts';
import { grouped } from './grouped.ts';
import { markOfHanded } from './handed-mark.ts';

/** Answers to one and the same image. */
export interface SameImage {
  /** The first of them, from which the image is made again. */
  readonly of: ClassAnswer;
  readonly answers: readonly ClassAnswer[];
}

/** Marks of several learners on one image. */
export interface HeatMap {
  /** How many learners marked each pixel. */
  readonly counts: Uint16Array;
  readonly width: number;
  readonly sector: Sector;
  /** How many learners there are. */
  readonly learners: number;
}

/** How the marks of most lie against the key. */
export interface HeatFigures {
  /** Share (0-1) of the key that half of the learners or more marked; null where the key has none. */
  readonly found: number | null;
  /** Share (0-1) of what half or more marked that is not the key; null where so many marked nothing. */
  readonly beside: number | null;
}

/** The image that most of an item's learners had, with their answers; null where none of their images is known. */
export function imageOfMost(answers: readonly ClassAnswer[]): SameImage | null {
  const known = answers.filter(({ answer }) => answer.source !== null && answer.marks !== null);
  const groups = [...grouped(known, ({ answer }) => `${answer.source} ${JSON.stringify(answer.image)}`)];
  const [most] = groups.map(([, own]) => own).sort((a, b) => b.length - a.length);
  return most === undefined ? null : { of: most[0]!, answers: most };
}

/** Nobody's marks yet. */
export function heatMapEmpty(sector: Sector, size: number): HeatMap {
  return { counts: new Uint16Array(size * size), width: size, sector, learners: 0 };
}

/** Adds the marks of one learner; what was marked and erased again is not marked. */
export function heatMapAdd(heat: HeatMap, { answer }: ClassAnswer, finding: MarkableFinding): HeatMap {
  const marks = (answer.marks ?? []).map((mark, i) => markOfHanded(mark, `${i}`));
  const { classes } = marksRasterise(marks, heat.sector, heat.width);
  const index = FINDING_INDEX[finding];
  const counts = heat.counts.map((count, at) => (classes[at] === index ? count + 1 : count));
  return { ...heat, counts, learners: heat.learners + 1 };
}

/** @param key on the same raster */
export function heatFigures({ counts, learners }: HeatMap, key: Mask, finding: MarkableFinding): HeatFigures {
  const index = FINDING_INDEX[finding];
  let [asked, found, most] = [0, 0, 0];
  for (const [at, count] of counts.entries()) {
    const isKey = key.classes[at] === index;
    const isOfMost = learners > 0 && 2 * count >= learners;
    if (isKey) asked += 1;
    if (isOfMost) most += 1;
    if (isKey && isOfMost) found += 1;
  }
  return { found: asked === 0 ? null : found / asked, beside: most === 0 ? null : 1 - found / most };
}
