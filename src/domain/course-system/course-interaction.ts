import type { StepResult } from '../learning/progress.ts';
import { tryLatest } from '../learning/progress.ts';
import { catchingCount } from '../proposals/proposals-grade.ts';
import type { GradedStep } from '../scenario/scenario.ts';

/** How much of what was to be marked was found. */
export interface MarksMeasured {
  /** Share of marks and key that lie on one another, 0-1, mean over the findings that were scored. */
  readonly overlap: number;
  /** Findings with marks on them, findings without, and marks where nothing is; lines are counted one by one. */
  readonly hits: number;
  readonly misses: number;
  readonly extras: number;
}

/** One thing that was asked and answered, as course systems list them. */
export interface CourseInteraction {
  readonly scenarioId: string;
  readonly stepId: string;
  /** `performance` is what was done on the image. */
  readonly kind: 'choice' | 'numeric' | 'performance';
  /** What was asked, in the language of the page. */
  readonly asked: string;
  /** The reply to a question, or what was done, as names and values. */
  readonly answered: string | readonly (readonly [name: string, value: string])[];
  /** The right reply; null where there is not just one. */
  readonly right: string | null;
  /** Of a choice. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** 0-100, hints taken off; null when nothing could be scored. */
  readonly score: number | null;
  readonly marks: MarksMeasured | null;
  readonly isSkipped: boolean;
  readonly latencyS: number;
  readonly weight: number;
  /** When it was answered, milliseconds since 1970. */
  readonly atMs: number;
}

/**
 * The answer that was given last to a step.
 *
 * @param asked what the step asks, in words
 */
export function courseInteraction(
  scenarioId: string,
  step: GradedStep,
  result: StepResult,
  asked: string,
  atMs: number,
): CourseInteraction {
  const last = result.practice.at(-1) ?? result.first;
  return {
    scenarioId,
    stepId: step.id,
    asked,
    score: last.score,
    isSkipped: last.isSkipped,
    latencyS: last.elapsedS,
    weight: step.weight,
    atMs,
    ...answerOf(step, result),
  };
}

type Answered = Pick<CourseInteraction, 'kind' | 'answered' | 'right' | 'options' | 'marks'>;

function answerOf(step: GradedStep, result: StepResult): Answered {
  const none = { right: null, options: [], marks: null };
  switch (result.kind) {
    case 'question': {
      const { reply, expected } = tryLatest(result);
      const options =
        step.kind === 'question' && step.reply.kind === 'choice'
          ? step.reply.options
          : step.kind === 'm_mode'
            ? step.options
            : [];
      return {
        ...none,
        kind: options.length > 0 ? 'choice' : 'numeric',
        answered: reply === null ? '' : String(reply),
        right: expected === null ? null : String(expected),
        options: options.map(({ value, label }) => ({ value, label })),
      };
    }
    case 'mark': {
      const { grade, marks } = tryLatest(result);
      const measured = grade === null ? null : marksMeasured(grade.classes);
      return {
        ...none,
        kind: 'performance',
        marks: measured,
        answered: [
          ['marks', String(marks?.length ?? 0)],
          ...(measured === null
            ? []
            : ([
                ['hits', String(measured.hits)],
                ['misses', String(measured.misses)],
                ['extras', String(measured.extras)],
                ['overlap', measured.overlap.toFixed(2)],
              ] as const)),
        ],
      };
    }
    case 'scan': {
      const { isFound, misses } = tryLatest(result);
      return {
        ...none,
        kind: 'performance',
        answered: [
          ['found', isFound ? 'yes' : 'no'],
          ['misses', String(misses)],
        ],
      };
    }
    case 'proposals': {
      const { wrong, caught, right, alarms } = catchingCount(tryLatest(result).judged);
      return {
        ...none,
        kind: 'performance',
        answered: [
          ['errors', String(wrong)],
          ['caught', String(caught)],
          ['right', String(right)],
          ['alarms', String(alarms)],
        ],
      };
    }
    case 'survey': {
      const { visits, left } = tryLatest(result);
      return {
        ...none,
        kind: 'performance',
        answered: [
          ['zones', String(visits.length)],
          ['left', String(left.length)],
        ],
      };
    }
  }
}

type GradedClasses = NonNullable<Extract<StepResult, { kind: 'mark' }>['first']['grade']>['classes'];

/** Null where no class was scored. Of a class that is not counted line by line each of the three is 0 or 1. */
export function marksMeasured(classes: GradedClasses): MarksMeasured | null {
  const scored = classes.filter(({ status }) => status === 'scored');
  if (scored.length === 0) return null;
  let hits = 0;
  let misses = 0;
  let extras = 0;
  for (const { count, precision, recall } of scored) {
    if (count !== null) {
      hits += count.matched;
      misses += count.expected - count.matched;
      extras += count.marked - count.matched;
      continue;
    }
    const isHit = (recall ?? 0) > 0;
    if (isHit) hits += 1;
    else if (recall !== null) misses += 1;
    if (!isHit && precision !== null) extras += 1;
  }
  const overlap = scored.reduce((sum, { overlap: one }) => sum + one, 0) / scored.length;
  return { overlap, hits, misses, extras };
}
