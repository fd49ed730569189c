import type { Frame } from '../domain/frame/frame.ts';
import { frameFit, frameFitMapOf, MASK_SIZE } from '../domain/frame/resample.ts';
import type { Sector } from '../domain/geometry/sector.ts';
import type { NetworkInput } from './network-specification.ts';
import { type CellScores, polarClassesPlace, polarConfidencePlace, polarPlacingOf } from './polar-placing.ts';
import { lineWidthMm, polarAreas, polarGrey, polarSamplingOf } from './polar-sampling.ts';
import { SegmenterError } from './segmenter-error.ts';

/** How a network sees frames of one geometry, and how its answer goes back to a square mask. */
export interface NetworkView {
  /** Of the mask: the frame's sector, fitted into a square of MASK_SIZE pixels. */
  readonly sector: Sector;
  /** 1 where the network's raster shows image, else 0; row-major, height x width. */
  readonly known: Uint8Array;
  /** Area of the cells of a row, in any unit: what shares of the sector are weighted by. */
  readonly rowAreas: Float64Array;
  /** Width of a cell of each row in the body, mm. */
  readonly cellMm: Float32Array;
  /** Grey levels 0-255 on the network's raster; outside the image 0. */
  grey(frame: Frame): Uint8Array;
  /** Classes on the network's raster, with the logits that they were picked by, as a mask. */
  classes(cells: Uint8Array, logits: CellScores): Uint8Array;
  /** Confidence on the network's raster on the mask's; 255 outside the sector. */
  confidence(confidence: Uint8Array, cells: Uint8Array, classes: Uint8Array): Uint8Array;
}

/**
 * The view of a network on frames with this frame's geometry. What it takes to compute is remembered.
 * @throws SegmenterError `network-specification` for a square input that is not as large as a mask.
 */
export function networkViewOf(input: NetworkInput, frame: Frame): NetworkView {
  if (input.geometry === 'cartesian') {
    if (input.height !== MASK_SIZE) {
      throw new SegmenterError('network-specification', {
        code: 'networkRasterMismatch',
        pixels: input.height,
        wanted: MASK_SIZE,
      });
    }
    const map = frameFitMapOf(frame, input.height);
    return {
      sector: map.sector,
      known: map.inside,
      rowAreas: new Float64Array(input.height).fill(1),
      cellMm: new Float32Array(input.height).fill(map.sector.mmPerPx),
      grey: (shown) => frameFit(shown, input.height, map).grey,
      classes: (cells) => cells,
      confidence: (confidence) => confidence,
    };
  }
  const size = { samples: input.height, lines: input.width };
  const sampling = polarSamplingOf(frame, size);
  const placing = polarPlacingOf(frame, size);
  return {
    sector: placing.sector,
    known: sampling.known,
    rowAreas: polarAreas(frame.sector, size),
    cellMm: Float32Array.from({ length: size.samples }, (_, row) =>
      lineWidthMm(frame.sector, size.lines, ((row + 0.5) / size.samples) * frame.sector.depthMm),
    ),
    grey: ({ grey }) => polarGrey(sampling, grey),
    classes: (cells, logits) => polarClassesPlace(placing, cells, logits),
    confidence: (confidence, cells, classes) => polarConfidencePlace(placing, cells, confidence, classes),
  };
}

/** Width of a cell in mm that a network's second channel shows as 1. */
const CELL_MM_FULL = 3;

/**
 * A network's input, row-major: each cell's grey level as a share 0-1, and where the network has two channels, the
 * cell's width in the body as a share of CELL_MM_FULL, at most 1.
 * @param grey height x width levels 0-255
 * @param cellMm of each row
 */
export function networkInput(
  { height, width, channels }: NetworkInput,
  grey: Uint8Array,
  cellMm: Float32Array,
): Float32Array<ArrayBuffer> {
  const input = new Float32Array(grey.length * channels);
  if (channels === 1) {
    for (let at = 0; at < grey.length; at++) input[at] = grey[at]! / 255;
    return input;
  }
  for (let row = 0, at = 0; row < height; row++) {
    const share = Math.min(1, cellMm[row]! / CELL_MM_FULL);
    for (let column = 0; column < width; column++, at++) {
      input[2 * at] = grey[at]! / 255;
      input[2 * at + 1] = share;
    }
  }
  return input;
}
