import { FINDING_INDEX } from '../../findings/finding.ts';
import { type Instance, instanceOf } from '../instances.ts';
import type { AnatomyView } from './anatomy-finding.ts';
import { bandFit, bandPixels } from './beam-band.ts';

/** A B-line that begins farther than this below the pleural line has no root, mm along the scan line. */
export const ROOT_MM = 10;

/**
 * Haze under the pleura may drown the first part of a B-line: what begins no farther below than this, mm, and is seen for
 * at least so many times the gap, is joined to it. Chosen on the development set by Dice of the key; the simulator itself
 * labels B-lines from the pleural line on where that part is at most 20 mm long.
 */
const DROWNED_MM = 30;
const DROWNED_SHARE = 2;

/**
 * Where no pleural line is seen, the lung can begin below the ribs, and no shallower than this, mm; a B-line must begin
 * within NO_PLEURA_ROOT_MM of that.
 */
const LUNG_SHALLOWEST_MM = 8;
const NO_PLEURA_ROOT_MM = 30;

/** Shorter than this it is a scrap, mm: a B-line reaches down for a third of the way and more. */
const SHORTEST_MM = 15;

/** Less of the scan lines in common than this, and pieces one below the other are two. */
const SHARED = 0.5;

export interface BLinesReading {
  readonly findings: readonly Instance[];
  readonly rootless: number;
  readonly joined: number;
  readonly misplaced: number;
}

/** B-lines and confluences: pieces of both on the same scan lines are one, of the class that has most of its pixels. */
export function bLinesRead(pieces: readonly Instance[], view: AnatomyView): BLinesReading {
  const { mask, beams, ribs, pleuraMm } = view;
  const ribFrontMm = Math.max(0, ...ribs.map(({ depthFromMm }) => depthFromMm));
  const findings: Instance[] = [];
  let rootless = 0;
  let joined = 0;
  let misplaced = 0;
  for (const group of beamsGroup(pieces)) {
    const finding =
      areaOf(group, 'b_line') >= areaOf(group, 'b_line_confluence') ? 'b_line' : 'b_line_confluence';
    const whole = instanceOf(mask, finding, Int32Array.from(group.flatMap(({ pixels }) => [...pixels])));
    const pleura = pleuraMm(whole.origin.lateral);
    const root = pleura ?? Math.max(LUNG_SHALLOWEST_MM, ribFrontMm);
    const gap = whole.depthFromMm - root;
    const isRooted = gap <= (pleura === null ? NO_PLEURA_ROOT_MM : ROOT_MM);
    const length = whole.depthToMm - Math.max(root, whole.depthFromMm);
    if (!isRooted && (pleura === null || gap > DROWNED_MM || length < DROWNED_SHARE * gap)) {
      rootless += 1;
      continue;
    }
    if (length < SHORTEST_MM) {
      misplaced += 1;
      continue;
    }
    // Above the pleural line there is no lung: what reaches over it is cut there.
    const band = bandFit(whole.pixels, beams, pleura ?? whole.depthFromMm);
    const free = (at: number): boolean => {
      const value = mask.classes[at]!;
      if (value === FINDING_INDEX.rib || value === FINDING_INDEX.pleural_line) return false;
      return beams.depthMm[at]! >= (pleuraMm(beams.lateral[at]!) ?? 0) && beams.depthMm[at]! >= 0;
    };
    const pixels = bandPixels(band, beams, free);
    if (pixels.length === 0) continue;
    const drawn = instanceOf(mask, finding, pixels);
    // Its way up to the pleural line can be barred, by a rib or by the deeper line of the next window.
    const above = pleuraMm(drawn.origin.lateral);
    if (above !== null && drawn.depthFromMm - above > ROOT_MM) {
      rootless += 1;
      continue;
    }
    if (!isRooted) joined += 1;
    findings.push(drawn);
  }
  return {
    findings: findings.sort((a, b) => a.origin.lateral - b.origin.lateral),
    rootless,
    joined,
    misplaced,
  };
}

function areaOf(group: readonly Instance[], finding: Instance['finding']): number {
  return group.reduce((sum, piece) => sum + (piece.finding === finding ? piece.areaMm2 : 0), 0);
}

/** Pieces that lie below one another on the same scan lines, together. */
export function beamsGroup(pieces: readonly Instance[]): readonly (readonly Instance[])[] {
  const groups: Instance[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.areaMm2 - a.areaMm2)) {
    const fitting = groups.filter((group) => group.some((member) => isBelow(member, piece)));
    for (const group of fitting) groups.splice(groups.indexOf(group), 1);
    groups.push([...fitting.flat(), piece]);
  }
  return groups;
}

function isBelow(a: Instance, b: Instance): boolean {
  const shared = Math.min(a.lateralTo, b.lateralTo) - Math.max(a.lateralFrom, b.lateralFrom);
  const narrower = Math.min(a.lateralTo - a.lateralFrom, b.lateralTo - b.lateralFrom);
  return narrower <= 0 ? shared >= 0 : shared >= SHARED * narrower;
}
