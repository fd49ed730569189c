import { FINDING_INDEX, MARKABLE_FINDINGS, type MarkableFinding } from '../findings/finding.ts';
import { classComponents, classSet } from '../frame/components.ts';
import type { Mask } from '../frame/frame.ts';
import { classScore } from './class-score.ts';
import { countGrade, countMatch } from './count.ts';
import { GradingError } from './errors.ts';
import type { Key, Provenance } from './grade.ts';
import { type KeyVerdict, keySentence } from './key-sentence.ts';
import { overlapMeasure } from './overlap.ts';
import { confidenceMean } from './report.ts';
import { findingIsCounted, TOLERANCE_MM } from './tolerance.ts';

/**
 * Agreement with the truth below which the network is not believed on a class: agreement is the share of full marks
 * that the truth itself would get for the class, were it graded by the network. So at 0.9 a trainee who marks what is
 * really there loses at most a tenth to the network's errors.
 */
const AGREEMENT_THRESHOLD = 0.9;

/**
 * Mean probability of a class's pixels below which a class is not scored where only the network knows: below it the
 * network gives its own pixels little better than even odds.
 */
const CONFIDENCE_THRESHOLD = 0.6;

/** What is known of a frame; all masks on one raster. */
export interface KeyRequest {
  /** What a phantom frame really shows; null on clips. */
  readonly truth: Mask | null;
  readonly network: Mask | null;
  /** Probability of the network's class per pixel, 0-255 for 0-1. */
  readonly confidence?: Uint8Array | null;
  /** An expert's mask goes before everything else. */
  readonly expert?: Mask | null;
  /** 0-1, AGREEMENT_THRESHOLD unless given. */
  readonly agreementThreshold?: number;
  /** 0-1, CONFIDENCE_THRESHOLD unless given. */
  readonly confidenceThreshold?: number;
  /** Tolerance of the comparison in mm, for every class or per class; TOLERANCE_MM unless given. */
  readonly toleranceMm?: number | Readonly<Partial<Record<MarkableFinding, number>>>;
}

/** By what a class is graded, and why. */
export interface KeyClass {
  readonly finding: MarkableFinding;
  readonly provenance: Provenance;
  readonly verdict: KeyVerdict;
  /** What the truth would score by the network, 0-1; null unless both are known. */
  readonly agreement: number | null;
  /** Mean probability of the network's pixels, 0-1; null when it has none of the class or gave none. */
  readonly confidence: number | null;
  /** One English sentence for the trainee. */
  readonly text: string;
}

export interface KeyChoice {
  readonly key: Key;
  /** One entry per markable class. */
  readonly classes: readonly KeyClass[];
}

/**
 * Picks the mask to grade by, class by class.
 *
 * An expert's mask is taken whole. With truth and network, the network is the key for every class on which it agrees
 * with the truth on this frame, and the truth for the others, whose pixels go on top. With the truth alone, the
 * truth. With the network alone, the network, and classes it is unsure of are not scored. Specks are
 * taken out of the network's mask first.
 *
 * @throws GradingError `no_key` when no mask is given, `raster` when the masks' sizes differ.
 */
export function keyChoose(request: KeyRequest): KeyChoice {
  const { truth, expert } = request;
  const network = request.network === null ? null : maskDespeckle(request.network);
  rastersCheck([truth, network, expert ?? null]);
  if (expert) return choiceOf(expert, 'expert', () => ({ verdict: 'expert' }));
  if (truth !== null && network !== null) return choiceChecked(request, truth, network);
  if (truth !== null) return choiceOf(truth, 'phantom_truth', () => ({ verdict: 'truth_alone' }));
  if (network !== null) return choiceUnchecked(request, network);
  throw new GradingError(
    'no_key',
    'There is nothing to grade by yet: wait until the network has read the image.',
  );
}

function choiceChecked(request: KeyRequest, truth: Mask, network: Mask): KeyChoice {
  const threshold = request.agreementThreshold ?? AGREEMENT_THRESHOLD;
  const judged = choiceOf(network, 'network', (finding) => {
    const agreement = agreementMeasure(truth, network, finding, toleranceOf(request, finding));
    const agrees = agreement >= threshold;
    return {
      verdict: agrees ? 'network_agrees' : 'network_disagrees',
      provenance: agrees ? 'network' : 'phantom_truth',
      agreement,
      threshold,
      confidence: confidenceOf(request, network, finding),
    };
  });
  const fallen = judged.classes.filter((item) => item.provenance === 'phantom_truth');
  return {
    key: {
      mask: maskCompose(network, truth, new Set(fallen.map((item) => FINDING_INDEX[item.finding]))),
      provenance: 'network',
      byClass: Object.fromEntries(fallen.map((item) => [item.finding, item.provenance])),
    },
    classes: judged.classes,
  };
}

function choiceUnchecked(request: KeyRequest, network: Mask): KeyChoice {
  const threshold = request.confidenceThreshold ?? CONFIDENCE_THRESHOLD;
  const choice = choiceOf(network, 'network', (finding) => {
    const confidence = confidenceOf(request, network, finding);
    const unsure = confidence !== null && confidence < threshold;
    return { verdict: unsure ? 'network_unsure' : 'network_alone', confidence, threshold };
  });
  const unsure = choice.classes.filter((item) => item.verdict === 'network_unsure');
  return { ...choice, key: { ...choice.key, notScored: unsure.map((item) => item.finding) } };
}

interface Judgement {
  readonly verdict: KeyVerdict;
  readonly provenance?: Provenance;
  readonly agreement?: number;
  readonly confidence?: number | null;
  readonly threshold?: number;
}

function choiceOf(
  mask: Mask,
  provenance: Provenance,
  judge: (finding: MarkableFinding) => Judgement,
): KeyChoice {
  const classes = MARKABLE_FINDINGS.map((finding): KeyClass => {
    const judged = judge(finding);
    const agreement = judged.agreement ?? null;
    const confidence = judged.confidence ?? null;
    const share = agreement ?? confidence;
    return {
      finding,
      provenance: judged.provenance ?? provenance,
      verdict: judged.verdict,
      agreement,
      confidence,
      text: keySentence(finding, judged.verdict, share, judged.threshold ?? null),
    };
  });
  return { key: { mask, provenance, byClass: {} }, classes };
}

/** What marks equal to the truth would score by the network's class, 0-1; specks of the truth count as nothing. */
function agreementMeasure(truth: Mask, network: Mask, finding: MarkableFinding, toleranceMm: number): number {
  const seen = classSet(network, finding);
  const real = classSet(truth, finding);
  if (classComponents(truth, finding).length === 0 && classComponents(network, finding).length === 0)
    return 1;
  const radius = toleranceMm / truth.sector.mmPerPx;
  const { overlap } = overlapMeasure(real, seen, truth.width, truth.height, radius);
  return classScore(
    overlap,
    findingIsCounted(finding) ? countGrade(countMatch(truth, network, finding)) : null,
  );
}

function toleranceOf(request: KeyRequest, finding: MarkableFinding): number {
  const given = request.toleranceMm;
  return (typeof given === 'number' ? given : given?.[finding]) ?? TOLERANCE_MM[finding];
}

function confidenceOf(request: KeyRequest, network: Mask, finding: MarkableFinding): number | null {
  return request.confidence ? confidenceMean(network, request.confidence, finding) : null;
}

/** The base mask without the given classes, and over it those classes as `over` has them. */
function maskCompose(base: Mask, over: Mask, values: ReadonlySet<number>): Mask {
  if (values.size === 0) return base;
  const classes = base.classes.map((value, at) => {
    const other = over.classes[at]!;
    if (values.has(other)) return other;
    return values.has(value) ? 0 : value;
  });
  return { ...base, classes };
}

/** The mask without components too small to be a finding. */
function maskDespeckle(mask: Mask): Mask {
  const classes = new Uint8Array(mask.classes.length);
  for (const finding of MARKABLE_FINDINGS) {
    for (const pixels of classComponents(mask, finding)) {
      for (const at of pixels) classes[at] = FINDING_INDEX[finding];
    }
  }
  return { ...mask, classes };
}

function rastersCheck(masks: readonly (Mask | null)[]): void {
  const known = masks.filter((mask) => mask !== null);
  const first = known[0];
  if (first === undefined) return;
  if (known.some((mask) => mask.width !== first.width || mask.height !== first.height)) {
    throw new GradingError(
      'raster',
      'The masks to choose a key from have different sizes: resample them first.',
    );
  }
}
