import { type ControlId, type ControlValue, type Lesson, type LessonValues, untilMet } from './lesson.ts';

/** How far a learner is in a lesson. */
export interface LessonProgress {
  /** 0 up; as many as there are steps once the lesson is over. */
  readonly step: number;
  /** Of each step whether its one thing was done. */
  readonly done: readonly boolean[];
  readonly values: LessonValues;
  /** The picture that was picked in each step with two of them; null before. */
  readonly picked: readonly (0 | 1 | null)[];
}

export type LessonEvent =
  | { readonly type: 'set'; readonly control: ControlId; readonly value: ControlValue }
  | { readonly type: 'pick'; readonly picture: 0 | 1 }
  | { readonly type: 'next' }
  | { readonly type: 'back' }
  | { readonly type: 'again' };

export function lessonBegin(lesson: Lesson): LessonProgress {
  return stepEnter(lesson, {
    step: 0,
    done: lesson.steps.map(() => false),
    values: lesson.start,
    picked: lesson.steps.map(() => null),
  });
}

/** What a step sets is set when it is come to for the first time, or again before it is done. */
function stepEnter(lesson: Lesson, progress: LessonProgress): LessonProgress {
  const step = lesson.steps[progress.step];
  if (step?.kind !== 'try' || step.set === undefined || progress.done[progress.step]) return progress;
  return { ...progress, values: { ...progress.values, ...step.set } };
}

function at<Value>(values: readonly Value[], index: number, value: Value): readonly Value[] {
  return values.map((one, i) => (i === index ? value : one));
}

export function lessonAfter(lesson: Lesson, progress: LessonProgress, event: LessonEvent): LessonProgress {
  const step = lesson.steps[progress.step];
  switch (event.type) {
    case 'set': {
      const values = { ...progress.values, [event.control]: event.value };
      const isDone =
        step?.kind === 'try' && event.control === step.control && untilMet(step.until, event.value);
      return { ...progress, values, done: isDone ? at(progress.done, progress.step, true) : progress.done };
    }
    case 'pick':
      if (step?.kind !== 'pair' || progress.done[progress.step]) return progress;
      return {
        ...progress,
        picked: at(progress.picked, progress.step, event.picture),
        done: at(progress.done, progress.step, true),
      };
    case 'next':
      if (step === undefined) return progress;
      return stepEnter(lesson, { ...progress, step: progress.step + 1 });
    case 'back':
      return progress.step === 0 ? progress : { ...progress, step: progress.step - 1 };
    case 'again':
      return lessonBegin(lesson);
  }
}
