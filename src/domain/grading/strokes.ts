import { SPECK_MM2 } from '../frame/components.ts';
import type { Mask } from '../frame/frame.ts';
import { beamRasterOf } from '../geometry/beam-raster.ts';
import type { BeamMark, LineMark, Mark } from '../marks/mark.ts';
import { marksRasterise } from '../marks/rasterise.ts';
import { type Instance, instanceOf, piecesGroup, sameScanLine } from './instances.ts';

/**
 * B-lines that touch in a mask, apart again by the strokes that drew them: a beam or a line is one B-line, and strokes on
 * the same scan lines are the same one. What no such stroke drew of a B-line goes to the stroke beside it.
 *
 * @param lines of a mask of `marks`, drawn on its raster
 * @returns from left to right
 */
export function bLinesByStroke(
  lines: readonly Instance[],
  marks: readonly Mark[],
  mask: Mask,
): readonly Instance[] {
  const strokes = marks.filter(isBLineStroke);
  if (strokes.length < 2 || lines.length === 0) return lines;
  const sets = strokes.map((stroke) => marksRasterise([stroke], mask.sector, mask.width).classes);
  return lines.flatMap((line) => lineSplit(line, sets, mask)).sort((a, b) => a.mean.lateral - b.mean.lateral);
}

function isBLineStroke(mark: Mark): mark is BeamMark | LineMark {
  return (mark.kind === 'beam' || mark.kind === 'line') && mark.finding === 'b_line';
}

function lineSplit(line: Instance, strokes: readonly Uint8Array[], mask: Mask): readonly Instance[] {
  const speck = SPECK_MM2 / mask.sector.mmPerPx ** 2;
  const pieces = strokes
    .map((set) => line.pixels.filter((at) => set[at] !== 0))
    .filter((pixels) => pixels.length >= speck)
    .map((pixels) => instanceOf(mask, line.finding, pixels));
  const groups = piecesGroup(pieces, sameScanLine).map((group) => ({
    lateral: group.reduce((sum, piece) => sum + piece.mean.lateral, 0) / group.length,
    pixels: new Set(group.flatMap((piece) => [...piece.pixels])),
  }));
  if (groups.length < 2) return [line];
  // A pixel belongs to one B-line only; of those that drew it, or of all where none did, the nearest one's.
  const own = groups.map((): number[] => []);
  const { lateral } = beamRasterOf(mask.sector, mask.width, mask.height);
  for (const at of line.pixels) {
    const drawn = groups.filter(({ pixels }) => pixels.has(at));
    const near = nearestOf(drawn.length > 0 ? drawn : groups, lateral[at]!);
    own[groups.indexOf(near)]!.push(at);
  }
  return own
    .filter((pixels) => pixels.length > 0)
    .map((pixels) => instanceOf(mask, line.finding, Int32Array.from(pixels)));
}

function nearestOf<Group extends { readonly lateral: number }>(groups: readonly Group[], at: number): Group {
  const away = ({ lateral }: Group): number => Math.abs(lateral - at);
  return groups.reduce((best, one) => (away(one) < away(best) ? one : best));
}
