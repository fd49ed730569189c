import type { CourseInteraction } from './course-interaction.ts';
import type { CourseFacts } from './course-progress.ts';
import { isoDuration, scorm12Timespan } from './time.ts';

/** Value of an element of the run-time data, e.g. `cmi.core.score.raw`. */
export type ScormValue = readonly [element: string, value: string];

/** How a launch ends: for good, to be gone on with, or because its time was over. */
export type CourseExit = 'done' | 'suspend' | 'time-out';

/** What a run-time of SCORM is told beside the interactions. */
export interface ScormReport {
  readonly facts: CourseFacts;
  /** Characters for the next launch. */
  readonly suspended: string;
  /** Where the learner is, as the course system may show it: the id of a scenario, or nothing. */
  readonly location: string;
  /** Seconds since the launch. */
  readonly sessionS: number;
  readonly exit: CourseExit;
  /** Whether the course system asks for a score of its own. */
  readonly isScoreAskedFor: boolean;
}

/**
 * The score that may be told, 0-100. A run-time that asks for one compares whatever score it has with it when the launch
 * ends, and writes passed or failed over what it was told (SCORM 1.2 at `cmi.core.lesson_status`, SCORM 2004 at
 * `cmi.success_status`). Moodle opens an attempt that failed that way only to be looked back at, so the score of what is
 * half done is not told there.
 */
function scoreTold({ facts, isScoreAskedFor }: ScormReport): number | null {
  return isScoreAskedFor && !facts.isComplete ? null : facts.score;
}

/** Longest texts that SCORM 1.2 (CMIString255) and 2004 promise to keep. */
const TEXT_12 = 255;
const TEXT_2004 = 250;
const ANSWER_2004 = 4000;

/** Elements of SCORM 1.2 for a report, in the order in which they are set. */
export function scorm12Values(report: ScormReport): readonly ScormValue[] {
  const { facts, suspended, location, sessionS, exit } = report;
  const score = scoreTold(report);
  const status = !facts.isComplete
    ? 'incomplete'
    : facts.isPassed === null
      ? 'completed'
      : facts.isPassed
        ? 'passed'
        : 'failed';
  return [
    ...(score === null
      ? []
      : ([
          ['cmi.core.score.min', '0'],
          ['cmi.core.score.max', '100'],
          ['cmi.core.score.raw', decimal(score, 2)],
        ] as const)),
    ['cmi.core.lesson_status', status],
    ['cmi.core.lesson_location', location.slice(0, TEXT_12)],
    ['cmi.suspend_data', suspended],
    ['cmi.core.session_time', scorm12Timespan(sessionS)],
    ['cmi.core.exit', exit === 'done' ? '' : exit],
  ];
}

/** The same for SCORM 2004. */
export function scorm2004Values(report: ScormReport): readonly ScormValue[] {
  const { facts, suspended, location, sessionS, exit } = report;
  const score = scoreTold(report);
  return [
    ...(score === null
      ? []
      : ([
          ['cmi.score.scaled', decimal(score / 100, 4)],
          ['cmi.score.raw', decimal(score, 2)],
          ['cmi.score.min', '0'],
          ['cmi.score.max', '100'],
        ] as const)),
    ['cmi.progress_measure', decimal(facts.done, 4)],
    ['cmi.completion_status', facts.isComplete ? 'completed' : 'incomplete'],
    ['cmi.success_status', facts.isPassed === null ? 'unknown' : facts.isPassed ? 'passed' : 'failed'],
    ['cmi.location', location.slice(0, TEXT_2004)],
    ['cmi.suspend_data', suspended],
    ['cmi.session_time', isoDuration(sessionS)],
    ['cmi.exit', exit === 'done' ? 'normal' : exit],
  ];
}

/** Elements of SCORM 1.2 for the interaction at an index. Its choices are single letters there: `a` is the first option. */
export function scorm12Interaction(one: CourseInteraction, index: number): readonly ScormValue[] {
  const at = `cmi.interactions.${index}`;
  const letter = (value: string | null): string => {
    const place = one.options.findIndex((option) => option.value === value);
    return place < 0 || place >= LETTERS.length ? '' : LETTERS[place]!;
  };
  const answered =
    one.kind === 'choice'
      ? letter(answeredText(one))
      : one.kind === 'numeric'
        ? numeric(answeredText(one))
        : answeredText(one);
  const right = one.right === null ? '' : one.kind === 'choice' ? letter(one.right) : numeric(one.right);
  return [
    [`${at}.id`, interactionId(one)],
    [`${at}.type`, one.kind],
    [`${at}.time`, clockTime(one.atMs)],
    [`${at}.weighting`, decimal(one.weight, 2)],
    ...(right === '' ? [] : ([[`${at}.correct_responses.0.pattern`, right]] as const)),
    ...(answered === '' ? [] : ([[`${at}.student_response`, answered.slice(0, TEXT_12)]] as const)),
    [`${at}.result`, interactionResult(one, 'wrong')],
    [`${at}.latency`, scorm12Timespan(one.latencyS)],
  ];
}

/** The same for SCORM 2004, where choices keep their names and what was asked is told. */
export function scorm2004Interaction(one: CourseInteraction, index: number): readonly ScormValue[] {
  const at = `cmi.interactions.${index}`;
  const answered = one.kind === 'performance' ? answeredText(one) : shortName(answeredText(one), one.kind);
  const right =
    one.right === null ? '' : one.kind === 'numeric' ? numeric(one.right) : shortName(one.right, one.kind);
  return [
    [`${at}.id`, interactionId(one)],
    [`${at}.type`, one.kind],
    [`${at}.timestamp`, new Date(one.atMs).toISOString().replace(/\.(\d\d)\dZ$/, '.$1Z')],
    [`${at}.weighting`, decimal(one.weight, 4)],
    ...(right === ''
      ? []
      : ([
          [`${at}.correct_responses.0.pattern`, one.kind === 'numeric' ? `${right}[:]${right}` : right],
        ] as const)),
    ...(answered === '' ? [] : ([[`${at}.learner_response`, answered.slice(0, ANSWER_2004)]] as const)),
    [`${at}.result`, interactionResult(one, 'incorrect')],
    [`${at}.latency`, isoDuration(one.latencyS)],
    [`${at}.description`, one.asked.slice(0, TEXT_2004)],
  ];
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** What of a scenario and a step may stand in an identifier of both versions. */
export function interactionId({
  scenarioId,
  stepId,
}: Pick<CourseInteraction, 'scenarioId' | 'stepId'>): string {
  return `${scenarioId}_${stepId}`.replace(/[^A-Za-z0-9_.-]+/g, '_').slice(0, TEXT_2004);
}

/** Names and values as SCORM 2004 and xAPI write a performance: `hits[.]2[,]misses[.]1`. */
export function answeredText({ answered }: Pick<CourseInteraction, 'answered'>): string {
  if (typeof answered === 'string') return answered;
  return answered.map(([name, value]) => `${name}[.]${value}`).join('[,]');
}

/** A reply to a question is right or wrong; how well something was done is a number, 0-1. */
function interactionResult({ kind, score }: CourseInteraction, wrong: string): string {
  if (score === null) return 'neutral';
  if (kind !== 'performance' && score === 100) return 'correct';
  if (score === 0) return wrong;
  return decimal(score / 100, 4);
}

/** Of what SCORM 2004 allows in a short identifier Moodle takes letters, digits, dots and underscores alone. */
function shortName(text: string, kind: CourseInteraction['kind']): string {
  return kind === 'numeric' ? numeric(text) : text.replace(/[^A-Za-z0-9_.]+/g, '_');
}

/** Empty where the text is no number. */
function numeric(text: string): string {
  return text === '' || !Number.isFinite(Number(text)) ? '' : decimal(Number(text), 4);
}

function decimal(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}

/** `HH:MM:SS` of the clock where the page is (CMITime). */
function clockTime(atMs: number): string {
  const date = new Date(atMs);
  return [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map((value) => String(value).padStart(2, '0'))
    .join(':');
}
