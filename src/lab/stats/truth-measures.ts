import { quantile } from '../../cli/shared/quantile.ts';
import { FINDING_INDEX } from '../../domain/findings/finding.ts';
import type { ALineTruth, BLineTruth, Mask, Truth } from '../../domain/frame/frame.ts';
import type { MmPoint } from '../../domain/geometry/point.ts';
import { beamFromMm, mmFromBeam, pxFromMm, type Sector } from '../../domain/geometry/sector.ts';

/** The truth of one simulated frame as numbers: a list for each kind of thing measured. */
export interface TruthMeasures {
  readonly pleuraMm: readonly number[];
  readonly aLineRatio: readonly number[];
  /** Degrees between a B-line and the scan line through its origin. */
  readonly bLineDeviation: readonly number[];
  readonly bLineLengthMm: readonly number[];
  /** Where B-lines end, as a share of the depth. */
  readonly bLineEnd: readonly number[];
  /** B-lines and confluences in the frame; nothing where there are none. */
  readonly bLineCount: readonly number[];
}

export function truthMeasures(truth: Truth): TruthMeasures {
  const { sector } = truth.mask;
  const pleura = medianDepth(sector, truth.pleura.flat());
  return {
    pleuraMm: [pleura],
    aLineRatio: [aLineRatio(sector, truth.aLines, truth.pleura.flat())],
    bLineDeviation: truth.bLines
      .filter((line) => !line.confluent)
      .map((line) => deviationDeg(truth.mask, line)),
    bLineLengthMm: truth.bLines.map((line) => line.endDepthMm - beamFromMm(sector, line.origin).depthMm),
    bLineEnd: truth.bLines.map((line) => line.endDepthMm / sector.depthMm),
    bLineCount: truth.bLines.length > 0 ? [truth.bLines.length] : [],
  };
}

function medianDepth(sector: Sector, points: readonly MmPoint[]): number {
  const depths = points.map((point) => beamFromMm(sector, point).depthMm);
  return quantile(
    depths.sort((a, b) => a - b),
    0.5,
  );
}

/** Depth of the first A-line over that of the pleural line, where both are seen on the same scan lines. */
function aLineRatio(sector: Sector, aLines: readonly ALineTruth[], pleura: readonly MmPoint[]): number {
  const first = aLines.filter((line) => line.multiple === 2).flatMap((line) => line.points);
  const above = pleura.map((point) => beamFromMm(sector, point));
  const ratios = first.flatMap((point) => {
    const beam = beamFromMm(sector, point);
    const nearest = above.reduce<(typeof above)[number] | null>(
      (best, one) =>
        best === null || Math.abs(one.lateral - beam.lateral) < Math.abs(best.lateral - beam.lateral)
          ? one
          : best,
      null,
    );
    const isSame = nearest !== null && Math.abs(nearest.lateral - beam.lateral) < 0.03;
    return isSame ? [beam.depthMm / nearest.depthMm] : [];
  });
  return quantile(
    ratios.sort((a, b) => a - b),
    0.5,
  );
}

const STEPS = 60;
const LATERAL_STEP = 0.004;
/** How far a B-line may move from one step of depth to the next, in half widths of the image. */
const STRAY = 0.06;

/**
 * Follows a B-line down the mask and gives the angle between the straight line through its middle and the scan
 * line through its origin, degrees; NaN where it cannot be followed for a third of its length.
 */
function deviationDeg(mask: Mask, line: BLineTruth): number {
  const { sector } = mask;
  const from = beamFromMm(sector, line.origin).depthMm;
  const middles: MmPoint[] = [];
  let lateral = line.lateral;
  for (let step = 1; step < STEPS; step++) {
    const depthMm = from + ((line.endDepthMm - from) * step) / STEPS;
    const middle = runMiddle(mask, lateral, depthMm);
    if (middle === null) continue;
    lateral = middle;
    middles.push(mmFromBeam(sector, { lateral, depthMm }));
  }
  if (middles.length * 3 < STEPS) return Number.NaN;
  const apexMm = sector.kind === 'convex' ? sector.radiusMm : Number.POSITIVE_INFINITY;
  const scanLine =
    apexMm === Number.POSITIVE_INFINITY ? 0 : Math.atan2(line.origin.x, line.origin.y + apexMm);
  return Math.abs((lineAngle(middles) - scanLine) * 180) / Math.PI;
}

/** The middle of the run of B-line pixels at a depth that lies nearest to a lateral place. */
function runMiddle(mask: Mask, lateral: number, depthMm: number): number | null {
  const isOn = (at: number): boolean => {
    const { x, y } = pxFromMm(mask.sector, mmFromBeam(mask.sector, { lateral: at, depthMm }));
    if (x < 0 || y < 0 || x >= mask.width || y >= mask.height) return false;
    return mask.classes[Math.floor(y) * mask.width + Math.floor(x)] === FINDING_INDEX.b_line;
  };
  for (let off = 0; off <= STRAY; off += LATERAL_STEP) {
    const start = [lateral + off, lateral - off].find(isOn);
    if (start === undefined) continue;
    let low = start;
    let high = start;
    while (isOn(low - LATERAL_STEP)) low -= LATERAL_STEP;
    while (isOn(high + LATERAL_STEP)) high += LATERAL_STEP;
    return (low + high) / 2;
  }
  return null;
}

/** Angle from straight down of the least-squares line through points that run down the image, radians. */
function lineAngle(points: readonly MmPoint[]): number {
  const middleX = points.reduce((sum, point) => sum + point.x, 0) / points.length;
  const middleY = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  let both = 0;
  let down = 0;
  for (const { x, y } of points) {
    both += (x - middleX) * (y - middleY);
    down += (y - middleY) ** 2;
  }
  return Math.atan2(both, down);
}
