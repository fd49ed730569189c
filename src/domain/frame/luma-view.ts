import type { Sector } from '../geometry/sector.ts';
import { sectorInCrop } from '../geometry/sector-scale.ts';
import type { CaptureCalibration } from './capture-calibration.ts';
import { sectorInside } from './mask.ts';
import { type Crop, FRAME_PX_MAX, sectorCrop } from './sector-crop.ts';

/** How the sector's pixels are taken out of a device's pictures. */
export interface LumaView {
  /** In pixels of the whole picture; sides and corner are even, as pictures with halved colour planes need it. */
  readonly crop: Crop;
  /** Each pixel of a frame is the mean of `step` x `step` of the picture. */
  readonly step: number;
  readonly isMirrored: boolean;
  /** Of the frames. */
  readonly width: number;
  readonly height: number;
  readonly sector: Sector;
  /** 1 where a frame's pixel lies inside the sector, row-major. */
  readonly inside: Uint8Array;
}

/** Brightness levels, one byte a pixel, of a part of a picture. */
export interface LumaPlane {
  readonly bytes: Uint8Array;
  /** Where the crop's upper left pixel lies. */
  readonly offset: number;
  /** Bytes from one row to the next. */
  readonly stride: number;
  /** Whether levels go from 0 to 255; video mostly keeps them within 16 to 235 (ITU-R BT.601). */
  readonly isFullRange: boolean;
}

/** The view of a calibration; frames have at most FRAME_PX_MAX pixels a side. */
export function lumaView({ width, height, sector, isMirrored }: CaptureCalibration): LumaView {
  const box = sectorCrop(sector, width, height);
  const step = Math.ceil(Math.max(box.width, box.height) / FRAME_PX_MAX);
  const across = side(box.left, box.width, width, step);
  const down = side(box.top, box.height, height, step);
  const crop: Crop = { left: across.from, top: down.from, width: across.length, height: down.length };
  const size = { width: crop.width / step, height: crop.height / step };
  const inCrop = sectorInCrop(sector, crop.left, crop.top, 1 / step);
  const { x, y } = inCrop.originPx;
  const turned = isMirrored ? { ...inCrop, originPx: { x: size.width - x, y } } : inCrop;
  const inside = sectorInside(turned, size.width, size.height);
  return { crop, step, isMirrored, ...size, sector: turned, inside };
}

/** An even start at or before `from`, and an even length of whole steps that covers as much as the picture has. */
function side(
  from: number,
  length: number,
  whole: number,
  step: number,
): { readonly from: number; readonly length: number } {
  const unit = step % 2 === 0 ? step : 2 * step;
  const start = from - (from % 2);
  const wanted = Math.ceil((from + length - start) / unit) * unit;
  const most = Math.floor((whole - start) / unit) * unit;
  return { from: start, length: Math.max(unit, Math.min(wanted, most)) };
}

/** Grey levels of limited-range video: 16 becomes 0, 235 becomes 255. */
const LIMITED: Uint8Array = Uint8Array.from({ length: 256 }, (_, level) =>
  Math.max(0, Math.min(255, Math.round(((level - 16) * 255) / 219))),
);
const FULL: Uint8Array = Uint8Array.from({ length: 256 }, (_, level) => level);

/**
 * The sector's grey levels 0-255, row-major `view.width * view.height`, all else 0. The same bytes give the same
 * levels on every machine.
 */
export function lumaGrey(view: LumaView, plane: LumaPlane): Uint8Array<ArrayBuffer> {
  const { width, height, inside, step, isMirrored } = view;
  const levels = plane.isFullRange ? FULL : LIMITED;
  const { bytes, offset, stride } = plane;
  const grey = new Uint8Array(width * height);
  const forward = isMirrored ? -step : step;
  const first = isMirrored ? (width - 1) * step : 0;
  for (let row = 0, at = 0; row < height; row++) {
    let from = offset + row * step * stride + first;
    for (let column = 0; column < width; column++, at++, from += forward) {
      if (inside[at] === 0) continue;
      grey[at] = levels[step === 1 ? bytes[from]! : blockMean(bytes, from, stride, step)]!;
    }
  }
  return grey;
}

function blockMean(bytes: Uint8Array, from: number, stride: number, step: number): number {
  let sum = 0;
  for (let y = 0; y < step; y++) {
    for (let x = 0; x < step; x++) sum += bytes[from + y * stride + x]!;
  }
  return Math.round(sum / (step * step));
}
