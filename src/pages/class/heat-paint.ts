import type { HeatMap } from '../../domain/class-results/heat-map.ts';
import { FINDING_INDEX, type MarkableFinding } from '../../domain/findings/finding.ts';
import type { Mask } from '../../domain/frame/frame.ts';
import type { Crop } from '../../domain/frame/sector-crop.ts';

/** From few to all: dark violet, orange, pale yellow, whose lightness grows, so that it reads without colours too. */
const RAMP = [
  [72, 20, 120],
  [187, 55, 84],
  [249, 142, 9],
  [252, 245, 160],
] as const;
const OPACITY = 0.8;
const OUTLINE = [255, 255, 255, 255] as const;

/** Paints how many learners marked each pixel, and the outline of the key over it, both for one finding. */
export function heatPaint(
  canvas: HTMLCanvasElement,
  { counts, width, learners }: HeatMap,
  key: Mask,
  finding: MarkableFinding,
  crop: Crop,
): void {
  canvas.width = crop.width;
  canvas.height = crop.height;
  const context = canvas.getContext('2d');
  if (context === null) return;
  const image = context.createImageData(crop.width, crop.height);
  const index = FINDING_INDEX[finding];
  for (let y = 0; y < crop.height; y++) {
    for (let x = 0; x < crop.width; x++) {
      const at = (crop.top + y) * width + crop.left + x;
      const colour = isOutline(key, at, index) ? OUTLINE : heatColour(counts[at]! / Math.max(1, learners));
      image.data.set(colour, 4 * (y * crop.width + x));
    }
  }
  context.putImageData(image, 0, 0);
}

/** Of the ramp at a share (0-1) of the learners, as RGBA; nothing where nobody marked. */
function heatColour(share: number): readonly [number, number, number, number] {
  if (share === 0) return [0, 0, 0, 0];
  const place = Math.min(1, share) * (RAMP.length - 1);
  const low = RAMP[Math.floor(place)]!;
  const high = RAMP[Math.ceil(place)]!;
  const part = place - Math.floor(place);
  const mixed = (i: 0 | 1 | 2): number => Math.round(low[i] + part * (high[i] - low[i]));
  return [mixed(0), mixed(1), mixed(2), Math.round(255 * OPACITY)];
}

/** A pixel of the key beside one that is not. */
function isOutline({ classes, width }: Mask, at: number, index: number): boolean {
  if (classes[at] !== index) return false;
  return [at - 1, at + 1, at - width, at + width].some((beside) => classes[beside] !== index);
}
