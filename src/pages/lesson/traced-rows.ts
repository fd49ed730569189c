import { sectorCrop } from '../../domain/frame/sector-crop.ts';
import { beamFromMm, mmFromPx } from '../../domain/geometry/sector.ts';
import type { TracedImage } from '../../ports/frame-source.ts';

/**
 * An M-mode in the rows of its image: grey levels row by row, a column for each image, black where the middle of the image is
 * outside of its sector.
 */
export function tracedRows({ shown, columns }: TracedImage): {
  readonly grey: Uint8Array;
  readonly columns: number;
  readonly rows: number;
} {
  const { width, height, sector } = shown.frame;
  const { top, height: rows } = sectorCrop(sector, width, height);
  const { samples } = columns;
  const count = columns.grey.length / samples;
  const grey = new Uint8Array(rows * count);
  for (let row = 0; row < rows; row++) {
    const { depthMm } = beamFromMm(sector, mmFromPx(sector, { x: sector.originPx.x, y: top + row + 0.5 }));
    const sample = Math.floor((depthMm / sector.depthMm) * samples);
    if (sample < 0 || sample >= samples) continue;
    for (let at = 0; at < count; at++) grey[row * count + at] = columns.grey[at * samples + sample]!;
  }
  return { grey, columns: count, rows };
}
