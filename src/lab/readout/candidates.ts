import { type ReadoutAspect, type ReadoutTerm, termLog } from '../../domain/analysis/clip-readout.ts';
import type { RegressionRow } from '../regression/logistic.ts';
import type { ReadClip } from './worker.ts';

/** Terms that a readout may go by, and the name that they are compared under. */
export interface Candidate {
  readonly name: string;
  readonly terms: readonly ReadoutTerm[];
}

const SHARES = ['aLine', 'bLine', 'confluence'] as const;
const LINES = ['aLineRow', 'bLineLines', 'confluenceLines'] as const;
const NEAR = ['nearALine', 'nearBLine', 'nearConfluence'] as const;

export const CANDIDATES: readonly Candidate[] = [
  { name: 'shares', terms: SHARES },
  { name: 'all shares', terms: [...SHARES, 'rib', 'pleura', 'effusion', 'consolidation'] },
  { name: 'lines', terms: LINES },
  { name: 'lines, pleura, consolidation', terms: [...LINES, 'pleura', 'consolidation'] },
  { name: 'near the pleura', terms: NEAR },
  { name: 'row, near the pleura', terms: ['aLineRow', 'nearBLine', 'nearConfluence'] },
  { name: 'lines, near the pleura', terms: [...LINES, ...NEAR] },
];

/** Which of them each aspect is read by: what was compared, and why these, stands in training/NOTES.md. */
export const CHOSEN: Readonly<Record<ReadoutAspect, string>> = {
  aLines: 'shares',
  bLines: 'lines, pleura, consolidation',
  blas: 'row, near the pleura',
};

/** Something is seen in a clip from this share of its images on; in fewer, but some, it is for nobody to say. */
const SEEN_FROM = 0.3;

/** Above this artefact score the lung is no longer one of A-lines, whatever still shines between the B-lines. */
const A_LINES_BLAS = 0.15;

/** What is to be told of a simulated clip, 0-1; null where nobody could say. */
export function truthOf(aspect: ReadoutAspect, { truth }: ReadClip): number | null {
  const seen = (share: number): number | null => (share === 0 ? 0 : share >= SEEN_FROM ? 1 : null);
  switch (aspect) {
    case 'aLines':
      return truth.blas >= A_LINES_BLAS ? 0 : seen(truth.aLines);
    case 'bLines':
      return seen(truth.bLines);
    case 'blas':
      return truth.blas;
  }
}

/** The rows by which an aspect is fitted; each clip is a cluster of its own. */
export function rowsOf(
  aspect: ReadoutAspect,
  { terms }: Candidate,
  clips: readonly ReadClip[],
): readonly RegressionRow[] {
  return clips.flatMap((clip, at) => {
    const truth = truthOf(aspect, clip);
    const values = terms.map((term) => termLog(clip.terms[term]));
    return truth === null ? [] : [{ values, truth, cluster: `${at}` }];
  });
}
