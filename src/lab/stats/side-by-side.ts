import { pictureEmpty, pictureOfFrame, picturePaste, type RgbPicture } from '../../cli/shared/picture.ts';
import { frameFit } from '../../domain/frame/resample.ts';
import type { Sector } from '../../domain/geometry/sector.ts';
import { randomCreate } from '../../domain/numbers/random.ts';
import type { PhantomRequest } from '../../domain/scan/phantom-request.ts';
import { clipSample, videoPaths } from './clip-sample.ts';
import { examSample } from './exam-sample.ts';
import type { ClipSample } from './image-measures.ts';

const TILES = 20;
const COLUMNS = 4;
const TILE_PX = 300;
const GAP_PX = 4;
/** Between the halves. */
const MIDDLE_PX = 24;
/** Radius of the recorded clips' convex probes, mm: with it the fan's shape tells the depth. */
const RADIUS_MM = 60;

/** `count` of the items, none twice, drawn from the seed. */
function someOf<Item>(items: readonly Item[], count: number, seed: number): Item[] {
  const random = randomCreate(seed, 77);
  const left = [...items];
  return Array.from({ length: Math.min(count, left.length) }, () => {
    const [item] = left.splice(Math.floor(random.next() * left.length), 1);
    return item!;
  });
}

/** Probe and depth of a recorded clip; empty for an image that is cropped on all sides. */
function settingsOf({ width, sector }: ClipSample): Pick<PhantomRequest, 'probe' | 'depthMm'> {
  if (sector.kind === 'convex') {
    return { probe: 'convex', depthMm: (sector.depthMm / sector.radiusMm) * RADIUS_MM };
  }
  return sector.widthMm / sector.mmPerPx > 0.98 * width ? {} : { probe: 'linear' };
}

/** The whole raster of a clip's first image, as large as fits a tile. */
function tileOf({ width, height, moments }: ClipSample): RgbPicture {
  const whole: Sector = {
    kind: 'linear',
    mmPerPx: 1,
    originPx: { x: width / 2, y: 0 },
    widthMm: width,
    depthMm: height,
  };
  const frame = { width, height, grey: moments[0]!.now, sector: whole, timeMs: 0 };
  return pictureOfFrame(frameFit(frame, TILE_PX), null);
}

/**
 * Twenty recorded frames on the left, and on the right, at the same places, simulated frames of the same kind of
 * probe and of the same depth, cut alike. For looking at on one's own machine: the left half is other people's data.
 */
export async function sideBySide(folder: string, request: PhantomRequest): Promise<RgbPicture> {
  const paths = someOf(videoPaths(folder), TILES, request.seed);
  const rows = Math.ceil(paths.length / COLUMNS);
  const step = TILE_PX + GAP_PX;
  const half = COLUMNS * step;
  const sheet = pictureEmpty(2 * half + MIDDLE_PX, rows * step);
  sheet.rgb.fill(48);
  for (const [place, path] of paths.entries()) {
    const recorded = await clipSample(path);
    const x = (place % COLUMNS) * step;
    const y = Math.floor(place / COLUMNS) * step;
    picturePaste(sheet, tileOf(recorded), x, y);
    const seed = (request.seed + place) % 2 ** 32;
    const simulated = examSample({ ...request, ...settingsOf(recorded), seed }, 1).clip;
    picturePaste(sheet, tileOf(simulated), half + MIDDLE_PX + x, y);
  }
  return sheet;
}
