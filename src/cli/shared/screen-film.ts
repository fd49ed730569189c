import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Sector } from '../../domain/geometry/sector.ts';
import { phantomImage, phantomOpen } from '../../simulator/exam/phantom.ts';

/** A machine's screen as a capture card would give it: the virtual phantom with things around it. */
export const SCREEN = { width: 640, height: 480, fps: 30, frames: 60 } as const;
export const SCREEN_DEPTH_MM = 120;

const REQUEST = {
  seed: 4242,
  split: 'game',
  pattern: 'b_lines',
  probe: 'convex',
  depthMm: SCREEN_DEPTH_MM,
} as const;
/** Where the phantom's square lies on the screen. */
const PLACE = { left: 120, top: 24, size: 432 } as const;
/** The number of the frame in binary, beside the sector: so many cells, the lowest bit first. */
const CODE = { left: 8, top: 440, cell: 12, bits: 8 } as const;
/** Black, white and no colour of video, ITU-R BT.601. */
const BLACK = 16;
const WHITE = 235;
const NEUTRAL = 128;

export interface ScreenFilm {
  /** Brightness of each picture, a byte a pixel. */
  readonly planes: readonly Uint8Array[];
  /** Where the ultrasound image really lies, in pixels of the screen. */
  readonly sector: Sector;
}

/** Sixty pictures, two seconds, that a device repeats; each carries its number. */
export function screenFilm(): ScreenFilm {
  const phantom = phantomOpen(REQUEST);
  let sector: Sector | null = null;
  const planes = Array.from({ length: SCREEN.frames }, (_, number) => {
    const frame = phantomImage(phantom, number, PLACE.size);
    const { x, y } = frame.sector.originPx;
    sector = { ...frame.sector, originPx: { x: x + PLACE.left, y: y + PLACE.top } };
    const plane = new Uint8Array(SCREEN.width * SCREEN.height).fill(BLACK);
    for (let row = 0; row < PLACE.size; row++) {
      const from = (PLACE.top + row) * SCREEN.width + PLACE.left;
      for (let column = 0; column < PLACE.size; column++) {
        plane[from + column] = Math.round(
          BLACK + (frame.grey[row * PLACE.size + column]! * (WHITE - BLACK)) / 255,
        );
      }
    }
    codePaint(plane, number);
    return plane;
  });
  return { planes, sector: sector! };
}

function codePaint(plane: Uint8Array, number: number): void {
  for (let bit = 0; bit < CODE.bits; bit++) {
    const level = (number >> bit) & 1 ? WHITE : BLACK;
    for (let y = 0; y < CODE.cell; y++) {
      const from = (CODE.top + y) * SCREEN.width + CODE.left + bit * CODE.cell;
      plane.fill(level, from, from + CODE.cell);
    }
  }
}

/** The row of a picture in which its number can be read. */
export const CODE_ROW = CODE.top + CODE.cell / 2;

/** The number that a picture carries, by that row of it. */
export function codeRead(row: Uint8Array): number {
  let number = 0;
  for (let bit = 0; bit < CODE.bits; bit++) {
    if (row[CODE.left + (bit + 0.5) * CODE.cell]! > (BLACK + WHITE) / 2) number |= 1 << bit;
  }
  return number;
}

/** Writes the film as Chromium's fake camera reads it: YUV4MPEG2, colour at half size. */
export function filmWrite({ planes }: ScreenFilm, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'w');
  const { width, height, fps } = SCREEN;
  writeSync(file, `YUV4MPEG2 W${width} H${height} F${fps}:1 Ip A1:1 C420jpeg\n`);
  const colour = new Uint8Array((width * height) / 2).fill(NEUTRAL);
  for (const plane of planes) {
    writeSync(file, 'FRAME\n');
    writeSync(file, plane);
    writeSync(file, colour);
  }
  closeSync(file);
}
