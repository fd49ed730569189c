import { MARKABLE_FINDINGS, type MarkableFinding } from '../findings/finding.ts';
import type { Truth } from '../frame/frame.ts';
import { bLinesCount, findingsSeen } from '../grading/key/key-count.ts';
import type { MModeSign } from '../scan/scan-truth.ts';
import type { AnswerFacts } from './answer-facts.ts';
import type { LungPattern, SlidingExtent, SlidingSide } from './answer-source.ts';

/**
 * From this many B-lines between two ribs on, they are a pattern of their own: Volpicelli et al. 2012,
 * International evidence-based recommendations for point-of-care lung ultrasound, Intensive Care Med 38:577.
 */
export const B_PATTERN_MIN = 3;

/** The classes that an image shows, in mask order. */
export function findingsInView({ key }: AnswerFacts): readonly MarkableFinding[] {
  return MARKABLE_FINDINGS.filter((finding) => findingsSeen(key, finding).length > 0);
}

/**
 * The one word for what the lung shows; of several findings the gravest names it. One or two B-lines between
 * two ribs are found in healthy lungs, and leave the pattern that of A-lines.
 */
export function patternRead({ key }: AnswerFacts): LungPattern {
  const shows = (finding: MarkableFinding) => findingsSeen(key, finding).length > 0;
  if (shows('consolidation')) return 'consolidation';
  if (shows('pleural_effusion')) return 'effusion';
  if (shows('b_line_confluence')) return 'confluence';
  const most = Math.max(...key.windows.map((_, window) => bLinesCount(key, window).count));
  return most >= B_PATTERN_MIN ? 'b_lines' : 'a_lines';
}

/** The part of the pleura in the image that slides; null where there is none, or the source does not know. */
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
 * The part of the pleural line in the image that slides: of a lung point, the side on which the lung is. Null where there is no pleura,
 * where both signs are on both sides, or the source does not know.
 */
export function slidingSideRead(truth: Truth | null): SlidingSide | null {
  const sliding = slidingRead(truth);
  if (sliding === null) return null;
  if (sliding !== 'in_part') return sliding === 'yes' ? 'all' : 'none';
  const spans = truth?.scan?.mMode ?? [];
  const middleOf = (sign: MModeSign): number | null => {
    const own = spans.filter(({ shows }) => shows === sign);
    const length = own.reduce((sum, { from, to }) => sum + to - from, 0);
    return length === 0
      ? null
      : own.reduce((sum, { from, to }) => sum + (to * to - from * from) / 2, 0) / length;
  };
  const edge = middleOf('lung_point');
  const slides = middleOf('seashore') ?? edge;
  const still = middleOf('barcode') ?? edge;
  if (slides === null || still === null || slides === still) return null;
  return slides < still ? 'left' : 'right';
}

/**
 * The sign that M-mode shows on a scan line.
 *
 * @param lateral -1 the first scan line, 1 the last
 * @returns null where the source does not know
 */
export function lineSignRead(truth: Truth | null, lateral: number): MModeSign | null {
  const spans = truth?.scan?.mMode ?? [];
  return spans.find(({ from, to }) => lateral >= from && lateral <= to)?.shows ?? null;
}
