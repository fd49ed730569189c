import type { MarkableFinding } from '../findings/finding.ts';
import { classComponents } from '../frame/components.ts';
import type { Mask } from '../frame/frame.ts';
import { beamRasterOf } from '../geometry/beam-raster.ts';
import type { BeamPoint, MmPoint } from '../geometry/point.ts';
import { mmFromPx } from '../geometry/sector.ts';

/** One finding of a class as it lies in a mask. */
export interface Instance {
  readonly finding: MarkableFinding;
  /** Indices of its pixels in the mask. */
  readonly pixels: Int32Array;
  readonly areaMm2: number;
  /** Centre of its area. */
  readonly centre: MmPoint;
  /** Mean place of its pixels among the scan lines. */
  readonly mean: BeamPoint;
  /** First and last scan line it reaches, -1 to +1. */
  readonly lateralFrom: number;
  readonly lateralTo: number;
  /** Shallowest and deepest, mm along the scan lines. */
  readonly depthFromMm: number;
  readonly depthToMm: number;
  /** Where it begins: the middle of its first ORIGIN_MM of depth; a B-line's origin at the pleura. */
  readonly origin: BeamPoint;
}

/** The stretch of depth that tells where a B-line begins. */
const ORIGIN_MM = 5;

/** Pieces of one A-line may be this much apart in depth across a gap, e.g. on both sides of a rib's shadow. */
const A_LINE_STEP_MM = 2;

/**
 * The instances of a class in a mask, from left to right.
 *
 * A component is an 8-connected set of at least `minMm2`. For most classes each is an instance. A B-line is a thing
 * of its scan line, so pieces one below the other on the same scan lines are one B-line; an A-line is a thing of its
 * depth, so pieces side by side at the same depth are one A-line.
 */
export function instancesFind(mask: Mask, finding: MarkableFinding, minMm2?: number): readonly Instance[] {
  const pieces = classComponents(mask, finding, minMm2).map((pixels) => instanceOf(mask, finding, pixels));
  const joins = finding === 'b_line' ? sameScanLine : finding === 'a_line' ? sameDepth : null;
  const groups = joins === null ? pieces.map((piece) => [piece]) : piecesGroup(pieces, joins);
  return groups
    .map((group) =>
      group.length === 1
        ? group[0]!
        : instanceOf(mask, finding, Int32Array.from(group.flatMap((piece) => Array.from(piece.pixels)))),
    )
    .sort((a, b) => a.mean.lateral - b.mean.lateral);
}

/**
 * A shorter piece along the scan lines counts as no B-line: a B-line reaches down for a third of the way and more, and
 * the shortest way there is, under a linear probe at 60 mm, is some 45 mm.
 */
const B_LINE_MM = 15;

/** The instances of a class that are counted: all, but for scraps of B-lines. */
export function countedFind(mask: Mask, finding: MarkableFinding): readonly Instance[] {
  return instancesFind(mask, finding).filter(instanceIsCounted);
}

export function instanceIsCounted({ finding, depthFromMm, depthToMm }: Instance): boolean {
  return finding !== 'b_line' || depthToMm - depthFromMm >= B_LINE_MM;
}

/** The place of a pixel among the scan lines. */
export function beamOfPixel(mask: Pick<Mask, 'width' | 'height' | 'sector'>, at: number): BeamPoint {
  const { lateral, depthMm } = beamRasterOf(mask.sector, mask.width, mask.height);
  return { lateral: lateral[at]!, depthMm: depthMm[at]! };
}

/** Makes one finding of a set of pixels of one class. */
export function instanceOf(mask: Mask, finding: MarkableFinding, pixels: Int32Array): Instance {
  const depths = new Float64Array(pixels.length);
  const laterals = new Float64Array(pixels.length);
  const beams = beamRasterOf(mask.sector, mask.width, mask.height);
  let columns = 0;
  let rows = 0;
  pixels.forEach((at, i) => {
    depths[i] = beams.depthMm[at]!;
    laterals[i] = beams.lateral[at]!;
    columns += at % mask.width;
    rows += Math.floor(at / mask.width);
  });
  const [depthFromMm, depthToMm] = extent(depths);
  const [lateralFrom, lateralTo] = extent(laterals);
  const first = laterals.filter((_, i) => depths[i]! <= depthFromMm + ORIGIN_MM);
  const centrePx = { x: columns / pixels.length + 0.5, y: rows / pixels.length + 0.5 };
  return {
    finding,
    pixels,
    areaMm2: pixels.length * mask.sector.mmPerPx ** 2,
    centre: mmFromPx(mask.sector, centrePx),
    mean: { lateral: meanOf(laterals), depthMm: meanOf(depths) },
    lateralFrom,
    lateralTo,
    depthFromMm,
    depthToMm,
    origin: { lateral: meanOf(first), depthMm: depthFromMm },
  };
}

/** Whether two pieces share at least half of the narrower one's scan lines. */
export function sameScanLine(a: Instance, b: Instance): boolean {
  return lateralShared(a, b) >= 0.5;
}

/** Whether two pieces lie side by side with depths that touch. */
function sameDepth(a: Instance, b: Instance): boolean {
  const gap = Math.max(a.depthFromMm, b.depthFromMm) - Math.min(a.depthToMm, b.depthToMm);
  return gap <= A_LINE_STEP_MM && lateralShared(a, b) < 0.5;
}

/** Share of the narrower piece's scan lines that the other one covers too. */
function lateralShared(a: Instance, b: Instance): number {
  const shared = Math.min(a.lateralTo, b.lateralTo) - Math.max(a.lateralFrom, b.lateralFrom);
  const narrower = Math.min(a.lateralTo - a.lateralFrom, b.lateralTo - b.lateralFrom);
  return narrower <= 0 ? (shared >= 0 ? 1 : 0) : shared / narrower;
}

/** Pieces in groups, in which each is joined to another of its group. */
export function piecesGroup(
  pieces: readonly Instance[],
  joins: (a: Instance, b: Instance) => boolean,
): readonly (readonly Instance[])[] {
  const groups: Instance[][] = [];
  for (const piece of pieces) {
    const joined = groups.filter((group) => group.some((member) => joins(member, piece)));
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push([...joined.flat(), piece]);
  }
  return groups;
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function extent(values: Float64Array): readonly [number, number] {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < from) from = value;
    if (value > to) to = value;
  }
  return [from, to];
}
