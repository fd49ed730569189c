import type { MarkableFinding } from '../findings/finding.ts';
import { arcMm } from '../geometry/arc.ts';
import type { BeamPoint } from '../geometry/point.ts';
import { beamFromMm, type Sector } from '../geometry/sector.ts';
import type { Mark } from '../marks/mark.ts';
import type { Block } from './block-match.ts';

/**
 * How a finding moves: `layer` rises and sinks, and goes sideways with the chest wall alone, however the lung slides under it;
 * `ray` goes sideways as the lung slides and begins where the pleural line is; `solid` goes as its own echoes do.
 */
export type Moving = 'layer' | 'ray' | 'solid';

export const MOVING: Readonly<Record<MarkableFinding, Moving>> = {
  rib: 'solid',
  pleural_line: 'layer',
  a_line: 'layer',
  b_line: 'ray',
  b_line_confluence: 'ray',
  pleural_effusion: 'solid',
  consolidation: 'solid',
};

/** Neighbourhoods of a mark are at most so many. */
const BLOCKS_MOST = 12;

/** Of a line: so far from each other, and half as large as this, mm. */
const LINE_STEP_MM = 5;
const LINE_BLOCK = { halfAcrossMm: 4, halfDepthMm: 5 };

/** A ray is read from here below its origin to so much deeper, in so many pieces, with so much beside it, mm. */
const RAY_FROM_MM = 4;
const RAY_DEEP_MM = 60;
const RAY_PIECES = 3;
const RAY_BESIDE_MM = 5;

/** Of an area: at its outline, where it has contrast, and half as large as this, mm. */
const AREA_STEP_MM = 6;
const AREA_BLOCK = { halfAcrossMm: 5, halfDepthMm: 5 };

/** The neighbourhoods by which a mark is followed; none for an eraser. */
export function markBlocks(mark: Mark, sector: Sector): readonly Block[] {
  if (mark.kind === 'eraser') return [];
  switch (MOVING[mark.finding]) {
    case 'layer':
      return alongBlocks(mark, sector, LINE_STEP_MM, LINE_BLOCK);
    case 'ray':
      return rayBlocks(mark, sector);
    case 'solid':
      return alongBlocks(mark, sector, AREA_STEP_MM, AREA_BLOCK);
  }
}

/** A neighbourhood where a ray leaves the pleural line. */
export function originBlock(mark: Mark, sector: Sector): Block {
  const { from } = rayOf(mark, sector);
  return { middle: from, ...LINE_BLOCK };
}

/** Neighbourhoods evenly along a mark's points. */
function alongBlocks(
  mark: Mark,
  sector: Sector,
  stepMm: number,
  size: Omit<Block, 'middle'>,
): readonly Block[] {
  const points = mark.kind === 'beam' ? [mark.origin] : mark.points;
  const middles: BeamPoint[] = [];
  let sinceMm = Number.POSITIVE_INFINITY;
  for (const [i, point] of points.entries()) {
    const before = points[i - 1] ?? point;
    const lengthMm = Math.hypot(point.x - before.x, point.y - before.y);
    // Along a long side more than one neighbourhood lies.
    const parts = Math.max(1, Math.ceil(lengthMm / stepMm));
    for (let part = 1; part <= parts; part++) {
      sinceMm += lengthMm / parts;
      if (sinceMm < stepMm) continue;
      sinceMm = 0;
      const share = part / parts;
      middles.push(
        beamFromMm(sector, {
          x: before.x + share * (point.x - before.x),
          y: before.y + share * (point.y - before.y),
        }),
      );
    }
  }
  return thinned(middles.filter(({ lateral }) => Math.abs(lateral) <= 1)).map((middle) => ({
    middle,
    ...size,
  }));
}

/** At most BLOCKS_MOST of them, evenly taken. */
function thinned<T>(all: readonly T[]): readonly T[] {
  if (all.length <= BLOCKS_MOST) return all;
  return Array.from(
    { length: BLOCKS_MOST },
    (_, i) => all[Math.round((i * (all.length - 1)) / (BLOCKS_MOST - 1))]!,
  );
}

function rayBlocks(mark: Mark, sector: Sector): readonly Block[] {
  const { from, endDepthMm, halfWidthMm } = rayOf(mark, sector);
  const topMm = from.depthMm + RAY_FROM_MM;
  const bottomMm = Math.min(endDepthMm, sector.depthMm, topMm + RAY_DEEP_MM);
  const pieceMm = Math.max(RAY_FROM_MM, bottomMm - topMm) / RAY_PIECES;
  return Array.from({ length: RAY_PIECES }, (_, piece) => {
    const depthMm = topMm + (piece + 0.5) * pieceMm;
    // A ray widens as the scan lines do.
    const widerMm =
      (halfWidthMm * arcMm(sector, 1, depthMm)) / Math.max(1e-6, arcMm(sector, 1, from.depthMm));
    return {
      middle: { lateral: from.lateral, depthMm },
      halfAcrossMm: widerMm + RAY_BESIDE_MM,
      halfDepthMm: pieceMm / 2,
    };
  });
}

interface Ray {
  /** Its middle at its upper end. */
  readonly from: BeamPoint;
  readonly endDepthMm: number;
  /** At its upper end. */
  readonly halfWidthMm: number;
}

/** A mark as a ray: a beam as it stands, of all else the scan lines and depths that it spans. */
function rayOf(mark: Mark, sector: Sector): Ray {
  if (mark.kind === 'beam') {
    const from = beamFromMm(sector, mark.origin);
    return { from, endDepthMm: mark.endDepthMm, halfWidthMm: mark.widthMm / 2 };
  }
  const beams = mark.points.map((point) => beamFromMm(sector, point));
  const laterals = beams.map(({ lateral }) => lateral);
  const depths = beams.map(({ depthMm }) => depthMm);
  const left = Math.min(...laterals);
  const right = Math.max(...laterals);
  const topMm = Math.min(...depths);
  return {
    from: { lateral: (left + right) / 2, depthMm: topMm },
    endDepthMm: Math.max(...depths),
    halfWidthMm: arcMm(sector, (right - left) / 2, topMm),
  };
}
