import { type SkinPlace, TORSO } from '../../domain/scan/skin.ts';
import type { ZoneSide } from '../../domain/scan/zones.ts';

/** From the sternum to the spine, mm of the map. */
export const CHEST_MAP_HALF_MM = TORSO.girthMm / 2;

/** A place of the skin on a flat map of the chest seen from in front, mm: the patient's right on the left. */
export function chestMapPlace({ aroundMm, downMm }: SkinPlace): { readonly x: number; readonly y: number } {
  return { x: aroundMm, y: downMm };
}

/** The middle of a side of the chest on the map, mm. */
export function chestMapSide(side: ZoneSide): number {
  return side === 'left' ? CHEST_MAP_HALF_MM / 2 : -CHEST_MAP_HALF_MM / 2;
}
