import type { Mask } from '../frame/frame.ts';
import { arcMm } from '../geometry/arc.ts';
import { beamRasterOf } from '../geometry/beam-raster.ts';
import type { Key, KeyFinding } from '../grading/grade.ts';
import { type Instance, instanceOf } from '../grading/instances.ts';
import { widthMm } from '../grading/key/key-finding.ts';
import { pleuraOfKey } from '../grading/key/multiples.ts';
import { instanceShift, lateralOfMm } from './instance-shift.ts';
import { findingIsMissable } from './proposal.ts';
import { proposalJudge } from './proposal-judge.ts';
import type { Trap } from './trap.ts';

/** An error made on purpose. */
export interface Planted {
  readonly trap: Trap;
  /** What is proposed; null where it is that something is left out. */
  readonly proposed: Instance | null;
  /** The findings of the truth that are not proposed beside it. */
  readonly instead: readonly KeyFinding[];
}

/** The gap between a B-line and what is proposed beside it, and how far beside it at most, mm at the pleural line. */
const DOUBLE_GAP_MM = 3;
const DOUBLE_FARTHEST_MM = 14;
const DOUBLE_STEP_MM = 2;

/** A tail: so long, and so wide where it begins and half of that where it ends, mm. */
const TAIL_MM = 18;
const TAIL_SHORTEST_MM = 10;
const TAIL_WIDTH_MM = 3;

/** A shadow's area: how deep it reaches below the pleural line, and what is left of it at the image's bottom, mm. */
const SHADOW_MM = 26;
const SHADOW_GAP_MM = 2;
const SHADOW_LEAST_MM2 = 120;

/** Less of a finding than this in the image, and it was not moved to its neighbour's place but out of sight. */
const DRIFT_KEPT = 0.6;

/**
 * The error of a trap on an image, made from its truth (`key`); null where the image has no place for it. Whatever is
 * proposed is wrong by the truth (see `proposalJudge`), never unclear.
 */
export function trapPlant(trap: Trap, key: Key): Planted | null {
  for (const planted of PLANTS[trap](key)) {
    if (planted.proposed === null || proposalJudge(planted.proposed, key) === 'wrong') return planted;
  }
  return null;
}

type Plant = (key: Key) => Iterable<Planted>;

const PLANTS: Readonly<Record<Trap, Plant>> = {
  shadow_as_effusion: shadowPlants,
  missed_confluence: confluencePlants,
  a_line_as_pleura: aLinePlants,
  b_line_doubled: doublePlants,
  z_line_as_b_line: tailPlants,
  rib_space_drift: driftPlants,
};

function shown(key: Key, finding: KeyFinding['finding']): readonly KeyFinding[] {
  return key.findings.filter((one) => one.finding === finding && one.standing !== 'neutral');
}

function* shadowPlants(key: Key): Iterable<Planted> {
  const { mask } = key;
  const pleuraMm = pleuraOfKey(key);
  for (const rib of [...shown(key, 'rib')].sort((a, b) => b.areaMm2 - a.areaMm2)) {
    const middle = (rib.lateralFrom + rib.lateralTo) / 2;
    const half = (rib.lateralTo - rib.lateralFrom) / 2;
    const fromMm = Math.max(rib.depthToMm, pleuraMm(middle) ?? 0) + SHADOW_GAP_MM;
    const longMm = Math.min(SHADOW_MM, mask.sector.depthMm - SHADOW_GAP_MM - fromMm);
    const pixels = pixelsWhere(mask, (lateral, depthMm) => {
      const aside = (lateral - middle) / (0.9 * half);
      const deep = (depthMm - fromMm) / longMm;
      return Math.abs(aside) <= 1 && deep >= 0 && deep <= 1 - 0.3 * aside * aside;
    }).filter((at) => mask.classes[at] === 0);
    if (pixels.length * mask.sector.mmPerPx ** 2 < SHADOW_LEAST_MM2) continue;
    const proposed = instanceOf(mask, 'pleural_effusion', Int32Array.from(pixels));
    yield { trap: 'shadow_as_effusion', proposed, instead: [] };
  }
}

function* confluencePlants(key: Key): Iterable<Planted> {
  const asked = key.findings.filter(
    ({ finding, standing, alsoAs }) =>
      finding === 'b_line_confluence' && standing === 'asked' && alsoAs === null,
  );
  if (asked.length > 0) yield { trap: 'missed_confluence', proposed: null, instead: asked };
}

function* aLinePlants(key: Key): Iterable<Planted> {
  for (const line of shown(key, 'a_line')) {
    const proposed: Instance = { ...line, finding: 'pleural_line' };
    yield { trap: 'a_line_as_pleura', proposed, instead: [line] };
  }
}

function* doublePlants(key: Key): Iterable<Planted> {
  const { mask, windows } = key;
  for (const line of shown(key, 'b_line')) {
    const { from, to } = windows[line.window]!;
    for (let mm = widthMm(line, mask) + DOUBLE_GAP_MM; mm <= DOUBLE_FARTHEST_MM; mm += DOUBLE_STEP_MM) {
      for (const side of [1, -1]) {
        const lateral = lateralOfMm(line, mask, side * mm);
        const at = line.origin.lateral + lateral;
        const proposed = at < from || at > to ? null : instanceShift(line, mask, { lateral, deeperMm: 0 });
        if (proposed !== null) yield { trap: 'b_line_doubled', proposed, instead: [] };
      }
    }
  }
}

/** Places across the main window where a tail is tried, as shares of its width. */
const TAIL_PLACES = [0.3, 0.7, 0.5, 0.2, 0.8];

function* tailPlants(key: Key): Iterable<Planted> {
  const { mask, windows, main } = key;
  const { from, to } = windows[main]!;
  const pleuraMm = pleuraOfKey(key);
  for (const place of TAIL_PLACES) {
    const middle = from + place * (to - from);
    const fromMm = pleuraMm(middle);
    if (fromMm === null) continue;
    const longMm = Math.min(TAIL_MM, mask.sector.depthMm / 2 - fromMm);
    if (longMm < TAIL_SHORTEST_MM) continue;
    const pixels = pixelsWhere(mask, (lateral, depthMm) => {
      const deep = (depthMm - fromMm) / longMm;
      const asideMm = Math.abs(arcMm(mask.sector, lateral - middle, fromMm));
      return deep >= 0 && deep <= 1 && asideMm <= (TAIL_WIDTH_MM / 2) * (1 - deep / 2);
    });
    if (pixels.length === 0) continue;
    const proposed = instanceOf(mask, 'b_line', Int32Array.from(pixels));
    yield { trap: 'z_line_as_b_line', proposed, instead: [] };
  }
}

function* driftPlants(key: Key): Iterable<Planted> {
  const { mask, windows } = key;
  const middleOf = (place: number): number => (windows[place]!.from + windows[place]!.to) / 2;
  for (const one of key.findings) {
    if (one.standing === 'neutral' || !findingIsMissable(one.finding)) continue;
    for (const beside of [one.window + 1, one.window - 1]) {
      if (windows[beside] === undefined) continue;
      const lateral = middleOf(beside) - middleOf(one.window);
      const proposed = instanceShift(one, mask, { lateral, deeperMm: 0 });
      if (proposed === null || proposed.areaMm2 < DRIFT_KEPT * one.areaMm2) continue;
      yield { trap: 'rib_space_drift', proposed, instead: [one] };
    }
  }
}

function pixelsWhere(
  { width, height, sector }: Mask,
  isIn: (lateral: number, depthMm: number) => boolean,
): readonly number[] {
  const { lateral, depthMm } = beamRasterOf(sector, width, height);
  const pixels: number[] = [];
  for (let at = 0; at < lateral.length; at++) {
    const isInside = Math.abs(lateral[at]!) <= 1 && depthMm[at]! >= 0 && depthMm[at]! <= sector.depthMm;
    if (isInside && isIn(lateral[at]!, depthMm[at]!)) pixels.push(at);
  }
  return pixels;
}
