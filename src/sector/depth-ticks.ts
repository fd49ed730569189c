import { sectorInside } from '../domain/frame/mask.ts';
import { pxFromMm, type Sector, sectorBounds } from '../domain/geometry/sector.ts';
import { type Comb, combsFind, type Spot } from './tick-comb.ts';
import { spotsFind } from './tick-spots.ts';

/** A depth scale drawn beside an ultrasound image, as read. */
export interface DepthTicks {
  readonly mmPerPx: number;
  /** From one mark to the next. */
  readonly stepMm: number;
  /** 0-1; never below `TICKS_SURE`. */
  readonly confidence: number;
}

/** A less sure scale is not read: one that is wrong by two is worse than one that is known to be assumed. */
const TICKS_SURE = 0.6;
/** Marks stand this far from the sector at least, as a share of its depth: what is nearer may be its own edge. */
const MARGIN = 0.01;
/** Distances that machines draw, mm. */
const STEPS_MM = [10, 5] as const;
/**
 * Lengths of the probe's face (radius of a convex one, width of a linear one) and depths that go together with the
 * lung, mm. The range of either face is narrower than a factor of two, so of two steps at most one fits.
 */
const PLAUSIBLE_MM = {
  convex: { face: [38, 75], depth: [50, 300] },
  linear: { face: [28, 55], depth: [15, 120] },
} as const;
/** Marks that are this much wider than the others are meant to be counted by. */
const WIDER = 1.4;

/**
 * Reads the scale beside an image: a regular comb of small marks in one column, whose distance makes a probe and a
 * depth that there are. Labels are not read, so a comb that fits no known probe is left alone.
 *
 * @param steady row-major 0-255: what stays in all pictures of a clip
 * @param sector in pixels of the same raster; its own millimetres do not matter
 * @returns null where no scale is found, or none that is sure
 */
export function depthTicksRead(
  steady: Uint8Array,
  width: number,
  height: number,
  sector: Sector,
): DepthTicks | null {
  const depthPx = sector.depthMm / sector.mmPerPx;
  const spots = spotsBeside(steady, width, height, sector, depthPx);
  const read = combsFind(spots, depthPx)
    .map((comb) => combRead(comb, sector, depthPx))
    .filter((ticks) => ticks !== null)
    .sort((a, b) => b.confidence - a.confidence);
  const [best, ...rest] = read;
  if (best === undefined || best.confidence < TICKS_SURE) return null;
  // Two scales that contradict each other: neither is believed.
  const isContradicted = rest.some(
    (other) => other.confidence >= TICKS_SURE && Math.abs(other.mmPerPx / best.mmPerPx - 1) > 0.05,
  );
  return isContradicted ? null : best;
}

/** Marks outside the sector, no higher than its top and no lower than its bottom. */
function spotsBeside(
  steady: Uint8Array,
  width: number,
  height: number,
  sector: Sector,
  depthPx: number,
): readonly Spot[] {
  const margin = Math.max(2, MARGIN * depthPx);
  const box = sectorBounds(sector);
  const top = pxFromMm(sector, { x: 0, y: box.top }).y - margin;
  const bottom = pxFromMm(sector, { x: 0, y: box.bottom }).y + margin;
  const inside = sectorInside(sector, width, height);
  const isInside = (x: number, y: number): boolean => {
    const column = Math.floor(x);
    const row = Math.floor(y);
    return column >= 0 && row >= 0 && column < width && row < height && inside[row * width + column] === 1;
  };
  const most = { width: 0.06 * depthPx, height: Math.max(4, 0.03 * depthPx) };
  return spotsFind(steady, width, height, most).filter(
    ({ left, right, y }) =>
      y > top &&
      y < bottom &&
      !isInside(left - margin, y) &&
      !isInside(right + margin, y) &&
      !isInside(left, y),
  );
}

function combRead(comb: Comb, sector: Sector, depthPx: number): DepthTicks | null {
  const { face, depth } = PLAUSIBLE_MM[sector.kind];
  const facePx = (sector.kind === 'linear' ? sector.widthMm : sector.radiusMm) / sector.mmPerPx;
  const isWithin = (value: number, [least, most]: readonly [number, number]): boolean =>
    value >= least && value <= most;
  const stepMm = STEPS_MM.find((step) => {
    const mmPerPx = step / comb.stepPx;
    return isWithin(facePx * mmPerPx, face) && isWithin(depthPx * mmPerPx, depth);
  });
  if (stepMm === undefined) return null;
  const every = widerEvery(comb.widths);
  // Every second of 5 mm is a centimetre, every fifth of 10 mm is five.
  if ((every === 2 && stepMm === 10) || (every === 5 && stepMm === 5)) return null;
  const phase = (sector.originPx.y - comb.firstPx) / comb.stepPx;
  const isAnchored = Math.abs(phase - Math.round(phase)) < 0.15;
  return {
    mmPerPx: stepMm / comb.stepPx,
    stepMm,
    confidence: comb.quality * (isAnchored ? 1 : 0.8),
  };
}

/** Of how many marks one is wider; null where all are alike or it has no order. */
function widerEvery(widths: readonly (number | null)[]): number | null {
  const known = widths.filter((width) => width !== null).sort((a, b) => a - b);
  const usual = known[Math.floor(known.length / 3)] ?? 1;
  const wide = [...widths.entries()].flatMap(([at, width]) =>
    width !== null && width > WIDER * usual ? [at] : [],
  );
  const gaps = new Set(wide.slice(1).map((at, i) => at - wide[i]!));
  return wide.length >= 2 && gaps.size === 1 ? [...gaps][0]! : null;
}
