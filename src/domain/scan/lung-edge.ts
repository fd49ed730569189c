import { aroundWrap, tableAt } from './skin.ts';

/**
 * Where the lung ends at rest, by distance from the sternum: the sixth rib at the midclavicular line, the eighth at
 * the midaxillary, the tenth beside the spine.
 */
const EDGE: readonly (readonly [aroundMm: number, downMm: number])[] = [
  [0, 150],
  [90, 178],
  [165, 208],
  [230, 226],
  [295, 250],
  [400, 268],
  [460, 272],
];

/** The left dome of the diaphragm stands lower. */
const LEFT_LOWER_MM = 8;

/** Level of the lung's lower edge between two breaths, mm down the skin map. */
export function lungEdgeMm(aroundMm: number): number {
  const around = aroundWrap(aroundMm);
  return tableAt(EDGE, Math.abs(around)) + (around > 0 ? LEFT_LOWER_MM : 0);
}
