import { FINDING_INDEX, MARKABLE_FINDINGS, type MarkableFinding } from '../../domain/findings/finding.ts';
import { classComponents } from '../../domain/frame/components.ts';
import { setGrow } from '../../domain/frame/distance.ts';
import type { Mask } from '../../domain/frame/frame.ts';
import { SIBLING, TOLERANCE_MM } from '../../domain/grading/tolerance.ts';

/** Contrasts that findings are asked to keep beyond the usual one, dB: the edges of the bins of visibility. */
export const MARGINS_DB = [1, 2, 4, 8] as const;

/** Areas in mm^2 that part the bins of size. */
export const SIZES_MM2 = [20, 100, 500] as const;

/** By how much less contrast than usual something would have to be labelled, dB, for a false alarm to be a near one. */
export const NEAR_DB = [1, 2, 4] as const;

/** The truth of one frame as readers of other eyes would draw it, on the raster of masks; same order as the constants. */
export interface Shifted {
  /** By MARGINS_DB. */
  readonly stricter: readonly Uint8Array[];
  /** By NEAR_DB. */
  readonly laxer: readonly Uint8Array[];
}

/** One connected finding of the truth. */
export interface FindingRead {
  readonly finding: MarkableFinding;
  /** Bins of MARGINS_DB (the contrast that half of it still has to spare) and of SIZES_MM2. */
  readonly margin: number;
  readonly size: number;
  /** Share of its pixels that the network calls by its class or that class's sibling. */
  readonly found: number;
  /** Of the network's pixels within the class's tolerance of it. */
  readonly dice: number;
}

/** One connected finding of the network with nothing of the truth in it. */
export interface FalseAlarm {
  readonly finding: MarkableFinding;
  /** Bin of NEAR_DB: how much less contrast it would take for half of it to be labelled; the last is more than all. */
  readonly near: number;
  readonly areaMm2: number;
}

/** Where the pixels go that truth and network do not share, in pixels. */
export interface PixelErrors {
  readonly truth: number;
  readonly network: number;
  /** Missed pixels: of another finding for the network; beside what it found; by their bin of MARGINS_DB. */
  readonly missed: { readonly other: number; readonly edge: number; readonly faint: readonly number[] };
  /** Pixels in vain: of another finding in truth; beside what is there; by their bin of NEAR_DB. */
  readonly vain: { readonly other: number; readonly edge: number; readonly near: readonly number[] };
}

export interface Strata {
  readonly findings: readonly FindingRead[];
  readonly alarms: readonly FalseAlarm[];
  readonly pixels: Readonly<Record<MarkableFinding, PixelErrors>>;
}

/** Pixels of this distance or less belong to an edge. */
const EDGE_PX = 1.5;

/** Pixels of a class or of what experts take for it. */
function setOf(classes: Uint8Array, finding: MarkableFinding): Uint8Array {
  const own = FINDING_INDEX[finding];
  const sibling = SIBLING[finding];
  const other = sibling === undefined ? own : FINDING_INDEX[sibling];
  return classes.map((value) => (value === own || value === other ? 1 : 0));
}

/** How many of the masks, one after another, still have what is asked of them. */
function binOf(masks: readonly Uint8Array[], holds: (mask: Uint8Array) => boolean): number {
  const fails = masks.findIndex((mask) => !holds(mask));
  return fails < 0 ? masks.length : fails;
}

/** The first of the masks that has what is asked of it. */
function nearOf(masks: readonly Uint8Array[], holds: (mask: Uint8Array) => boolean): number {
  const first = masks.findIndex(holds);
  return first < 0 ? masks.length : first;
}

function shareOf(pixels: Int32Array, set: Uint8Array): number {
  return pixels.filter((at) => set[at] === 1).length / pixels.length;
}

export function strataMeasure(truth: Mask, network: Mask, { stricter, laxer }: Shifted): Strata {
  const findings: FindingRead[] = [];
  const alarms: FalseAlarm[] = [];
  const pixels: Partial<Record<MarkableFinding, PixelErrors>> = {};
  const { width, height } = truth;
  const pixelMm2 = truth.sector.mmPerPx ** 2;
  for (const finding of MARKABLE_FINDINGS) {
    const real = setOf(truth.classes, finding);
    const seen = setOf(network.classes, finding);
    const harder = stricter.map((classes) => setOf(classes, finding));
    const easier = laxer.map((classes) => setOf(classes, finding));
    const tolerance = TOLERANCE_MM[finding] / truth.sector.mmPerPx;
    for (const component of classComponents(truth, finding)) {
      const own = new Uint8Array(real.length);
      for (const at of component) own[at] = 1;
      const near = setGrow(own, width, height, tolerance);
      const both = component.filter((at) => seen[at] === 1).length;
      const nearSeen = near.reduce((sum, bit, at) => sum + (bit & seen[at]!), 0);
      const areaMm2 = component.length * pixelMm2;
      findings.push({
        finding,
        margin: binOf(harder, (set) => shareOf(component, set) >= 0.5),
        size: SIZES_MM2.filter((edge) => areaMm2 >= edge).length,
        found: both / component.length,
        dice: (2 * both) / (component.length + nearSeen),
      });
    }
    for (const component of classComponents(network, finding)) {
      if (shareOf(component, real) > 0) continue;
      alarms.push({
        finding,
        near: nearOf(easier, (set) => shareOf(component, set) >= 0.5),
        areaMm2: component.length * pixelMm2,
      });
    }
    pixels[finding] = pixelErrors(FINDING_INDEX[finding], truth, network, { harder, easier, real, seen });
  }
  return { findings, alarms, pixels: pixels as Record<MarkableFinding, PixelErrors> };
}

interface Sets {
  readonly harder: readonly Uint8Array[];
  readonly easier: readonly Uint8Array[];
  readonly real: Uint8Array;
  readonly seen: Uint8Array;
}

function pixelErrors(
  value: number,
  truth: Mask,
  network: Mask,
  { harder, easier, real, seen }: Sets,
): PixelErrors {
  const { width, height } = truth;
  const beside = (set: Uint8Array): Uint8Array => setGrow(set, width, height, EDGE_PX);
  const [besideReal, besideSeen] = [beside(real), beside(seen)];
  const counts = { truth: 0, network: 0 };
  const missed = { other: 0, edge: 0, faint: new Array<number>(MARGINS_DB.length + 1).fill(0) };
  const vain = { other: 0, edge: 0, near: new Array<number>(NEAR_DB.length + 1).fill(0) };
  for (let at = 0; at < real.length; at++) {
    const [is, says] = [truth.classes[at]!, network.classes[at]!];
    if (is === value) counts.truth += 1;
    if (says === value) counts.network += 1;
    if (is === says) continue;
    if (is === value) {
      if (says !== 0) missed.other += 1;
      else if (besideSeen[at] === 1) missed.edge += 1;
      else missed.faint[binOf(harder, (set) => set[at] === 1)]! += 1;
    } else if (says === value) {
      if (is !== 0) vain.other += 1;
      else if (besideReal[at] === 1) vain.edge += 1;
      else vain.near[nearOf(easier, (set) => set[at] === 1)]! += 1;
    }
  }
  return { ...counts, missed, vain };
}
