import type { MarkableFinding } from '../findings/finding.ts';

/** Where findings of a class have to be marked: in the main window (see `windowMain`), or wherever they are in view. */
export const WHERES = ['main_window', 'all_windows'] as const;
export type Where = (typeof WHERES)[number];

/** A class to grade. */
export interface GradedClass {
  readonly finding: MarkableFinding;
  /** Tau in mm; TOLERANCE_MM of the class unless given. */
  readonly toleranceMm?: number | undefined;
  /** Weight in the total, 1 unless given. */
  readonly weight?: number | undefined;
  /** Where it has to be marked; WHERE of the class unless given. Elsewhere it may be. */
  readonly where?: Where | undefined;
}
