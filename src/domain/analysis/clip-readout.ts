import { FINDING_INDEX } from '../findings/finding.ts';
import type { ImageFacts } from './image-facts.ts';

/** The figures of a clip that readouts weigh: means over its images, each 0-1. */
export const READOUT_TERMS = {
  aLine: ({ shares }) => shares[FINDING_INDEX.a_line]!,
  bLine: ({ shares }) => shares[FINDING_INDEX.b_line]!,
  confluence: ({ shares }) => shares[FINDING_INDEX.b_line_confluence]!,
  rib: ({ shares }) => shares[FINDING_INDEX.rib]!,
  pleura: ({ shares }) => shares[FINDING_INDEX.pleural_line]!,
  effusion: ({ shares }) => shares[FINDING_INDEX.pleural_effusion]!,
  consolidation: ({ shares }) => shares[FINDING_INDEX.consolidation]!,
  aLineRow: ({ aLineRow }) => aLineRow,
  bLineLines: ({ bLineLines }) => bLineLines,
  confluenceLines: ({ confluenceLines }) => confluenceLines,
  nearALine: ({ near }) => near.aLine,
  nearBLine: ({ near }) => near.bLine,
  nearConfluence: ({ near }) => near.confluence,
} as const satisfies Readonly<Record<string, (facts: ImageFacts) => number>>;
export type ReadoutTerm = keyof typeof READOUT_TERMS;

/** Figures of a clip, by term, 0-1. */
export type ClipTerms = Readonly<Record<ReadoutTerm, number>>;

/** A logistic regression on the logarithms of some terms. */
export interface Readout {
  readonly bias: number;
  readonly terms: Readonly<Partial<Record<ReadoutTerm, number>>>;
}

/** What a clip is read for. */
export const READOUT_ASPECTS = ['aLines', 'bLines', 'blas'] as const;
export type ReadoutAspect = (typeof READOUT_ASPECTS)[number];
export type Readouts = Readonly<Record<ReadoutAspect, Readout>>;

/**
 * What all images of a clip say together.
 * - `aLines`: the chance that it shows A-lines and hardly any B-lines, 0-1
 * - `bLines`: the chance that it shows B-lines, separate or merged, 0-1
 * - `blas`: by what the mean B-line artefact score along the scan lines can be ranked, 0-1; it is drawn towards the mean
 *   of simulated clips, so the score itself is measured in masks
 *
 * Chances are those of simulated clips: on recordings they rank, and are not to be taken at their word.
 */
export type ClipReadout = Readonly<Record<ReadoutAspect, number>>;

/** About two specks in the sector: logarithms of less would be of noise. */
const FLOOR_SHARE = 0.0005;

/** Means over the images, of which there is at least one. */
export function clipTermsOf(images: readonly ImageFacts[]): ClipTerms {
  const meanOf = (term: ReadoutTerm): number =>
    images.reduce((sum, facts) => sum + READOUT_TERMS[term](facts), 0) / images.length;
  return Object.fromEntries(
    (Object.keys(READOUT_TERMS) as ReadoutTerm[]).map((term) => [term, meanOf(term)]),
  ) as Record<ReadoutTerm, number>;
}

/** What a readout multiplies its weight of a term with. */
export function termLog(share: number): number {
  return Math.log(share + FLOOR_SHARE);
}

export function readoutOf({ bias, terms }: Readout, clip: ClipTerms): number {
  const sum = Object.entries(terms).reduce(
    (total, [term, weight]) => total + weight * termLog(clip[term as ReadoutTerm]),
    bias,
  );
  return 1 / (1 + Math.exp(-sum));
}

/** In a word: what a person is told of a chance on a recording. */
export type Likelihood = 'likely' | 'unsure' | 'unlikely';

/**
 * On patients the network sees less than on simulated clips, so that a low chance says less than a high one: with 1/3
 * instead of 1/10, A-lines were there in a third of the recordings that were said to have none.
 */
const LIKELY_FROM = 0.5;
const UNLIKELY_TO = 0.1;

/** @param chance 0-1 */
export function likelihoodOf(chance: number): Likelihood {
  return chance >= LIKELY_FROM ? 'likely' : chance <= UNLIKELY_TO ? 'unlikely' : 'unsure';
}

/** Null for a clip of which no image has been looked at. */
export function clipReadout(readouts: Readouts, images: readonly ImageFacts[]): ClipReadout | null {
  if (images.length === 0) return null;
  const clip = clipTermsOf(images);
  return Object.fromEntries(
    READOUT_ASPECTS.map((aspect) => [aspect, readoutOf(readouts[aspect], clip)]),
  ) as Record<ReadoutAspect, number>;
}
