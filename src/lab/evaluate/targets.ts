import type { FindingClass } from '../../domain/findings/finding.ts';
import type { TestSetName } from './test-set.ts';

type PerClass = Readonly<Partial<Record<FindingClass, number>>>;

/**
 * Howell et al. 2024 on their lung phantom: mean Dice and pixel accuracy over whole images, and per class the
 * diagonal of their row-normalised confusion matrix; Dice of effusion and consolidation on clinical images, after
 * transfer learning.
 */
export const PAPER_FIGURES: {
  readonly meanDice: number;
  readonly pixelAccuracy: number;
  readonly found: PerClass;
  readonly dice: PerClass;
} = {
  meanDice: 0.74,
  pixelAccuracy: 0.957,
  found: { rib: 0.868, pleural_line: 0.854, a_line: 0.577, b_line: 0.579, b_line_confluence: 0.722 },
  dice: { pleural_effusion: 0.48, consolidation: 0.32 },
};

/** Targets of a test set; mean absolute errors and calibration at most, everything else at least. */
interface Targets {
  readonly meanDice: number;
  readonly pixelAccuracy: number | null;
  readonly dice: PerClass;
  readonly found: PerClass;
}

const DICE: PerClass = { pleural_effusion: 0.85, consolidation: 0.7 };

const CLINICAL_VARIETY: Targets = {
  meanDice: 0.8,
  pixelAccuracy: 0.97,
  dice: DICE,
  found: { rib: 0.93, pleural_line: 0.92, a_line: 0.78, b_line: 0.82, b_line_confluence: 0.85 },
};

export const TARGETS: Readonly<Record<TestSetName, Targets>> = {
  v1: { meanDice: 0.88, pixelAccuracy: null, dice: DICE, found: {} },
  v2: CLINICAL_VARIETY,
  v3: CLINICAL_VARIETY,
  dev: CLINICAL_VARIETY,
};

export const BLAS_TARGET = { mae: 0.03, r: 0.97 } as const;
export const GRADE_TARGET = { mae: 6, r: 0.97 } as const;
export const COUNT_TARGET = { within1: 0.98, exact: 0.85 } as const;
export const CALIBRATION_TARGET = 0.05;
