import type { Sector } from '../domain/geometry/sector.ts';
import type { ScaleOrigin } from '../domain/geometry/sector-scale.ts';

/** From this confidence on an outline may be used without asking; see `SectorFound`. */
export const CONFIDENCE_SURE = 0.5;

export interface SectorFound {
  readonly sector: Sector;
  /**
   * 0-1: how much of the outline was seen, how little echo lies outside of it, how much worse the other kind of
   * probe fits, how like ultrasound the texture inside is, and whether it ends or fades. Below CONFIDENCE_SURE it is a guess that a person should look at.
   */
  readonly confidence: number;
  /** The source of millimetres. */
  readonly scale: ScaleOrigin;
}
