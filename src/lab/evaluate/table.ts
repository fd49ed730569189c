import type { Interval } from '../../cli/shared/bootstrap.ts';
import { tableOf } from '../../cli/shared/markdown-table.ts';
import { FINDINGS, type FindingClass, MARKABLE_FINDINGS } from '../../domain/findings/finding.ts';
import { MASK_SIZE } from '../../domain/frame/resample.ts';
import { say } from '../../ui/words/say.ts';
import { DICE_RESAMPLES, type Figures } from './figures.ts';
import {
  BLAS_TARGET,
  CALIBRATION_TARGET,
  COUNT_TARGET,
  GRADE_TARGET,
  PAPER_FIGURES,
  TARGETS,
} from './targets.ts';

export const PHANTOMS_DIFFER =
  "The paper's figures are from its own phantom, a moulded one scanned with a real machine (effusion and consolidation: clinical images, after transfer learning); these are from simulated exams. They show the order of size and cannot be compared point by point.";

export const DEFINITIONS = [
  `Dice = 2 TP / (2 TP + FP + FN), pooled over all pixels of the set, in brackets its 95 % interval from ${DICE_RESAMPLES} bootstrap resamples of whole exams; mean Dice over the five classes of the paper; found = recall, the diagonal of the row-normalised confusion matrix; ECE = expected calibration error of the pixels that the network gives to a class, 15 bins; by chance = what the choice of exams alone would make of the ECE of a network with none, in 95 of 100 sets of this size (resamples of whole exams).`,
  'BLAS = B-line artefact score, 0-1. B-line count: separate B-lines per frame, counted in both masks as in the game. Grade: totals (0-100) of simulated trainees who mark frames with errors typical of five levels, by a key against by the truth, all classes asked for; on a clip the network is the key, and what it is unsure of is not scored; in the game, on phantom frames, the truth is the key of every class on which the network disagrees with it.',
].join('\n');

function percent(share: number | null | undefined): string {
  return share === null || share === undefined ? '-' : `${(share * 100).toFixed(1)} %`;
}

function fixed(value: number | null | undefined, digits: number): string {
  return value === null || value === undefined ? '-' : value.toFixed(digits);
}

function bounded(value: number | null, interval: Interval | null): string {
  if (interval === null) return fixed(value, 3);
  return `${fixed(value, 3)} [${fixed(interval[0], 3)}, ${fixed(interval[1], 3)}]`;
}

const atLeast = (text: string): string => (text === '-' ? text : `>= ${text}`);
const atMost = (text: string): string => (text === '-' ? text : `<= ${text}`);

function labelOf(finding: FindingClass): string {
  return finding === 'background' ? 'Background' : say(`findings.${finding}.label`);
}

function classTable(figures: Figures): string {
  const targets = TARGETS[figures.set];
  const ece = atMost(fixed(CALIBRATION_TARGET, 2));
  return tableOf([
    [
      'Class',
      'Dice',
      'Paper',
      'Target',
      'IoU',
      'Found',
      'Paper',
      'Target',
      'ECE',
      'By chance',
      'Target',
      'Pixels',
    ],
    ...MARKABLE_FINDINGS.map((finding) => {
      const { dice, diceInterval, iou, recall, calibration, calibrationChance, pixels } =
        figures.classes[finding];
      return [
        labelOf(finding),
        bounded(dice, diceInterval),
        fixed(PAPER_FIGURES.dice[finding], 2),
        atLeast(fixed(targets.dice[finding], 2)),
        fixed(iou, 3),
        percent(recall),
        percent(PAPER_FIGURES.found[finding]),
        atLeast(percent(targets.found[finding])),
        fixed(calibration, 3),
        atMost(fixed(calibrationChance, 3)),
        ece,
        percent(pixels / (figures.frames * MASK_SIZE * MASK_SIZE)),
      ];
    }),
  ]);
}

function summaryTable(figures: Figures): string {
  const { blas, bLineCount, grade } = figures;
  const targets = TARGETS[figures.set];
  const accuracy = percent(PAPER_FIGURES.pixelAccuracy);
  const blasError = atMost(fixed(BLAS_TARGET.mae, 2));
  const blasR = atLeast(fixed(BLAS_TARGET.r, 2));
  const gradeError = atMost(fixed(GRADE_TARGET.mae, 0));
  const gradeR = atLeast(fixed(GRADE_TARGET.r, 2));
  return tableOf([
    ['Measure', 'Here', 'Paper', 'Target'],
    [
      'Mean Dice of five classes',
      bounded(figures.meanDice, figures.meanDiceInterval),
      fixed(PAPER_FIGURES.meanDice, 2),
      atLeast(fixed(targets.meanDice, 2)),
    ],
    [
      'Pixel accuracy, all pixels',
      percent(figures.pixelAccuracy),
      accuracy,
      atLeast(percent(targets.pixelAccuracy)),
    ],
    ['Pixel accuracy, sector only', percent(figures.sectorAccuracy), '-', '-'],
    ['BLAS along scan lines, mean absolute error', fixed(blas.scanline.mae, 3), '-', blasError],
    ['BLAS along scan lines, r', fixed(blas.scanline.r, 3), '-', blasR],
    [`- where B-lines are (${blas.seen.count}), error`, fixed(blas.seen.mae, 3), '-', '-'],
    ['- where B-lines are, r', fixed(blas.seen.r, 3), '-', '-'],
    ["BLAS in the paper's box, mean absolute error", fixed(blas.box.mae, 3), '-', '-'],
    ["BLAS in the paper's box, r", fixed(blas.box.r, 3), '-', '-'],
    ['B-line count within 1', percent(bLineCount.within1), '-', atLeast(percent(COUNT_TARGET.within1))],
    ['B-line count exact', percent(bLineCount.exact), '-', atLeast(percent(COUNT_TARGET.exact))],
    ['Grade as on a clip, mean absolute error', fixed(grade.network.mae, 2), '-', gradeError],
    ['Grade as on a clip, r', fixed(grade.network.r, 3), '-', gradeR],
    ['Totals given on a clip', percent(figures.judged), '-', '-'],
    ['Key: mean Dice', fixed(figures.key.meanDice, 3), '-', '-'],
    [
      'B-lines without a root for 1,000 frames, mask / key',
      `${fixed(figures.key.rootlessMask, 1)} / ${fixed(figures.key.rootless, 1)}`,
      '-',
      '- / 0',
    ],
    ['Grade as in the game, mean absolute error', fixed(grade.game.mae, 2), '-', '-'],
    ['Grade as in the game, r', fixed(grade.game.r, 3), '-', '-'],
  ]);
}

/** Mean totals of the simulated trainees by each key. */
function levelTable({ grade }: Figures): string {
  return tableOf([
    ['Trainees', 'Count', 'By the truth', 'As on a clip', 'As in the game'],
    ...grade.levels.map(({ name, trainees, truth, network, game }) => [
      name,
      `${trainees}`,
      fixed(truth, 1),
      fixed(network, 1),
      fixed(game, 1),
    ]),
  ]);
}

/** Actual classes down, predicted classes across, per cent of the actual class within the sector. */
function confusionTable(figures: Figures): string {
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

/** All tables of a set, one under another. */
export function figuresTables(figures: Figures): string {
  return [summaryTable(figures), classTable(figures), confusionTable(figures), levelTable(figures)].join(
    '\n\n',
  );
}
