import { MARKABLE_FINDINGS, type MarkableFinding } from '../findings/finding.ts';
import { setGrow } from '../frame/distance.ts';
import type { Mask } from '../frame/frame.ts';
import type { KeyWitness } from '../scenario/expert-key.ts';
import { GradingError } from './errors.ts';
import type { Key, KeyFinding, Provenance } from './grade.ts';
import type { Anatomy } from './key/anatomy.ts';
import { anatomyRead } from './key/anatomy-read.ts';
import { findingsDraw } from './key/draw.ts';
import { findingOf } from './key/key-finding.ts';
import { keyFromTruth } from './key/key-truth.ts';
import { pixelsSet, pixelsShare } from './key/pixels.ts';
import { overlapJoin } from './overlap.ts';
import { findingIsCounted, TOLERANCE_MM } from './tolerance.ts';

/**
 * Agreement with the truth below which the network is not believed on a class: agreement is the share of full marks
 * that the truth itself would get for the class, were it graded by the network. Where it is believed, only what
 * both show is asked for, so that its errors cost a trainee nothing.
 */
const AGREEMENT_THRESHOLD = 0.9;

/** A finding of the truth is one of the network's too where so much of it is near that. */
const SEEN_TOO = 0.5;

/**
 * Where only the network knows: mean probability of a finding's pixels below which nobody is graded by it, as the
 * network gives its own pixels even odds.
 */
const CONFIDENCE_THRESHOLD = 0.5;

/**
 * Only pixels of at least this probability have to be marked there, and a finding that has them in less than SURE_SHARE
 * of its own need not be. Chosen with DOUBT and the threshold on the development set by the error of trainees' totals.
 */
const SURE = 0.9;
const SURE_SHARE = 0.3;

/** Where the network's own class has less than this probability, a mark is neither right nor wrong. */
const DOUBT = 0.98;

/** The masks known of a frame, all on one raster. */
export interface KeyRequest {
  /** The truth of a phantom frame; null on clips. */
  readonly truth: Mask | null;
  /** The truth at a stricter and at a keener limit of visibility (see TruthBands); null where nobody can tell. */
  readonly clear?: Mask | null;
  readonly faint?: Mask | null;
  readonly network: Mask | null;
  /** Probability of the network's class per pixel, 0-255 for 0-1. */
  readonly confidence?: Uint8Array | null;
  /** 0-1, AGREEMENT_THRESHOLD unless given. */
  readonly agreementThreshold?: number;
  /** 0-1, CONFIDENCE_THRESHOLD unless given. */
  readonly confidenceThreshold?: number;
  /** Tolerance of the comparison in mm, for every class or per class; TOLERANCE_MM unless given. */
  readonly toleranceMm?: number | Readonly<Partial<Record<MarkableFinding, number>>>;
  /** `anatomyRead`, or what gives the same, e.g. for masks that were read before. */
  readonly read?: typeof anatomyRead;
}

/** Why a class is graded by what it is graded by. */
export type KeyVerdict =
  | 'expert'
  | 'experts'
  | 'truth_alone'
  | 'network_agrees'
  | 'network_disagrees'
  | 'network_alone'
  | 'network_unsure';

/** The source that a class is graded by, and why. */
export interface KeyClass {
  readonly finding: MarkableFinding;
  readonly provenance: Provenance;
  readonly verdict: KeyVerdict;
  /** The truth's score by the network, 0-1; null unless both are known. */
  readonly agreement: number | null;
  /** Mean probability of the pixels of the network's findings, 0-1; null when it has none of the class or gave none. */
  readonly confidence: number | null;
  /** Least agreement or confidence, 0-1; null where neither is asked for. */
  readonly threshold: number | null;
  /** The experts who drew the key; none where it is no expert's. */
  readonly signed: readonly KeyWitness[];
}

export interface KeyChoice {
  readonly key: Key;
  /** One entry per markable class. */
  readonly classes: readonly KeyClass[];
}

/**
 * Makes the key of a frame from what is known of it, as findings that obey anatomy (see `anatomyRead`).
 *
 * With truth and network, the truth is the key, and a class on which the network
 * agrees with it is graded by what both show. With the truth alone, the truth. With the network alone, the network, and
 * findings it is unsure of are shown and graded by nobody. What experts drew is a key of its own (`keyOfExperts`).
 *
 * @throws GradingError `no_key` when no mask is given, `raster` when the masks' sizes differ.
 */
export function keyChoose(request: KeyRequest): KeyChoice {
  const { truth, clear, faint, network } = request;
  rastersCheck([truth, clear ?? null, faint ?? null, network]);
  if (truth !== null) {
    const known = { seen: truth, clear: clear ?? null, faint: faint ?? null };
    return network === null ? choiceOfTruth(known, request.read) : choiceChecked(request, known, network);
  }
  if (network !== null) return choiceUnchecked(request, network);
  throw new GradingError('no_key', { code: 'keyMissing' });
}

type Bands = Parameters<typeof keyFromTruth>[0];

function choiceOfTruth(bands: Bands, read: KeyRequest['read']): KeyChoice {
  const { anatomy, findings } = keyFromTruth(bands, read);
  return {
    key: keyOf(bands.seen, { ...anatomy, findings }, 'phantom_truth'),
    classes: MARKABLE_FINDINGS.map((finding) =>
      classOf(finding, 'phantom_truth', { verdict: 'truth_alone' }),
    ),
  };
}

function choiceChecked(request: KeyRequest, bands: Bands, network: Mask): KeyChoice {
  const threshold = request.agreementThreshold ?? AGREEMENT_THRESHOLD;
  const { anatomy, findings } = keyFromTruth(bands, request.read);
  const read = findingsConfident((request.read ?? anatomyRead)(network), network, request.confidence ?? null);
  const judged = MARKABLE_FINDINGS.map((finding) => {
    const own = findings.filter((one) => one.finding === finding);
    const seen = read.filter((one) => one.finding === finding);
    const agreement = agreementMeasure(own, seen, network, toleranceOf(request, finding));
    const isBelieved = agreement.isWhole && agreement.share >= threshold;
    return {
      ...classOf(finding, isBelieved ? 'network' : 'phantom_truth', {
        verdict: isBelieved ? 'network_agrees' : 'network_disagrees',
        agreement: agreement.share,
        threshold,
        confidence: confidenceOf(seen),
      }),
      // A finding of the truth that the network sees a little beside it is asked for where both have it.
      findings: isBelieved ? own.map((one) => coreKeep(one, agreement.near)) : own,
    };
  });
  const fallen = judged.filter(({ provenance }) => provenance === 'phantom_truth');
  return {
    key: {
      ...keyOf(network, { ...anatomy, findings: judged.flatMap((one) => one.findings) }, 'network'),
      byClass: Object.fromEntries(fallen.map(({ finding }) => [finding, 'phantom_truth' as const])),
    },
    classes: judged.map(({ findings: _, ...item }) => item),
  };
}

function coreKeep(one: KeyFinding, near: Uint8Array): KeyFinding {
  const core = one.core.filter((at) => near[at] === 1);
  return core.length === 0 ? one : { ...one, core };
}

function choiceUnchecked(request: KeyRequest, network: Mask): KeyChoice {
  const threshold = request.confidenceThreshold ?? CONFIDENCE_THRESHOLD;
  const confidence = request.confidence ?? null;
  const anatomy = (request.read ?? anatomyRead)(network);
  const findings = findingsConfident(anatomy, network, confidence).map((one): KeyFinding => {
    if (confidence === null || one.confidence === null) return one;
    if (one.confidence < threshold) return { ...one, standing: 'neutral', reason: 'unsure' };
    const core = one.core.filter((at) => confidence[at]! >= SURE * 255 && network.classes[at] !== 0);
    return core.length < SURE_SHARE * one.core.length
      ? { ...one, standing: 'welcome', reason: 'borderline' }
      : { ...one, core };
  });
  const doubt = confidence === null ? null : confidence.map((share) => (share < DOUBT * 255 ? 1 : 0));
  return {
    key: { ...keyOf(network, { ...anatomy, findings }, 'network'), doubt, isChecked: false },
    classes: MARKABLE_FINDINGS.map((finding) => {
      const own = findings.filter((one) => one.finding === finding);
      const isUnsure = own.length > 0 && own.every(({ reason }) => reason === 'unsure');
      return classOf(finding, 'network', {
        verdict: isUnsure ? 'network_unsure' : 'network_alone',
        confidence: confidenceOf(own),
        threshold,
      });
    }),
  };
}

/** The network's findings, each with the mean probability of its pixels. */
function findingsConfident(
  { findings }: Anatomy,
  network: Mask,
  confidence: Uint8Array | null,
): readonly KeyFinding[] {
  return findings.map((finding) => ({
    ...findingOf(finding, network),
    confidence: confidence === null ? null : pixelsMean(finding.pixels, network, confidence),
  }));
}

/** Mean probability, 0-1, of the pixels whose class is the finding's own; null where none of them is. */
function pixelsMean(pixels: Int32Array, { classes }: Mask, confidence: Uint8Array): number | null {
  let sum = 0;
  let count = 0;
  for (const at of pixels) {
    if (classes[at] === 0) continue;
    sum += confidence[at]!;
    count += 1;
  }
  return count === 0 ? null : sum / count / 255;
}

function confidenceOf(findings: readonly KeyFinding[]): number | null {
  const known = findings.filter(({ confidence }) => confidence !== null);
  const pixels = known.reduce((sum, one) => sum + one.pixels.length, 0);
  return pixels === 0
    ? null
    : known.reduce((sum, one) => sum + one.confidence! * one.pixels.length, 0) / pixels;
}

interface Agreement {
  /** The truth's score by the network, 0-1. */
  readonly share: number;
  /** Whether each finding that is asked for is one of the network's, and each of the network's one of the truth. */
  readonly isWhole: boolean;
  /** Pixels within the tolerance of the network's findings. */
  readonly near: Uint8Array;
}

function agreementMeasure(
  own: readonly KeyFinding[],
  seen: readonly KeyFinding[],
  { width, height, sector }: Mask,
  toleranceMm: number,
): Agreement {
  const grow = (findings: readonly KeyFinding[]): Uint8Array =>
    setGrow(
      pixelsSet(
        findings.map(({ pixels }) => pixels),
        width * height,
      ),
      width,
      height,
      toleranceMm / sector.mmPerPx,
    );
  const near = grow(seen);
  const asked = own.filter(({ standing }) => standing === 'asked');
  const nearOwn = grow(own);
  const judged = seen.filter(({ pixels }) => pixelsShare(pixels, nearOwn) >= SEEN_TOO);
  const finding = (own[0] ?? seen[0])?.finding;
  const isCounted = finding !== undefined && findingIsCounted(finding);
  const isCount = !isCounted || (seen.length >= asked.length && seen.length <= own.length);
  const isWhole =
    isCount &&
    judged.length === seen.length &&
    asked.every(({ core }) => pixelsShare(core, near) >= SEEN_TOO);
  const shareOf = (all: readonly Int32Array[], set: Uint8Array): number | null => {
    const pixels = all.reduce((sum, one) => sum + one.length, 0);
    return pixels === 0
      ? null
      : all.reduce((sum, one) => sum + pixelsShare(one, set) * one.length, 0) / pixels;
  };
  const recall = shareOf(
    asked.map(({ core }) => core),
    near,
  );
  const precision = shareOf(
    seen.map(({ pixels }) => pixels),
    nearOwn,
  );
  // The network's view of findings that need not be marked says nothing of those that must.
  const share = asked.length === 0 && isWhole ? 1 : overlapJoin(precision, recall);
  return { share, isWhole, near };
}

interface Judgement {
  readonly verdict: KeyVerdict;
  readonly agreement?: number;
  readonly confidence?: number | null;
  readonly threshold?: number;
}

function classOf(finding: MarkableFinding, provenance: Provenance, judged: Judgement): KeyClass {
  const agreement = judged.agreement ?? null;
  const confidence = judged.confidence ?? null;
  return {
    finding,
    provenance,
    verdict: judged.verdict,
    agreement,
    confidence,
    threshold: judged.threshold ?? null,
    signed: [],
  };
}

function keyOf(
  like: Mask,
  { findings, windows, main }: Pick<Key, 'findings' | 'windows' | 'main'>,
  provenance: Provenance,
): Key {
  const shown = findings.filter(({ standing }) => standing !== 'neutral');
  return {
    findings,
    windows,
    main,
    mask: findingsDraw(shown, like),
    provenance,
    byClass: {},
    doubt: null,
    isChecked: true,
  };
}

function toleranceOf(request: KeyRequest, finding: MarkableFinding): number {
  const given = request.toleranceMm;
  return (typeof given === 'number' ? given : given?.[finding]) ?? TOLERANCE_MM[finding];
}

function rastersCheck(masks: readonly (Mask | null)[]): void {
  const known = masks.filter((mask) => mask !== null);
  const first = known[0];
  if (first === undefined) return;
  if (known.some((mask) => mask.width !== first.width || mask.height !== first.height)) {
    throw new GradingError('raster', { code: 'masksOfOtherSize' });
  }
}
