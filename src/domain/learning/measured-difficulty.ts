import type { MarkableFinding } from '../findings/finding.ts';

/** From what a learner sees best to what experts argue about. Competence is shown at `standard` or above. */
export const DIFFICULTY_LEVELS = ['easy', 'standard', 'hard'] as const;
export type DifficultyLevel = (typeof DIFFICULTY_LEVELS)[number];

/** How the lung moves, or does not, on the scan line that is looked at. */
export interface MeasuredMotion {
  /** How far the lung slides to and fro in a breath, mm; 0 where it does not. */
  readonly slideMm: number;
  /** How far a heartbeat pushes the lung's surface, mm; 0 where air holds it off the chest wall. */
  readonly pulseMm: number;
  /** Change from image to image below the pleura above that of the chest wall, dB. */
  readonly contrastDb: number;
}

/** The edge of a pneumothorax in view. */
export interface MeasuredEdge {
  /** How far it goes along the pleural line in a breath, mm. */
  readonly movesMm: number;
  /** Share of a breath in which it is in view or, of a single scan line, in which lung lies under that; 0-1. */
  readonly share: number;
}

/** How hard an image is, measured on it. */
export interface MeasuredDifficulty {
  /** Level of the finding asked for above its surroundings, dB. */
  readonly contrastDb: number;
  /** Its smaller side, mm. */
  readonly sizeMm: number;
  /** Things in view that can be taken for it. */
  readonly distractors: number;
  readonly gainDb: number;
  readonly depthMm: number;
  /** A patient who is scanned by hand has the variety of clinics. */
  readonly look: 'clean' | 'clinical';
  /** The finding that was measured, where the skill names none. */
  readonly finding?: MarkableFinding;
  /** Where B-lines are counted: how many more or fewer would make it another pattern; 1 or more. */
  readonly countMargin?: number;
  readonly motion?: MeasuredMotion;
  readonly edge?: MeasuredEdge;
  /** How far the probe has to go on the skin, mm, and to be turned and tilted in all, degrees. */
  readonly way?: { readonly mm: number; readonly turnDeg: number };
}
