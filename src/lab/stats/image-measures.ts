import { quantile } from '../../cli/shared/quantile.ts';
import { sectorInside } from '../../domain/frame/mask.ts';
import { beamFromMm, mmFromPx, type Sector } from '../../domain/geometry/sector.ts';
import { blockMeasures } from './block-measures.ts';
import type { Measures } from './facts.ts';
import { type HighPass, highPass, highPassCorrelation } from './high-pass.ts';
import { polarImage, polarProfile, profileRoughness } from './polar-image.ts';
import { speckleWidth } from './speckle-width.ts';
import { meanOf } from './spread.ts';

/** One moment of a clip: an image, the one after it, and one 0.4 s later if the clip lasts (grey, row-major). */
export interface SampleMoment {
  readonly now: Uint8Array;
  readonly next: Uint8Array;
  readonly later: Uint8Array | null;
}

/** The images that are measured of one clip or exam: a few moments in one geometry, its depth about 350 pixels. */
export interface ClipSample {
  readonly width: number;
  readonly height: number;
  readonly sector: Sector;
  readonly moments: readonly SampleMoment[];
}

export const LATER_S = 0.4;
const BINS = 10;
const GREY_SHARES = [5, 25, 50, 75, 95, 99];

/** Every image fact (`IMAGE_FACTS`) of one clip, the mean over its moments; NaN for what cannot be measured. */
export function imageMeasures(clip: ClipSample): Measures {
  const { width, height, sector } = clip;
  const inside = sectorInside(sector, width, height);
  const middle = middleOf(clip, inside);
  const each = clip.moments.map(({ now, next, later }): Measures => {
    const quick = highPass(now, inside, width, height);
    const speckle = speckleWidth(quick, middle);
    const grey = greyMeasures(now, inside);
    return {
      ...grey,
      texture_contrast: textureContrast(quick, grey.grey_mean!),
      ...blockMeasures(now, inside, width, height),
      texture_skew: textureSkew(quick),
      speckle_lateral: speckle.lateralPx,
      speckle_axial: speckle.axialPx,
      correlation_next: highPassCorrelation(quick, highPass(next, inside, width, height)),
      correlation_later:
        later === null ? Number.NaN : highPassCorrelation(quick, highPass(later, inside, width, height)),
      ...profileMeasures(clip, now),
    };
  });
  const ids = Object.keys(each[0] ?? {});
  const means = Object.fromEntries(ids.map((id) => [id, meanOf(each.map((one) => one[id]!))]));
  return {
    ...means,
    depth_over_radius: sector.kind === 'convex' ? sector.depthMm / sector.radiusMm : Number.NaN,
  };
}

/** Pixels whose scan lines run nearly down the raster, away from the near field and the end. */
function middleOf({ width, sector }: ClipSample, inside: Uint8Array): Uint8Array {
  return inside.map((on, at) => {
    if (on === 0) return 0;
    const point = { x: (at % width) + 0.5, y: Math.floor(at / width) + 0.5 };
    const { lateral, depthMm } = beamFromMm(sector, mmFromPx(sector, point));
    const share = depthMm / sector.depthMm;
    return Math.abs(lateral) < 0.4 && share > 0.15 && share < 0.9 ? 1 : 0;
  });
}

function greyMeasures(grey: Uint8Array, inside: Uint8Array): Measures {
  const levels = grey.filter((_, at) => inside[at] === 1).sort();
  const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
  const shares = GREY_SHARES.map((share) => [`grey_p${share}`, quantile(levels, share / 100)]);
  return { grey_mean: mean, ...Object.fromEntries(shares) };
}

function textureContrast({ high, inside }: HighPass, mean: number): number {
  let squares = 0;
  let count = 0;
  for (let at = 0; at < high.length; at++) {
    squares += high[at]! * high[at]!;
    count += inside[at]!;
  }
  return Math.sqrt(squares / count) / mean;
}

/** Skewness of the texture in local standard deviations: above 0 where few bright specks lie on dark ground. */
function textureSkew({ mean, high, deviation, inside }: HighPass): number {
  let cubes = 0;
  let squares = 0;
  let count = 0;
  for (let at = 0; at < high.length; at++) {
    if (inside[at] === 0 || mean[at]! < 8 || deviation[at]! <= 1) continue;
    const value = high[at]! / deviation[at]!;
    cubes += value ** 3;
    squares += value ** 2;
    count += 1;
  }
  return count < 2000 ? Number.NaN : cubes / count / (squares / count) ** 1.5;
}

function profileMeasures({ width, height, sector }: ClipSample, grey: Uint8Array): Measures {
  const polar = polarImage(grey, width, height, sector);
  const depth = polarProfile(polar, 'depth');
  const lateral = polarProfile(polar, 'lateral');
  const mean = meanOf([...polar.grey]);
  return {
    // Running means over 8 % of the depth or 15 % of the width to either side take off what changes slowly.
    row_contrast: profileRoughness(depth, Math.round(depth.length * 0.08)) / mean,
    column_contrast: profileRoughness(lateral, Math.round(lateral.length * 0.15)) / mean,
    ...binned('depth', depth, mean),
    ...binned('lateral', lateral, mean),
  };
}

function binned(name: 'depth' | 'lateral', profile: readonly number[], mean: number): Measures {
  const size = profile.length / BINS;
  return Object.fromEntries(
    Array.from({ length: BINS }, (_, bin) => [
      `${name}_profile_${bin + 1}`,
      meanOf(profile.slice(bin * size, (bin + 1) * size)) / mean,
    ]),
  );
}
