import { FINDING_INDEX, type MarkableFinding } from '../findings/finding.ts';
import type { Mask, Truth } from '../frame/frame.ts';
import { maskResample } from '../frame/mask.ts';
import { beamFromMm, sectorFit } from '../geometry/sector.ts';
import { blasMeasure } from '../grading/blas.ts';
import type { Key, Provenance } from '../grading/grade.ts';
import { instancesFind } from '../grading/instances.ts';
import type { AnswerSource, LungPattern } from './answer-source.ts';
import type { ChoiceQuestion, NumberQuestion } from './scenario.ts';

/** What a frozen image tells. */
export interface AnswerFacts {
  readonly truth: Truth | null;
  readonly key: Key;
}

/** The right answer, and whose word it is; `author` where a scenario states it. */
export interface Answer {
  readonly value: number | string;
  readonly provenance: Provenance | 'author';
}

export interface ReplyGrade {
  /** 0, 50 or 100; null when the image does not tell what is right. */
  readonly score: number | null;
  readonly expected: Answer | null;
}

/** Masks are measured on the raster on which marks are graded. */
const GRADING_PX = 256;

/**
 * From this many B-lines between two ribs on, they are a pattern of their own: Volpicelli et al. 2012,
 * International evidence-based recommendations for point-of-care lung ultrasound, Intensive Care Med 38:577.
 */
const B_PATTERN_MIN = 3;

/** The right reply to a question; null when the image does not tell. `facts` is null outside rounds. */
export function answerExpected(
  question: NumberQuestion | ChoiceQuestion,
  facts: AnswerFacts | null,
): Answer | null {
  if (question.kind === 'number') {
    const { answer } = question;
    return typeof answer === 'number' ? { value: answer, provenance: 'author' } : answerRead(answer, facts);
  }
  const { answer, options } = question;
  if ('value' in answer) return { value: answer.value, provenance: 'author' };
  const read = answerRead(answer.from, facts);
  return options.some(({ value }) => value === read?.value) ? read : null;
}

/** Grades a reply: full credit within the tolerance, half in the band where experts disagree. */
export function replyGrade(
  question: NumberQuestion | ChoiceQuestion,
  reply: number | string,
  facts: AnswerFacts | null,
): ReplyGrade {
  const expected = answerExpected(question, facts);
  if (expected === null) return { score: null, expected };
  if (question.kind === 'choice') return { score: reply === expected.value ? 100 : 0, expected };
  const off = typeof reply === 'number' ? Math.abs(reply - Number(expected.value)) : Number.NaN;
  const score = off <= question.tolerance ? 100 : off <= question.halfCreditWithin ? 50 : 0;
  return { score, expected };
}

/** Whether a reply can be taken at all: a number within the bounds, or one of the options. */
export function replyIsPossible(question: NumberQuestion | ChoiceQuestion, reply: unknown): boolean {
  return question.kind === 'number'
    ? typeof reply === 'number' && reply >= question.min && reply <= question.max
    : question.options.some(({ value }) => value === reply);
}

function answerRead(source: AnswerSource, facts: AnswerFacts | null): Answer | null {
  if (facts === null) return null;
  const { truth, key } = facts;
  const mask = truth?.mask ?? key.mask;
  const from = (finding: MarkableFinding): Provenance =>
    truth !== null ? 'phantom_truth' : (key.byClass[finding] ?? key.provenance);
  switch (source) {
    case 'b_line_count':
      return { value: bLinesCount(facts), provenance: from('b_line') };
    case 'a_line_count':
      return {
        value: truth?.aLines.length ?? instancesFind(key.mask, 'a_line').length,
        provenance: from('a_line'),
      };
    case 'blas_percent':
      return { value: blasPercent(mask), provenance: from('b_line') };
    case 'pattern':
      return { value: patternRead(facts), provenance: from('b_line') };
    case 'sliding':
      return truth === null ? null : { value: truth.sliding ? 'yes' : 'no', provenance: 'phantom_truth' };
  }
}

/** B-lines that stand apart; merged ones cannot be counted. */
function bLinesCount({ truth, key }: AnswerFacts): number {
  if (truth === null) return instancesFind(key.mask, 'b_line').length;
  return truth.bLines.filter(({ confluent }) => !confluent).length;
}

/** B-line artefact score along the scan lines in percent, to one decimal. */
function blasPercent(mask: Mask): number {
  const raster = maskResample(mask, sectorFit(mask.sector, GRADING_PX), GRADING_PX);
  return Math.round(blasMeasure(raster).scanline * 1000) / 10;
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
