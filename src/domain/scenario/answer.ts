import type { MarkableFinding } from '../findings/finding.ts';
import type { Mask } from '../frame/frame.ts';
import { blasMeasure } from '../grading/blas.ts';
import type { Key, Provenance } from '../grading/grade.ts';
import { aLinesCount, bLinesCount, type CountRange } from '../grading/key/key-count.ts';
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
  /** Of a choice on which two experts differ: what is right as well. */
  readonly also?: string;
  /** Whether two experts counted differently. */
  readonly isDisputed?: boolean;
  readonly provenance: Provenance | 'author';
}

export interface ReplyGrade {
  /** 0, 50 or 100; null when the image does not tell what is right. */
  readonly score: number | null;
  /** Null too of a chest of which no zone was read, where the score is 0. */
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
  const isOffered = (one: Answer['value'] | undefined): boolean => options.some(({ value }) => value === one);
  if (read?.also !== undefined && isOffered(read.also)) {
    return isOffered(read.value) ? read : { value: read.also, provenance: read.provenance };
  }
  return isOffered(read?.value) ? read : null;
}

/** Grades a reply: full credit within the tolerance, half in the band where experts disagree. */
export function replyGrade(
  question: NumberQuestion | ChoiceQuestion,
  reply: number | string,
  facts: AnswerFacts | null,
): ReplyGrade {
  const expected = answerExpected(question, facts);
  if (expected === null) return { score: isUnread(question, facts) ? 0 : null, expected };
  if (question.kind === 'choice') {
    const isRight = reply === expected.value || reply === expected.also || zoneIsSick(question, reply, facts);
    return { score: isRight ? 100 : 0, expected: isRight ? { ...expected, value: reply } : expected };
  }
  const off = typeof reply === 'number' ? distanceFrom(expected, reply) : Number.NaN;
  // Where two experts counted differently, one more or less than either is not far off.
  const half = Math.max(question.halfCreditWithin, expected.isDisputed === true ? question.tolerance + 1 : 0);
  const score = off <= question.tolerance ? 100 : off <= half ? 50 : 0;
  return { score, expected };
}

/** Whether it is asked what a chest shows that was to be surveyed, and of which no zone was read: the learner left it undone. */
function isUnread(question: NumberQuestion | ChoiceQuestion, facts: AnswerFacts | null): boolean {
  if (question.kind === 'number' || !('from' in question.answer)) return false;
  const { from } = question.answer;
  return (from === 'blue_profile' || from === 'blue_cause') && facts?.zones?.size === 0;
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
    case 'b_line_count':
      return { ...countRead(key, bLinesCount), provenance: from('b_line') };
    case 'a_line_count':
      return { ...countRead(key, aLinesCount), provenance: from('a_line') };
    case 'blas_percent':
      return { ...blasRead(key), provenance: from('b_line') };
    case 'pattern':
      return { ...patternOf(facts), provenance: from('b_line') };
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

/** A number of lines; where two experts drew the key, from the fewest to the most that is right by either. */
function countRead(key: Key, count: (key: Key) => CountRange): Omit<Answer, 'provenance'> {
  const ranges = (key.readings ?? [key]).map((one) => count(one));
  const counts = ranges.map((range) => range.count);
  return {
    value: Math.max(...counts),
    least: Math.min(...ranges.map(({ least }) => least)),
    most: Math.max(...ranges.map(({ most }) => most)),
    ...(new Set(counts).size > 1 && { isDisputed: true }),
  };
}

/** The share of both experts, where two drew the key: their mean, and all between them is right. */
function blasRead(key: Key): Omit<Answer, 'provenance'> {
  if (key.readings === undefined) return { value: blasPercent(key.mask) };
  const shares = key.readings.map(({ mask }) => blasPercent(mask));
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return { value: Math.round(10 * mean) / 10, least: Math.min(...shares), most: Math.max(...shares) };
}

/** What the first expert's key shows, and the second's where it differs. */
function patternOf(facts: AnswerFacts): Omit<Answer, 'provenance'> {
  const { readings } = facts.key;
  if (readings === undefined) return { value: patternRead(facts) };
  const [value, also] = readings.map((key) => patternRead({ ...facts, key }));
  return { value: value!, ...(also !== undefined && also !== value && { also }) };
}

/** B-line artefact score along the scan lines in percent, to one decimal: the figure that the feedback shows too. */
function blasPercent(mask: Mask): number {
  return Math.round(blasMeasure(mask).scanline * 1000) / 10;
}
