import { FINDING_INDEX } from '../../domain/findings/finding.ts';
import type { BLineTruth } from '../../domain/frame/frame.ts';
import { powerFromDb } from '../../domain/numbers/portable-math.ts';
import { gridArc, gridPoint } from '../acoustics/grid.ts';
import { acrossPower, edgeReach, type RingDown, spreadAt } from '../acoustics/ring-down.ts';
import { contrastDb, maskingPower, type ShownScene, sampleOf, throughAt } from './visibility.ts';

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

function isShaded({ rules, lines }: ShownScene, line: number): boolean {
  return rules.bLines === 'together' && lines.passes[line]! < UNSHADED;
}

/** How far from its middle, in scan lines, a B-line that a rib or the image's side covers in part is seen best. */
function ringBestOff({ rules, lines }: ShownScene, ring: RingDown): number {
  if (rules.bLines === 'each') return 0;
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
  readonly masking: number;
}

/** Of one B-line alone, or of all that overlap there, as the rules say. */
function ringAgainst(shown: ShownScene, ring: RingDown, line: number, k: number, off: number): RingAgainst {
  const { grid, lines, echoes, levels, buffers } = shown;
  const gain = levels.wallGain[sampleOf(shown, lines.pleuraMm[line]!)]!;
  const through = throughAt(shown, line, k * grid.stepMm) * gain * gain;
  const below = Math.max(0, Math.floor(k - lines.lungMm[line]! / grid.stepMm));
  const power =
    shown.rules.bLines === 'each'
      ? ringOwnPower(shown, ring, k) * acrossPower(ring, off)
      : buffers.rings.flat[line * grid.samples + k]!;
  return {
    own: power * (1 - lines.organ[line]!) * through,
    haze: echoes.haze[line]! * levels.hazePower[below]! * through,
    masking: maskingPower(shown, line, k),
  };
}

/**
 * Last sample down to which a B-line is seen: it may be lost for LOST_MM. Where all are judged together haze may drown
 * its beginning, and what was clear somewhere is followed as far as it can be told at all.
 */
function ringVisibleTo(shown: ShownScene, ring: RingDown): number {
  const { grid } = shown;
  const isEach = shown.rules.bLines === 'each';
  const clear = powerFromDb(contrastDb(shown, 'b_line')) - 1;
  const follow = isEach ? clear : powerFromDb(contrastDb(shown, 'b_line_edge')) - 1;
  const lost = Math.max(1, Math.round(LOST_MM / grid.stepMm));
  const drowned = isEach ? lost : Math.round(DROWNED_MM / grid.stepMm);
  const off = ringBestOff(shown, ring);
  let last = ring.from;
  let clearSamples = 0;
  for (let k = Math.ceil(ring.from) + 1; k < ring.to; k++) {
    const line = Math.round(ring.line + off + ring.drift * (k - ring.from));
    if (line < 0 || line >= grid.lines) break;
    if (isShaded(shown, line)) continue;
    const { own, haze, masking } = ringAgainst(shown, ring, line, k, off);
    if (own > clear * (haze + masking)) clearSamples++;
    if (own > follow * (haze + masking)) last = k;
    else if (k - last > (last === ring.from ? drowned : lost)) break;
  }
  return isEach || clearSamples * grid.stepMm >= CLEAR_MM ? last : ring.from;
}

/** Power along the middle of one B-line, as if it did not fade out at its end: labels of each run on. */
function ringOwnPower({ grid }: ShownScene, { source, from }: RingDown, sample: number): number {
  return powerFromDb(source.levelDb - source.lossDbMm * (sample - from) * grid.stepMm);
}

function ringsSeen(shown: ShownScene): SeenRing[] {
  const { grid, media, rings, rules } = shown;
  const arc = gridArc(grid, media.pleuralDepthMm) * grid.placeStep;
  const seen: SeenRing[] = [];
  for (const ring of rings) {
    const reach = ring.sigma * edgeReach(ring.source.flatness);
    // All together, what reaches into the image from beside it is marked too.
    const aside = rules.bLines === 'each' ? 0 : reach;
    if (ring.source.kind !== 'b_line' || ring.line < -aside || ring.line > grid.lines - 1 + aside) continue;
    const to = ringVisibleTo(shown, ring);
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
  shown: ShownScene,
  classes: Uint8Array,
  one: SeenRing,
  value: number,
  widths: Uint16Array,
): void {
  const { grid, lines } = shown;
  const { samples } = grid;
  const contrast = powerFromDb(contrastDb(shown, 'b_line_edge')) - 1;
  const { ring, to } = one;
  const reach = edgeReach(ring.source.flatness);
  // Per line: since which sample nothing but the haze hides it; 0 above it, the bottom once it was seen.
  const hazeFrom = new Uint16Array(grid.lines);
  const drowned = shown.rules.bLines === 'each' ? 0 : DROWNED_MM / grid.stepMm;
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
      if (k * grid.stepMm < lines.lungMm[line]! || isShaded(shown, line)) continue;
      const against = ringAgainst(shown, ring, line, k, (line - middle) / spread);
      const masking = contrast * against.masking;
      if (hazeFrom[line] === 0) hazeFrom[line] = k;
      if (against.own <= masking) hazeFrom[line] = Math.max(hazeFrom[line]!, k + 1);
      if (against.own <= masking + contrast * against.haze) continue;
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
export function bLinesPaint(shown: ShownScene, classes: Uint8Array): BLineTruth[] {
  const { grid, media, lines } = shown;
  const arc = gridArc(grid, media.pleuralDepthMm) * grid.placeStep;
  const truth: BLineTruth[] = [];
  for (const group of ringsGroup(ringsSeen(shown))) {
    const left = Math.min(...group.map((one) => one.leftMm));
    const right = Math.max(...group.map((one) => one.rightMm));
    const widths = new Uint16Array(grid.samples);
    for (const one of group) ringPaint(shown, classes, one, FINDING_INDEX.b_line, widths);
    const isEach = shown.rules.bLines === 'each';
    const groupMm = isEach ? right - left : widthMedian(widths) * arc;
    const confluent =
      groupMm >= CONFLUENCE_MM && (!isEach || group.length > 1 || group[0]!.ring.source.flatness === 4);
    if (confluent)
      for (const one of group) ringPaint(shown, classes, one, FINDING_INDEX.b_line_confluence, widths);
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
    // B-lines that overlap are seen as one, and counted as one.
    if (confluent || (!isEach && group.length > 1)) {
      truth.push(bLineTruth((left + right) / 2 / arc, Math.max(...group.map((one) => one.to)), groupMm));
    } else {
      for (const one of group) truth.push(bLineTruth(one.ring.line, one.to, one.rightMm - one.leftMm));
    }
  }
  return truth;
}
