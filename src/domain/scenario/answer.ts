import type { MarkableFinding } from '../findings/finding.ts';
import type { Mask } from '../frame/frame.ts';
import { blasMeasure } from '../grading/blas.ts';
import type { Provenance } from '../grading/grade.ts';
import { aLinesCount, bLinesCount } from '../grading/key/key-count.ts';
import type { MModeSign } from '../scan/scan-truth.ts';
import { blueBranch } from '../survey/blue.ts';
import type { AnswerFacts } from './answer-facts.ts';
import type { AnswerSource } from './answer-source.ts';
import { patternRead, slidingRead, slidingSideRead } from './in-view.ts';
import type { ChoiceOption, ChoiceQuestion, NumberQuestion } from './scenario.ts';

/** The right answer, and whose word it is; `author` where a scenario states it. */
export interface Answer {
  readonly value: number | string;
  /** Of a number on which experts differ for this image: the least and the most that are right as well. */
  readonly least?: number;
  readonly most?: number;
  readonly provenance: Provenance | 'author';
}

export interface ReplyGrade {
  /** 0, 50 or 100; null when the image does not tell what is right. */
  readonly score: number | null;
  readonly expected: Answer | null;
}

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
  if (answer.from === 'sick_zone') return sickZoneExpected(options, facts);
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
  if (question.kind === 'choice') {
    const isRight = reply === expected.value || zoneIsSick(question, reply, facts);
    return { score: isRight ? 100 : 0, expected: isRight ? { ...expected, value: reply } : expected };
  }
  const off = typeof reply === 'number' ? distanceFrom(expected, reply) : Number.NaN;
  const score = off <= question.tolerance ? 100 : off <= question.halfCreditWithin ? 50 : 0;
  return { score, expected };
}

/** How far a number is from the answer, or from the nearest that experts may give. */
function distanceFrom({ value, least, most }: Answer, reply: number): number {
  return Math.max(0, (least ?? Number(value)) - reply, reply - (most ?? Number(value)));
}

/** Whether a reply can be taken at all: a number within the bounds (a whole one of counts), or one of the options. */
export function replyIsPossible(
  question: NumberQuestion | Pick<ChoiceQuestion, 'kind' | 'options'>,
  reply: unknown,
): boolean {
  if (question.kind === 'choice') return question.options.some(({ value }) => value === reply);
  if (typeof reply !== 'number' || (question.isCount && !Number.isInteger(reply))) return false;
  return reply >= question.min && reply <= question.max;
}

/** Zones of several sets overlap, so that more than one option can be right: the first is named. */
function sickZoneExpected(options: readonly ChoiceOption[], facts: AnswerFacts | null): Answer | null {
  const sick = facts?.truth?.scan?.sickZones;
  if (sick === undefined) return null;
  const right = options.find(({ value }) => (sick.length === 0 ? value === 'none' : sick.includes(value)));
  return right === undefined ? null : { value: right.value, provenance: 'phantom_truth' };
}

function zoneIsSick({ answer }: ChoiceQuestion, reply: unknown, facts: AnswerFacts | null): boolean {
  if (!('from' in answer) || answer.from !== 'sick_zone') return false;
  return typeof reply === 'string' && (facts?.truth?.scan?.sickZones.includes(reply) ?? false);
}

/** Grades what was said to be seen in an M-mode by what its line shows; without a score where that is no lung. */
export function signGrade(reply: string | null, shown: MModeSign | null): ReplyGrade {
  if (shown === null || shown === 'no_pleura') return { score: null, expected: null };
  return { score: reply === shown ? 100 : 0, expected: { value: shown, provenance: 'phantom_truth' } };
}

function answerRead(source: Exclude<AnswerSource, 'sick_zone'>, facts: AnswerFacts | null): Answer | null {
  if (facts === null) return null;
  const { truth, key } = facts;
  const from = (finding: MarkableFinding): Provenance =>
    truth !== null ? 'phantom_truth' : (key.byClass[finding] ?? key.provenance);
  switch (source) {
    case 'b_line_count': {
      const { count, least, most } = bLinesCount(key);
      return { value: count, least, most, provenance: from('b_line') };
    }
    case 'a_line_count':
      return { value: aLinesCount(key), provenance: from('a_line') };
    case 'blas_percent':
      return { value: blasPercent(key.mask), provenance: from('b_line') };
    case 'pattern':
      return { value: patternRead(facts), provenance: from('b_line') };
    case 'sliding':
      return truth === null ? null : { value: truth.sliding ? 'yes' : 'no', provenance: 'phantom_truth' };
    case 'lung_sliding': {
      const value = slidingRead(truth);
      return value === null ? null : { value, provenance: 'phantom_truth' };
    }
    case 'sliding_side': {
      const value = slidingSideRead(truth);
      return value === null ? null : { value, provenance: 'phantom_truth' };
    }
    case 'condition_in_view':
      return truth?.scan === undefined ? null : { value: truth.scan.inView, provenance: 'phantom_truth' };
    case 'blue_profile':
    case 'blue_cause': {
      const branch = facts.zones == null ? null : blueBranch(facts.zones);
      const value = source === 'blue_profile' ? branch?.profile : branch?.cause;
      return value === undefined ? null : { value, provenance: 'phantom_truth' };
    }
  }
}

/** B-line artefact score along the scan lines in percent, to one decimal: the figure that the feedback shows too. */
function blasPercent(mask: Mask): number {
  return Math.round(blasMeasure(mask).scanline * 1000) / 10;
}
