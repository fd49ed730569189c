import { RESAMPLES } from '../../cli/shared/bootstrap.ts';
import { tableOf } from '../../cli/shared/markdown-table.ts';
import { PLEURA_LEAST_MM } from './clip-read.ts';
import { SCORE_RULE } from './clip-score.ts';
import type { AreaFigure, ClipFigures } from './figures.ts';
import { OVERLAP_TOLERANCE_MM } from './mask-overlap.ts';

export const CLIP_DEFINITIONS = [
  SCORE_RULE,
  `AUC with its 95 % interval from ${RESAMPLES} bootstrap resamples of whole patients, and the numbers of videos with and without the sign. "Not seen" counts where both experts filled in the whole sheet (it has a severity); elsewhere only "seen" counts, and "no B-lines" of normal lung.`,
  `rho: rank correlation (Spearman) of the mean B-line artefact score along the scan lines with the severity. Pleura found: share of the images of lung with an unbroken pleural line of ${PLEURA_LEAST_MM} mm or more. Temporal Dice: mean over pairs of neighbouring images, all findings together. False alarms: images of no lung with a pleural line, A-line, B-line or confluence. Overlap: mean F1 at a tolerance of ${OVERLAP_TOLERANCE_MM} mm over the pictures with a mask by hand.`,
].join('\n');

function number(value: number | null): string {
  return value === null ? '-' : value.toFixed(3);
}

function area({ area: value, interval, positives, negatives }: AreaFigure): string {
  if (value === null) return `- (${positives}:${negatives})`;
  const between = interval === null ? '' : ` [${number(interval[0])}, ${number(interval[1])}]`;
  return `${number(value)}${between} (${positives}:${negatives})`;
}

/** One column per folder, one row per figure. */
export function clipTable(columns: readonly (readonly [name: string, figures: ClipFigures])[]): string {
  const row = (name: string, say: (figures: ClipFigures) => string): readonly string[] => [
    name,
    ...columns.map(([, figures]) => say(figures)),
  ];
  return tableOf([
    ['Measure', ...columns.map(([name]) => name)],
    row('Videos', ({ videos }) => `${videos}`),
    row('Pictures', ({ pictures }) => `${pictures}`),
    row('Images read', ({ images }) => `${images}`),
    row('AUC, B-lines seen', ({ bLines }) => area(bLines)),
    row('AUC, A-lines seen', ({ aLines }) => area(aLines)),
    row(
      'rho of BLAS with severity',
      ({ rhoBlasSeverity, graded }) => `${number(rhoBlasSeverity)} (${graded})`,
    ),
    row('Sector of the stated kind', ({ sectors }) => `${sectors.right} of ${sectors.stated}`),
    row('Pleura found', ({ pleuraFound }) => number(pleuraFound)),
    row('Temporal Dice', ({ temporalDice, pairs }) => `${number(temporalDice)} (${pairs})`),
    row('False alarms without lung', ({ noLung }) => `${noLung.alarms} of ${noLung.images}`),
    row('Overlap, pleural line', ({ overlaps }) => number(overlaps.pleural_line)),
    row('Overlap, A-line', ({ overlaps }) => number(overlaps.a_line)),
  ]);
}
