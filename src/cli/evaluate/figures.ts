import {
  FINDINGS,
  type FindingClass,
  MARKABLE_FINDINGS,
  type MarkableFinding,
  PAPER_FINDINGS,
} from '../../domain/findings/finding.ts';
import {
  type ClassMeasures,
  type Confusion,
  confusionAccuracy,
  confusionMeasures,
  confusionRows,
} from '../../domain/grading/confusion.ts';

/**
 * Howell et al. 2024 on their lung phantom: mean Dice and pixel accuracy over whole images, and per class the
 * diagonal of their row-normalised confusion matrix.
 */
export const PAPER_FIGURES: {
  readonly meanDice: number;
  readonly pixelAccuracy: number;
  readonly found: Readonly<Partial<Record<FindingClass, number>>>;
} = {
  meanDice: 0.74,
  pixelAccuracy: 0.957,
  found: { rib: 0.868, pleural_line: 0.854, a_line: 0.577, b_line: 0.579, b_line_confluence: 0.722 },
};

/** Everything `npm run evaluate` measures; shares 0-1, null where a class does not occur. */
export interface Figures {
  readonly frames: number;
  /** Over the paper's five classes. */
  readonly meanDice: number;
  /** Over all pixels of the square images, as in the paper. */
  readonly pixelAccuracy: number;
  /** Over the pixels of the sector. */
  readonly sectorAccuracy: number;
  readonly classes: Readonly<Record<MarkableFinding, ClassMeasures>>;
  /** Row-normalised, in FINDINGS order, over the pixels of the sector. */
  readonly rows: readonly (readonly number[] | null)[];
}

export function figuresMeasure(frames: number, all: Confusion, sector: Confusion): Figures {
  const classes = Object.fromEntries(
    MARKABLE_FINDINGS.map((finding) => [finding, confusionMeasures(all, finding)]),
  ) as Record<MarkableFinding, ClassMeasures>;
  const dices = PAPER_FINDINGS.map((finding) => classes[finding].dice ?? 0);
  return {
    frames,
    meanDice: dices.reduce((left, right) => left + right) / dices.length,
    pixelAccuracy: confusionAccuracy(all) ?? 0,
    sectorAccuracy: confusionAccuracy(sector) ?? 0,
    classes,
    rows: confusionRows(sector),
  };
}

/** What `--json` prints. */
export function figuresJson(figures: Figures, weightsSha256: string): object {
  return {
    frames: figures.frames,
    mean_dice: figures.meanDice,
    pixel_accuracy: figures.pixelAccuracy,
    sector_pixel_accuracy: figures.sectorAccuracy,
    classes: figures.classes,
    confusion_rows: Object.fromEntries(FINDINGS.map((finding, row) => [finding, figures.rows[row]])),
    weights_sha256: weightsSha256,
  };
}
