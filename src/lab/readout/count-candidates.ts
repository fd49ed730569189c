import { countHeld } from '../../domain/analysis/clip-count.ts';
import { type ReadoutTerm, termLog } from '../../domain/analysis/clip-readout.ts';
import { spaceLinesMost } from '../../domain/grading/space-lines.ts';
import type { LogisticFit, RegressionRow } from '../regression/logistic.ts';
import { numbersCrossed } from '../regression/ordinal.ts';
import { countTrue } from './count-figures.ts';
import { linesFollowed, linesGliding } from './followed.ts';
import type { LinePlace } from './image-lines.ts';
import type { ReadClip } from './worker.ts';

/** A way to count the B-lines of clips, and the name that it is compared under. */
export interface CountCandidate {
  readonly name: string;
  /** The count of each clip; where it takes a fit, by fits on other clips. */
  readonly count: (
    clips: readonly ReadClip[],
    fitting: (rows: readonly RegressionRow[]) => LogisticFit,
  ) => readonly number[];
}

const TERMS: readonly ReadoutTerm[] = ['bLineLines', 'confluenceLines', 'nearBLine', 'consolidation'];

/** More B-lines than this in one space are rare in simulated clips: 3 of 600. */
const FITTED_MOST = 4;

/** Which of them the library counts by (`clipCount`): why stands in training/NOTES.md. */
export const COUNT_CHOSEN = 'a tenth of the images';

export const COUNT_CANDIDATES: readonly CountCandidate[] = [
  { name: 'none, whatever is seen', count: (clips) => clips.map(() => 0) },
  held('a tenth of the images', 0.1, linesAll),
  held('a quarter', 0.25, linesAll),
  held('half', 0.5, linesAll),
  { name: 'mean of the images', count: (clips) => clips.map((clip) => Math.round(meanCount(clip))) },
  held('a tenth, followed as the lung glides', 0.1, linesFollowedOf),
  held('a quarter, followed as the lung glides', 0.25, linesFollowedOf),
  held('a tenth, without those that stand still', 0.1, linesGlidingOf),
  held('a quarter, without those that stand still', 0.25, linesGlidingOf),
  ordinal('fitted: figures of all classes', figuresOf),
  ordinal('fitted: counts', countsFigures),
  ordinal('fitted: both', (clip) => [...figuresOf(clip), ...countsFigures(clip)]),
];

type LinesOf = (clip: ReadClip) => readonly (readonly LinePlace[])[];

/** The greatest number of B-lines in one space that a share of the images show. */
function held(name: string, share: number, linesOf: LinesOf): CountCandidate {
  return { name, count: (clips) => clips.map((clip) => countHeld(countsOf(linesOf(clip)), share)) };
}

function ordinal(name: string, valuesOf: (clip: ReadClip) => readonly number[]): CountCandidate {
  return {
    name,
    count: (clips, fitting) => {
      const rows = clips.map((clip, at) => ({
        values: valuesOf(clip),
        truth: countTrue(clip),
        cluster: `${at}`,
      }));
      return numbersCrossed(rows, FITTED_MOST, fitting);
    },
  };
}

function linesAll({ lines }: ReadClip): readonly (readonly LinePlace[])[] {
  return lines.map((image) => image.lines);
}

function linesFollowedOf({ lines }: ReadClip): readonly (readonly LinePlace[])[] {
  return linesFollowed(lines);
}

function linesGlidingOf({ lines }: ReadClip): readonly (readonly LinePlace[])[] {
  return linesGliding(lines);
}

function countsOf(lines: readonly (readonly LinePlace[])[]): readonly number[] {
  return lines.map((image) => spaceLinesMost(image.map(({ space }) => space)));
}

function meanCount(clip: ReadClip): number {
  const counts = countsOf(linesAll(clip));
  return counts.reduce((sum, count) => sum + count, 0) / counts.length;
}

function figuresOf({ terms }: ReadClip): readonly number[] {
  return TERMS.map((term) => termLog(terms[term]));
}

function countsFigures(clip: ReadClip): readonly number[] {
  const counts = countsOf(linesAll(clip));
  return [meanCount(clip), countHeld(counts, 0.1), countHeld(counts, 0.25)];
}
