import { encode } from 'fast-png';
import { CLASS_RGB } from '../../cli/shared/colour.ts';
import type { Frame, Mask } from '../../domain/frame/frame.ts';
import { maskResample } from '../../domain/frame/mask.ts';
import { frameFit } from '../../domain/frame/resample.ts';
import { say } from '../../ui/words/say.ts';
import type { Failure } from './failures.ts';

/** Failures beside each other. */
const COLUMNS = 2;
const GAP_PX = 4;
/** Grey levels that are told apart: with eight classes they fill a palette, which keeps the file small. */
const LEVELS = 32;
const OVERLAY_SHARE = 0.5;

/** Every class over every grey level: entry `class * LEVELS + level`. */
const PALETTE: number[][] = CLASS_RGB.flatMap((colour, value) =>
  Array.from({ length: LEVELS }, (_, level) => {
    const grey = (255 * level) / (LEVELS - 1);
    const share = value === 0 ? 0 : OVERLAY_SHARE;
    return colour.map((channel) => Math.round(grey + (channel - grey) * share));
  }),
);
const GAP_LEVEL = 6;

/**
 * The failures in rows of two, each as the image, the truth over it, and the network's mask over it.
 * @param sizePx side of one image
 * @returns the bytes of a PNG
 */
export function galleryPng(failures: readonly Failure[], sizePx: number): Uint8Array {
  const step = sizePx + GAP_PX;
  const width = COLUMNS * 3 * step + GAP_PX;
  const height = Math.ceil(failures.length / COLUMNS) * step + GAP_PX;
  const data = new Uint8Array(width * height).fill(GAP_LEVEL);
  failures.forEach(({ frame, truth, network }, place) => {
    const top = GAP_PX + Math.floor(place / COLUMNS) * step;
    [null, truth, network].forEach((mask, panel) => {
      const left = GAP_PX + ((place % COLUMNS) * 3 + panel) * step;
      const indices = panelIndices(frame, mask, sizePx);
      for (let row = 0; row < sizePx; row++) {
        data.set(indices.subarray(row * sizePx, (row + 1) * sizePx), (top + row) * width + left);
      }
    });
  });
  return encode({ width, height, data, channels: 1, depth: 8, palette: PALETTE });
}

function panelIndices(frame: Frame, mask: Mask | null, sizePx: number): Uint8Array {
  const { grey, sector } = frameFit(frame, sizePx);
  const classes = mask === null ? null : maskResample(mask, sector, sizePx).classes;
  return grey.map((level, at) => (classes === null ? 0 : classes[at]!) * LEVELS + (level >> 3));
}

/** One line per failure: where it stands in the picture, and what it is. */
export function gallerySay(failures: readonly Failure[]): readonly string[] {
  return failures.map(({ exam, part, dice, findings }, place) => {
    const where = `row ${Math.floor(place / COLUMNS) + 1}, ${place % COLUMNS === 0 ? 'left' : 'right'}`;
    const shown = findings.map((finding) => say(`findings.${finding}.label`)).join(', ');
    return `${where}: exam ${exam + 1}, frame ${part + 1}, mean Dice ${dice.toFixed(2)} (${shown})`;
  });
}
