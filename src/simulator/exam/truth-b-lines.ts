import { FINDING_INDEX } from '../../domain/findings/finding.ts';
import type { BLineTruth } from '../../domain/frame/frame.ts';
import { powerFromDb } from '../../domain/numbers/portable-math.ts';
import { gridArc, gridPoint } from '../acoustics/grid.ts';
import { acrossPower, edgeReach, type RingDown, spreadAt } from '../acoustics/ring-down.ts';
import { contrastDb, type Scene, sampleOf, throughAt, veilAt } from './truth-scene.ts';

/** Merged B-lines, or one, at least this wide at the lung's surface are a confluence. */
const CONFLUENCE_MM = 8;

/** Share of the amplitude that must pass a rib for a B-line behind it to be marked: nobody looks for lung in its shadow. */
const UNSHADED = 0.45;

/** A B-line is followed over a stretch of this length where it is not seen. */
const LOST_MM = 6;

/** It must be clear over this length, all stretches together, to be one. */
const CLEAR_MM = 10;

/** Haze may drown the uppermost part of a B-line, up to here; it is marked from the lung's surface all the same. */
const DROWNED_MM = 20;

/** A B-line seen for less than this share of the way to the bottom is a partial one and is not labelled. */
const B_LINE_SHARE = 0.35;

interface SeenRing {
  readonly ring: RingDown;
  /** Last sample down to which it is seen along its own middle. */
  readonly to: number;
  /** Edges at the lung's surface, mm along it. */
  readonly leftMm: number;
  readonly rightMm: number;
}

function isShaded({ anatomy, lines }: Scene, line: number): boolean {
  return anatomy.exam.edition === 2 && lines.passes[line]! < UNSHADED;
}

/** How far from its middle, in scan lines, a B-line that a rib or the image's side covers in part is seen best. */
function ringBestOff({ anatomy, lines }: Scene, ring: RingDown): number {
  if (anatomy.exam.edition === 1) return 0;
  const side = Math.floor(ring.sigma * edgeReach(ring.source.flatness));
  let best = 0;
  let most = 0;
  for (let off = -side; off <= side; off++) {
    const passes = lines.passes[Math.round(ring.line + off)] ?? 0;
    const seen = acrossPower(ring, off) * passes * passes;
    if (seen <= most) continue;
    most = seen;
    best = off;
  }
  return best;
}

/** Power of B-lines at a sample of a scan line, and of all that may hide it there. */
interface RingAgainst {
  readonly own: number;
  readonly haze: number;
  readonly veil: number;
}

/** The first edition asks of each B-line whether it is seen by itself, the second of all that overlap there. */
function ringAgainst(scene: Scene, ring: RingDown, line: number, k: number, off: number): RingAgainst {
  const { anatomy, lines, parts, levels, buffers } = scene;
  const { grid, exam } = anatomy;
  const gain = levels.wallGain[sampleOf(scene, lines.pleuraMm[line]!)]!;
  const through = throughAt(scene, line, k * grid.stepMm) * gain * gain;
  const below = Math.max(0, Math.floor(k - lines.lungMm[line]! / grid.stepMm));
  const power =
    exam.edition === 1
      ? ringOwnPower(scene, ring, k) * acrossPower(ring, off)
      : buffers.ringFlat[line * grid.samples + k]!;
  return {
    own: power * (1 - lines.organ[line]!) * through,
    haze: parts.haze[line]! * levels.hazePower[below]! * through,
    veil: veilAt(scene, line, k),
  };
}

/**
 * Last sample down to which a B-line is seen: it may be lost for LOST_MM. In the second edition haze may drown its
 * beginning, and what was clear somewhere is followed as far as it can be told at all.
 */
function ringVisibleTo(scene: Scene, ring: RingDown): number {
  const { anatomy } = scene;
  const { grid, exam } = anatomy;
  const isFirst = exam.edition === 1;
  const clear = powerFromDb(contrastDb(scene, 'b_line')) - 1;
  const follow = isFirst ? clear : powerFromDb(contrastDb(scene, 'b_line_edge')) - 1;
  const lost = Math.max(1, Math.round(LOST_MM / grid.stepMm));
  const drowned = isFirst ? lost : Math.round(DROWNED_MM / grid.stepMm);
  const off = ringBestOff(scene, ring);
  let last = ring.from;
  let clearSamples = 0;
  for (let k = Math.ceil(ring.from) + 1; k < ring.to; k++) {
    const line = Math.round(ring.line + off + ring.drift * (k - ring.from));
    if (line < 0 || line >= grid.lines) break;
    if (isShaded(scene, line)) continue;
    const { own, haze, veil } = ringAgainst(scene, ring, line, k, off);
    if (own > clear * (haze + veil)) clearSamples++;
    if (own > follow * (haze + veil)) last = k;
    else if (k - last > (last === ring.from ? drowned : lost)) break;
  }
  return isFirst || clearSamples * grid.stepMm >= CLEAR_MM ? last : ring.from;
}

/** Power along the middle of one B-line, as if it did not fade out at its end: the first edition's labels run on. */
function ringOwnPower({ anatomy }: Scene, { source, from }: RingDown, sample: number): number {
  return powerFromDb(source.levelDb - source.lossDbMm * (sample - from) * anatomy.grid.stepMm);
}

function ringsSeen(scene: Scene): SeenRing[] {
  const { anatomy, parts } = scene;
  const { grid } = anatomy;
  const arc = gridArc(grid, anatomy.exam.wall.pleuralDepthMm) * grid.placeStep;
  const seen: SeenRing[] = [];
  for (const ring of parts.rings) {
    const reach = ring.sigma * edgeReach(ring.source.flatness);
    // The second edition also marks what reaches into the image from beside it.
    const aside = anatomy.exam.edition === 1 ? 0 : reach;
    if (ring.source.kind !== 'b_line' || ring.line < -aside || ring.line > grid.lines - 1 + aside) continue;
    const to = ringVisibleTo(scene, ring);
    if (to - ring.from < B_LINE_SHARE * (grid.samples - ring.from)) continue;
    seen.push({ ring, to, leftMm: (ring.line - reach) * arc, rightMm: (ring.line + reach) * arc });
  }
  return seen.sort((a, b) => a.leftMm - b.leftMm);
}

function ringsGroup(seen: readonly SeenRing[]): SeenRing[][] {
  const groups: SeenRing[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const one of seen) {
    if (one.leftMm > right) groups.push([one]);
    else groups[groups.length - 1]!.push(one);
    right = Math.max(right, one.rightMm);
  }
  return groups;
}

/** Paints what is seen of a B-line, and counts in `widths` the scan lines that it newly takes at each sample. */
function ringPaint(
  scene: Scene,
  classes: Uint8Array,
  one: SeenRing,
  value: number,
  widths: Uint16Array,
): void {
  const { anatomy, lines } = scene;
  const { grid } = anatomy;
  const { samples } = grid;
  const contrast = powerFromDb(contrastDb(scene, 'b_line_edge')) - 1;
  const { ring, to } = one;
  const reach = edgeReach(ring.source.flatness);
  // Per line: since which sample nothing but the haze hides it; 0 above it, the bottom once it was seen.
  const hazeFrom = new Uint16Array(grid.lines);
  const drowned = anatomy.exam.edition === 1 ? 0 : DROWNED_MM / grid.stepMm;
  const take = (line: number, k: number): void => {
    const at = line * samples + k;
    if (classes[at] !== value) widths[k] = widths[k]! + 1;
    classes[at] = value;
  };
  for (let k = Math.max(0, Math.ceil(ring.from) - 20); k <= to; k++) {
    const middle = ring.line + ring.drift * (k - ring.from);
    const spread = spreadAt(ring, k, samples);
    const side = ring.sigma * reach * spread;
    const low = Math.max(0, Math.ceil(middle - side));
    const high = Math.min(grid.lines - 1, Math.floor(middle + side));
    for (let line = low; line <= high; line++) {
      if (k * grid.stepMm < lines.lungMm[line]! || isShaded(scene, line)) continue;
      const against = ringAgainst(scene, ring, line, k, (line - middle) / spread);
      const veil = contrast * against.veil;
      if (hazeFrom[line] === 0) hazeFrom[line] = k;
      if (against.own <= veil) hazeFrom[line] = Math.max(hazeFrom[line]!, k + 1);
      if (against.own <= veil + contrast * against.haze) continue;
      if (hazeFrom[line]! < k && k - lines.lungMm[line]! / grid.stepMm <= drowned) {
        for (let above = hazeFrom[line]!; above < k; above++) {
          if (above * grid.stepMm >= lines.lungMm[line]!) take(line, above);
        }
      }
      hazeFrom[line] = samples;
      take(line, k);
    }
  }
}

/** Median over depth of the width that is seen, in scan lines. */
function widthMedian(widths: Uint16Array): number {
  const seen = widths.filter((width) => width > 0).sort();
  return seen.length === 0 ? 0 : seen[seen.length >> 1]!;
}

/** Labels B-lines and confluences in `classes` (line-major) and lists them. */
export function bLinesPaint(scene: Scene, classes: Uint8Array): BLineTruth[] {
  const { anatomy, lines } = scene;
  const { grid } = anatomy;
  const arc = gridArc(grid, anatomy.exam.wall.pleuralDepthMm) * grid.placeStep;
  const truth: BLineTruth[] = [];
  for (const group of ringsGroup(ringsSeen(scene))) {
    const left = Math.min(...group.map((one) => one.leftMm));
    const right = Math.max(...group.map((one) => one.rightMm));
    const widths = new Uint16Array(grid.samples);
    for (const one of group) ringPaint(scene, classes, one, FINDING_INDEX.b_line, widths);
    // The first edition goes by what is there, the second by what is seen of it.
    const isFirst = anatomy.exam.edition === 1;
    const groupMm = isFirst ? right - left : widthMedian(widths) * arc;
    const confluent =
      groupMm >= CONFLUENCE_MM && (!isFirst || group.length > 1 || group[0]!.ring.source.flatness === 4);
    if (confluent)
      for (const one of group) ringPaint(scene, classes, one, FINDING_INDEX.b_line_confluence, widths);
    const bLineTruth = (line: number, to: number, widthMm: number): BLineTruth => {
      const inside = Math.min(grid.lines - 1, Math.max(0, Math.round(line)));
      const depthMm = lines.lungMm[inside]!;
      return {
        origin: gridPoint(grid, line, depthMm),
        lateral: ((line + 0.5) * 2) / grid.lines - 1,
        widthMm,
        endDepthMm: to * grid.stepMm,
        confluent,
      };
    };
    // B-lines that overlap are seen as one, and counted as one; the first edition tells them apart.
    if (confluent || (!isFirst && group.length > 1)) {
      truth.push(bLineTruth((left + right) / 2 / arc, Math.max(...group.map((one) => one.to)), groupMm));
    } else {
      for (const one of group) truth.push(bLineTruth(one.ring.line, one.to, one.rightMm - one.leftMm));
    }
  }
  return truth;
}
