import { FINDING_INDEX, MARKABLE_FINDINGS, type MarkableFinding } from '../../findings/finding.ts';
import type { Mask } from '../../frame/frame.ts';
import { beamRasterOf } from '../../geometry/beam-raster.ts';
import type { Sector } from '../../geometry/sector.ts';
import type { Mark } from '../../marks/mark.ts';
import type { KeyWitness } from '../../scenario/expert-key.ts';
import { GradingError } from '../errors.ts';
import type { Key, KeyFinding } from '../grade.ts';
import { countedFind, type Instance, instanceOf } from '../instances.ts';
import type { KeyChoice } from '../key.ts';
import { TOLERANCE_MM } from '../tolerance.ts';
import { A_LINE_OFF_MM, multipleAt } from './a-lines.ts';
import { findingsDraw } from './draw.ts';
import { type AgreedFinding, expertsAgree } from './expert-consensus.ts';
import { type ExpertDrawing, expertDrawingRead } from './expert-drawing.ts';
import { findingOf } from './key-finding.ts';
import { pleuraAt, pleuraProfile } from './pleura.ts';
import { windowAt, windowMain, windowsOf } from './window.ts';

export interface ExpertKeyRequest {
  /** Each expert who drew on the image, one or two, with their marks in mm of its sector. */
  readonly drawings: readonly (KeyWitness & { readonly marks: readonly Mark[] })[];
  /** That of a raster of `size` x `size` pixels. */
  readonly sector: Sector;
  readonly size: number;
  /** Tolerance of the grading in mm per class; TOLERANCE_MM unless given. */
  readonly toleranceMm?: Readonly<Partial<Record<MarkableFinding, number>>>;
}

/**
 * The key of an image by what experts drew on it. It asks for what one expert drew, as it was drawn, or for what two agree
 * on (see `expertsAgree`).
 *
 * @throws GradingError `no_key` when nobody drew on it
 */
export function keyOfExperts(request: ExpertKeyRequest): KeyChoice {
  const { drawings, sector, size } = request;
  const read = drawings.map(({ marks }) => expertDrawingRead(marks, sector, size));
  const [first, second] = read;
  if (first === undefined) throw new GradingError('no_key', { code: 'keyMissing' });
  // Who marks as one expert did must be right by the other where the step is stricter than usual, too.
  const toleranceMm = (finding: MarkableFinding): number =>
    Math.min(TOLERANCE_MM[finding], request.toleranceMm?.[finding] ?? Number.POSITIVE_INFINITY);
  const key =
    second === undefined
      ? keyOfDrawing(first)
      : keyOfBoth(first, second, expertsAgree(first, second, toleranceMm));
  return {
    key,
    classes: MARKABLE_FINDINGS.map((finding) => ({
      finding,
      provenance: 'expert',
      verdict: second === undefined ? 'expert' : 'experts',
      agreement: null,
      confidence: null,
      threshold: null,
      signed: drawings.map(({ by, date, carriedFrom }) => ({
        by,
        date,
        ...(carriedFrom !== undefined && { carriedFrom }),
      })),
    })),
  };
}

/** Whether what others leave of a finding to be seen would be counted, if it were marked: no more can be asked for. */
function isCountable({ finding, pixels }: Instance, mask: Mask): boolean {
  const value = FINDING_INDEX[finding];
  const classes = new Uint8Array(mask.classes.length);
  for (const at of pixels) if (mask.classes[at] === value) classes[at] = value;
  return countedFind({ ...mask, classes }, finding).length > 0;
}

function keyOfDrawing({ findings, mask }: ExpertDrawing): Key {
  return keyOf(
    findings.map((one) => ({ ...one, standing: isCountable(one, mask) ? 'asked' : 'welcome', reason: null })),
    mask,
  );
}

function keyOfBoth(first: ExpertDrawing, second: ExpertDrawing, agreed: readonly AgreedFinding[]): Key {
  return {
    ...keyOf(agreed, findingsDraw(agreed, first.mask)),
    readings: [keyOfDrawing(first), keyOfDrawing(second)],
  };
}

/** The key of findings as they stand; windows and echoes are read from them, and nothing is refused. */
function keyOf(agreed: readonly AgreedFinding[], mask: Mask): Key {
  const ofClass = (finding: MarkableFinding) =>
    agreed.filter((one) => one.finding === finding).sort((a, b) => a.mean.lateral - b.mean.lateral);
  const windows = windowsOf(ofClass('rib'));
  const main = windowMain(windows);
  const view = { mask, windows, main };
  const findings = MARKABLE_FINDINGS.flatMap((finding): readonly KeyFinding[] => {
    const own = ofClass(finding);
    if (finding === 'a_line') return aLinesPlaced(own, ofClass('pleural_line'), view);
    if (finding === 'pleural_line') return own.flatMap((one) => byWindow(one, null, view));
    return own.map((one) => placed(one, windowAt(windows, one.origin.lateral), null, mask));
  });
  return { findings, ...view, provenance: 'expert', byClass: {}, doubt: null, isChecked: true };
}

type View = Pick<Key, 'mask' | 'windows' | 'main'>;

function placed(one: AgreedFinding, window: number, multiple: number | null, mask: Mask): KeyFinding {
  const { core, standing, reason } = one;
  return { ...findingOf({ ...one, window, multiple }, mask), core, standing, reason };
}

/** A finding that runs across the image, cut where windows meet. */
function byWindow(
  one: AgreedFinding,
  multiple: number | null,
  { mask, windows }: View,
): readonly KeyFinding[] {
  const { lateral } = beamRasterOf(mask.sector, mask.width, mask.height);
  return windows.flatMap((_, window): readonly KeyFinding[] => {
    const isIn = (at: number): boolean => windowAt(windows, lateral[at]!) === window;
    const pixels = one.pixels.filter(isIn);
    if (pixels.length === 0) return [];
    const core = one.core.filter(isIn);
    const part = { ...one, ...instanceOf(mask, one.finding, pixels), core };
    // Nothing of a part that others cover has to be marked.
    const standing = core.length === 0 && one.standing === 'asked' ? 'welcome' : one.standing;
    return [placed({ ...part, standing }, window, multiple, mask)];
  });
}

/**
 * A-lines at whole multiples of the pleural line's depth, each multiple given to the line that is nearest to it, are cut by
 * windows as those of other keys are. Another stays whole: where it reaches into the main window it belongs to that.
 */
function aLinesPlaced(
  lines: readonly AgreedFinding[],
  pleura: readonly AgreedFinding[],
  view: View,
): readonly KeyFinding[] {
  const { mask, windows, main } = view;
  const { lateral } = beamRasterOf(mask.sector, mask.width, mask.height);
  const pleuraMm = pleuraDepth(pleura, view);
  const known = lines.map((line) => {
    const at = multipleAt(line.mean.depthMm, pleuraMm(line));
    return at !== null && Math.abs(at.offMm) <= A_LINE_OFF_MM ? at : null;
  });
  return lines.flatMap((line, i) => {
    const at = known[i]!;
    const isNearest =
      at !== null &&
      known.every(
        (other, k) =>
          other === null ||
          other.multiple !== at.multiple ||
          k === i ||
          Math.abs(at.offMm) < Math.abs(other.offMm) ||
          (Math.abs(at.offMm) === Math.abs(other.offMm) && i < k),
      );
    if (isNearest) return byWindow(line, at.multiple, view);
    const isInMain = line.pixels.some((pixel) => windowAt(windows, lateral[pixel]!) === main);
    return [placed(line, isInMain ? main : windowAt(windows, line.mean.lateral), null, mask)];
  });
}

/** Mean depth of the pleural line above a finding, mm; null where none was drawn. */
function pleuraDepth(
  pleura: readonly AgreedFinding[],
  { mask, windows }: View,
): (line: AgreedFinding) => number | null {
  const profile = pleuraProfile(pleura, mask);
  const { lateral } = beamRasterOf(mask.sector, mask.width, mask.height);
  return ({ pixels }) => {
    let sum = 0;
    for (const at of pixels) {
      const { from, to } = windows[windowAt(windows, lateral[at]!)]!;
      const depth = pleuraAt(profile, lateral[at]!, from, to) ?? pleuraAt(profile, lateral[at]!);
      if (depth === null) return null;
      sum += depth;
    }
    return sum / pixels.length;
  };
}
