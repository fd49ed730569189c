import { RESAMPLES } from '../../cli/shared/bootstrap.ts';
import { tableOf } from '../../cli/shared/markdown-table.ts';
import { MARKABLE_FINDINGS } from '../../domain/findings/finding.ts';
import { PLEURA_LEAST_MM } from './clip-read.ts';
import type { AlarmFigure } from './false-alarms.ts';
import type { AreaFigure, ClipFigures } from './figures.ts';
import { OVERLAP_TOLERANCE_MM } from './mask-overlap.ts';

export const CLIP_DEFINITIONS = [
  'A recording is ranked by what `npm run readout` fitted on simulated clips alone (models/clip-readout.json), from the probabilities of all classes in all its sampled images; masks are those of an image read with its neighbours, as the library reads clips.',
  `AUC with its 95 % interval from ${RESAMPLES} bootstrap resamples of whole patients, and the numbers of videos with and without the sign. "Not seen" counts where both experts filled in the whole sheet (it has a severity); elsewhere only "seen" counts, and "no B-lines" of normal lung.`,
  `rho: rank correlation (Spearman) of the recording's B-line artefact score with the severity. Count: the most separate B-lines in one intercostal space that a tenth of the images show; counted: those of the videos with B-lines seen that have one, and those that show merged B-lines alone. Pleura found: share of the images of lung with an unbroken pleural line of ${PLEURA_LEAST_MM} mm or more. Temporal Dice: mean over pairs of neighbouring images, all findings together. False alarms: images of no lung with a pleural line, A-line, B-line or confluence. False alarms of a finding: images of recordings that surely lack it (experts say so; normal lung has no confluence, effusion or consolidation) that show it, and in brackets those where it is shown in more than half of the images within two seconds. Overlap: mean F1 at a tolerance of ${OVERLAP_TOLERANCE_MM} mm over the pictures with a mask by hand.`,
].join('\n');

function number(value: number | null): string {
  return value === null ? '-' : value.toFixed(3);
}

function area({ area: value, interval, positives, negatives }: AreaFigure): string {
  if (value === null) return `- (${positives}:${negatives})`;
  const between = interval === null ? '' : ` [${number(interval[0])}, ${number(interval[1])}]`;
  return `${number(value)}${between} (${positives}:${negatives})`;
}

function alarm(figure: AlarmFigure | undefined): string {
  if (figure === undefined) return '-';
  const { images, alarms, lasting } = figure;
  const percent = (count: number): string => `${((100 * count) / images).toFixed(1)} %`;
  return `${percent(alarms)} (${percent(lasting)}) of ${images}`;
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
    row('AUC of the count, B-lines seen', ({ countBLines }) => area(countBLines)),
    row(
      'rho of the count with severity',
      ({ rhoCountSeverity, graded }) => `${number(rhoCountSeverity)} (${graded})`,
    ),
    row(
      'Counted, of those with B-lines',
      ({ countSeen: { videos, counted, mergedAlone } }) =>
        `${counted}, merged alone ${mergedAlone}, of ${videos}`,
    ),
    row('Sector of the stated kind', ({ sectors }) => `${sectors.right} of ${sectors.stated}`),
    row('Pleura found', ({ pleuraFound }) => number(pleuraFound)),
    row('Temporal Dice', ({ temporalDice, pairs }) => `${number(temporalDice)} (${pairs})`),
    row('False alarms without lung', ({ noLung }) => `${noLung.alarms} of ${noLung.images}`),
    ...MARKABLE_FINDINGS.filter((finding) => columns.some(([, { alarms }]) => alarms[finding])).map(
      (finding) => row(`False alarms, ${finding}`, ({ alarms }) => alarm(alarms[finding])),
    ),
    row('Overlap, pleural line', ({ overlaps }) => number(overlaps.pleural_line)),
    row('Overlap, A-line', ({ overlaps }) => number(overlaps.a_line)),
  ]);
}
