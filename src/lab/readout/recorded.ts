import { readFileSync } from 'node:fs';
import { CommandError } from '../../cli/shared/command.ts';
import type { ClipTerms, ReadoutAspect } from '../../domain/analysis/clip-readout.ts';
import type { ClipLabels } from '../clips/clip-index.ts';

/** A recording's figures, and what experts saw in it, as `npm run evaluate:clips -- --out` keeps them. */
export interface LabelledTerms {
  readonly cluster: string;
  readonly labels: ClipLabels;
  readonly terms: ClipTerms;
}

/**
 * Reads the `recordings.json` of `npm run evaluate:clips -- DIR --out OUT`.
 * @throws CommandError `recordings` when there is none
 */
export function labelledTermsRead(path: string): readonly LabelledTerms[] {
  try {
    const list = JSON.parse(readFileSync(path, 'utf8')) as readonly (Omit<LabelledTerms, 'cluster'> & {
      readonly patient: string;
      readonly kind: string;
    })[];
    return list
      .filter(({ kind }) => kind === 'video')
      .map(({ patient, labels, terms }) => ({ cluster: patient, labels, terms }));
  } catch (error) {
    throw new CommandError(
      'recordings',
      `${path} cannot be read (${(error as Error).message}); make it by npm run evaluate:clips -- DIR --out OUT, and name OUT/recordings.json.`,
    );
  }
}

/** What experts say of an aspect: 0 or 1, of the artefact score the severity 0-3; null where they say nothing. */
export function labelOf(aspect: ReadoutAspect, { labels }: LabelledTerms): number | null {
  if (aspect === 'blas') return labels.severity;
  const seen = labels[aspect];
  return seen === null ? null : Number(seen);
}
