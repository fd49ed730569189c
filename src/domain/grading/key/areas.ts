import type { Mask } from '../../frame/frame.ts';
import { type Instance, instanceOf } from '../instances.ts';
import type { AnatomyView } from './anatomy-finding.ts';

/** Effusion and consolidation begin within this of the pleural line, or of one another, mm along the scan lines. */
const AREA_OFF_MM = 8;

export interface AreasReading {
  readonly findings: readonly Instance[];
  readonly refused: number;
}

/** The effusions and consolidations that lie under the pleural line; all of them where no pleural line is seen. */
export function areasRead(pieces: readonly Instance[], { mask, pleuraMm }: AnatomyView): AreasReading {
  const kept: Instance[] = [];
  for (const piece of [...pieces].sort((a, b) => a.depthFromMm - b.depthFromMm)) {
    const middle = piece.origin.lateral;
    const pleura = pleuraMm(middle);
    const isUnderPleura =
      pleura === null || (piece.depthFromMm <= pleura + AREA_OFF_MM && piece.depthToMm > pleura);
    const isUnderOther = kept.some(
      (other) =>
        piece.lateralFrom < other.lateralTo &&
        other.lateralFrom < piece.lateralTo &&
        piece.depthFromMm <= other.depthToMm + AREA_OFF_MM,
    );
    if (isUnderPleura || isUnderOther) kept.push(piece);
  }
  return {
    findings: kept.map((piece) => areaSmooth(piece, mask)),
    refused: pieces.length - kept.length,
  };
}

/** Radius of the disc whose majority decides on a pixel, pixels: takes the steps off an edge, and moves it nowhere. */
const SMOOTH_PX = 2;

const DISC: readonly (readonly [dx: number, dy: number])[] = Array.from(
  { length: (2 * SMOOTH_PX + 1) ** 2 },
  (_, i) => [(i % (2 * SMOOTH_PX + 1)) - SMOOTH_PX, Math.floor(i / (2 * SMOOTH_PX + 1)) - SMOOTH_PX] as const,
).filter(([dx, dy]) => dx * dx + dy * dy <= SMOOTH_PX * SMOOTH_PX + 1);

/** The same area with the steps taken off its edge, within the pixels that belong to no other class. */
function areaSmooth(piece: Instance, mask: Mask): Instance {
  const { width, height } = mask;
  const set = new Uint8Array(width * height);
  for (const at of piece.pixels) set[at] = 1;
  const own = mask.classes[piece.pixels[0]!]!;
  const pixels: number[] = [];
  const tried = new Uint8Array(width * height);
  for (const centre of piece.pixels) {
    for (const [dx, dy] of DISC) {
      const x = (centre % width) + dx;
      const y = Math.floor(centre / width) + dy;
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      const at = y * width + x;
      if (tried[at] === 1) continue;
      tried[at] = 1;
      if (mask.classes[at] !== own && mask.classes[at] !== 0) continue;
      let inside = 0;
      for (const [ex, ey] of DISC) {
        const column = x + ex;
        const row = y + ey;
        if (column >= 0 && row >= 0 && column < width && row < height) inside += set[row * width + column]!;
      }
      if (inside * 2 > DISC.length) pixels.push(at);
    }
  }
  return pixels.length === 0
    ? piece
    : instanceOf(mask, piece.finding, Int32Array.from(pixels.sort((a, b) => a - b)));
}
