import { FINDING_INDEX, MARKABLE_FINDINGS, type MarkableFinding } from '../findings/finding.ts';
import type { Truth } from '../frame/frame.ts';
import { beamFromMm } from '../geometry/sector.ts';
import { countedFind } from '../grading/instances.ts';
import type { MModeSign } from '../patient/scan-truth.ts';
import type { AnswerFacts } from './answer-facts.ts';
import type { LungPattern, SlidingExtent } from './answer-source.ts';

/**
 * From this many B-lines between two ribs on, they are a pattern of their own: Volpicelli et al. 2012,
 * International evidence-based recommendations for point-of-care lung ultrasound, Intensive Care Med 38:577.
 */
const B_PATTERN_MIN = 3;

/** Fewer pixels than this share of the image are a corner of something, and not in view. */
const SEEN_SHARE = 0.0002;

/** The classes that an image shows, in mask order. */
export function findingsInView({ truth, key }: AnswerFacts): readonly MarkableFinding[] {
  const { classes } = truth?.mask ?? key.mask;
  const counts = new Uint32Array(MARKABLE_FINDINGS.length + 1);
  for (const value of classes) counts[value]! += 1;
  const least = SEEN_SHARE * classes.length;
  return MARKABLE_FINDINGS.filter((finding) => counts[FINDING_INDEX[finding]]! > least);
}

/** B-lines that stand apart; merged ones cannot be counted. */
export function bLinesCount({ truth, key }: AnswerFacts): number {
  if (truth === null) return countedFind(key.mask, 'b_line').length;
  return truth.bLines.filter(({ confluent }) => !confluent).length;
}

/**
 * The one word for what the lung shows; of several findings the gravest names it. One or two B-lines between
 * two ribs are found in healthy lungs, and leave the pattern that of A-lines.
 */
export function patternRead(facts: AnswerFacts): LungPattern {
  const { classes } = facts.truth?.mask ?? facts.key.mask;
  const shows = (finding: MarkableFinding) => classes.includes(FINDING_INDEX[finding]);
  if (shows('consolidation')) return 'consolidation';
  if (shows('pleural_effusion')) return 'effusion';
  if (shows('b_line_confluence')) return 'confluence';
  return bLinesBetweenRibs(facts) >= B_PATTERN_MIN ? 'b_lines' : 'a_lines';
}

/** The largest number of separate B-lines in one intercostal space. */
function bLinesBetweenRibs(facts: AnswerFacts): number {
  const { truth } = facts;
  if (truth === null) return bLinesCount(facts);
  const { sector } = truth.mask;
  const spaces = truth.pleura
    .filter((line) => line.length > 0)
    .map((line) => line.map((point) => beamFromMm(sector, point).lateral))
    .map((laterals) => ({ from: Math.min(...laterals), to: Math.max(...laterals), count: 0 }));
  if (spaces.length === 0) return bLinesCount(facts);
  for (const { lateral, confluent } of truth.bLines) {
    if (confluent) continue;
    const away = (space: { from: number; to: number }) =>
      Math.max(space.from - lateral, lateral - space.to, 0);
    const nearest = spaces.reduce((best, space) => (away(space) < away(best) ? space : best));
    nearest.count += 1;
  }
  return Math.max(...spaces.map(({ count }) => count));
}

/** How much of the pleura in the image slides; null where there is none, or the source does not know. */
export function slidingRead(truth: Truth | null): SlidingExtent | null {
  if (truth === null) return null;
  if (truth.scan === undefined) return truth.sliding ? 'yes' : 'no';
  const shown = new Set(truth.scan.mMode.map(({ shows }) => shows));
  shown.delete('no_pleura');
  if (shown.size === 0) return null;
  if (shown.size > 1 || shown.has('lung_point')) return 'in_part';
  return shown.has('seashore') ? 'yes' : 'no';
}

/**
 * What M-mode shows on a scan line.
 *
 * @param lateral -1 the first scan line, 1 the last
 * @returns null where the source does not know
 */
export function lineSignRead(truth: Truth | null, lateral: number): MModeSign | null {
  const spans = truth?.scan?.mMode ?? [];
  return spans.find(({ from, to }) => lateral >= from && lateral <= to)?.shows ?? null;
}
