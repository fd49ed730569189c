import { FINDINGS, type FindingClass, MARKABLE_FINDINGS } from '../../domain/findings/finding.ts';
import { FINDING_LOOKS } from '../../domain/findings/look.ts';
import { tableOf } from '../shared/markdown-table.ts';
import { type Figures, PAPER_FIGURES } from './figures.ts';

export const PHANTOMS_DIFFER =
  "The paper's figures are from its own phantom, a moulded one scanned with a real machine; these are from simulated exams. They show the order of size and cannot be compared point by point.";

export const DEFINITIONS =
  'Dice = 2 TP / (2 TP + FP + FN), pooled over all pixels of the set; mean Dice over the five classes of the paper; found = recall, the diagonal of the row-normalised confusion matrix.';

function percent(share: number | null | undefined): string {
  return share === null || share === undefined ? '-' : `${(share * 100).toFixed(1)} %`;
}

function share(value: number | null): string {
  return value === null ? '-' : value.toFixed(3);
}

function labelOf(finding: FindingClass): string {
  return finding === 'background' ? 'Background' : FINDING_LOOKS[finding].label;
}

export function classTable(figures: Figures): string {
  return tableOf([
    ['Class', 'Dice', 'IoU', 'Found', 'Found in the paper', 'Share of pixels'],
    ...MARKABLE_FINDINGS.map((finding) => {
      const { dice, iou, recall, pixels } = figures.classes[finding];
      const all = figures.frames * 256 * 256;
      return [
        labelOf(finding),
        share(dice),
        share(iou),
        percent(recall),
        percent(PAPER_FIGURES.found[finding]),
        percent(pixels / all),
      ];
    }),
  ]);
}

export function summaryTable(figures: Figures): string {
  return tableOf([
    ['Measure', 'Here', 'Paper'],
    ['Mean Dice of five classes', share(figures.meanDice), PAPER_FIGURES.meanDice.toFixed(2)],
    ['Pixel accuracy, all pixels', percent(figures.pixelAccuracy), percent(PAPER_FIGURES.pixelAccuracy)],
    ['Pixel accuracy, sector only', percent(figures.sectorAccuracy), '-'],
  ]);
}

/** Actual classes down, predicted classes across, per cent of the actual class within the sector. */
export function confusionTable(figures: Figures): string {
  return tableOf([
    ['Actual \\ predicted, %', ...FINDINGS.map(labelOf)],
    ...FINDINGS.map((finding, row) => [
      labelOf(finding),
      ...FINDINGS.map((_, column) => {
        const cells = figures.rows[row];
        return cells === null || cells === undefined ? '-' : (cells[column]! * 100).toFixed(1);
      }),
    ]),
  ]);
}
