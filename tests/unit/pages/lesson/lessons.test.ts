import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { termsWithout } from '../../../../src/domain/medicine/term.ts';
import { LESSON_COURSES } from '../../../../src/domain/scenario/course.ts';
import { medicineParse } from '../../../../src/domain/scenario/medicine-parse.ts';
import { lessonOf } from '../../../../src/pages/lesson/content/lessons.ts';
import { CONTROLS } from '../../../../src/pages/lesson/controls.ts';
import {
  type ControlId,
  type ControlValue,
  type LessonStep,
  type Until,
  untilMet,
} from '../../../../src/pages/lesson/lesson.ts';
import { lessonAfter, lessonBegin } from '../../../../src/pages/lesson/lesson-progress.ts';
import { scenarioAfter } from '../../../../src/pages/lesson/scenario-after.ts';
import { say } from '../../../../src/ui/words/say.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const REGISTER = 'docs/medicine.yaml';
const { statements } = medicineParse(readFileSync(join(ROOT, REGISTER), 'utf8'), REGISTER);

/** All values that a control can take. */
function valuesOf(id: ControlId): readonly ControlValue[] {
  const control = CONTROLS[id];
  if (control.kind === 'switch') return [true, false];
  if (control.kind === 'choice') return control.options;
  const steps = Math.round((control.most - control.least) / control.step);
  return Array.from({ length: steps + 1 }, (_, i) => Number((control.least + i * control.step).toFixed(3)));
}

function valueMeeting(until: Until, id: ControlId): ControlValue | undefined {
  return valuesOf(id).find((value) => untilMet(until, value));
}

const lessons = LESSON_COURSES.map((id) => [id, lessonOf(id)!] as const);

test('an unknown lesson is none', () => {
  expect(lessonOf('knitting')).toBeNull();
  expect(lessonOf('constructor')).toBeNull();
});

describe.each(lessons)('%s', (id, lesson) => {
  test('is found by its id', () => {
    expect(lesson.id).toBe(id);
  });

  test('sets every control at its start to a value that it has', () => {
    for (const control of lesson.controls) expect(valuesOf(control)).toContain(lesson.start[control]);
    for (const step of lesson.steps) {
      if (step.kind === 'try') expect(lesson.controls).toContain(step.control);
    }
  });

  test('has steps with one thing left to do, which can be done, one after the other', () => {
    let progress = lessonBegin(lesson);
    for (const [i, step] of lesson.steps.entries()) {
      expect(progress.step).toBe(i);
      expect(progress.done[i]).toBe(false);
      if (step.kind === 'pair') {
        progress = lessonAfter(lesson, progress, { type: 'pick', picture: step.right });
      } else {
        const { control, until } = step;
        expect(untilMet(until, progress.values[control]), `${i + 1}: ${control}`).toBe(false);
        const value = valueMeeting(until, control);
        expect(value, `${i + 1}: ${control}`).toBeDefined();
        progress = lessonAfter(lesson, progress, { type: 'set', control, value: value! });
      }
      expect(progress.done[i]).toBe(true);
      progress = lessonAfter(lesson, progress, { type: 'next' });
    }
    expect(lesson.steps[progress.step]).toBeUndefined();
  });

  test('takes three minutes at most: what is read, at 160 words a minute, and 10 s for each thing to do', () => {
    const texts = lesson.steps.flatMap((step) => [say(step.ask), say(step.answer)]);
    const words = texts.join(' ').split(/\s+/).length;
    expect((words / 160) * 60 + 10 * lesson.steps.length).toBeLessThanOrEqual(180);
  });

  test.each(lesson.steps.map((step): readonly [string, LessonStep] => [step.ask, step]))(
    '%s rests on statements that speak of each of its terms',
    (_, { ask, answer, sources }) => {
      expect(sources.filter((source) => !statements.has(source))).toEqual([]);
      const says = sources.map((source) => statements.get(source)!.says);
      expect(termsWithout(say(ask), says)).toEqual([]);
      expect(termsWithout(say(answer), says)).toEqual([]);
    },
  );

  test('its title and its sentence use no term that its steps do not explain', () => {
    const says = lesson.steps.flatMap(({ sources }) => sources.map((source) => statements.get(source)!.says));
    expect(termsWithout(`${say(lesson.title)} ${say(lesson.intro)}`, says)).toEqual([]);
  });
});

describe('the progress', () => {
  const lesson = lessonOf('ribs-and-pleura')!;

  test('a step that was done stays done, and keeps its control where it was put when one comes back', () => {
    let progress = lessonBegin(lesson);
    progress = lessonAfter(lesson, progress, { type: 'set', control: 'ribs', value: false });
    progress = lessonAfter(lesson, progress, { type: 'set', control: 'ribs', value: true });
    expect(progress.done[0]).toBe(true);
    progress = lessonAfter(lesson, progress, { type: 'next' });
    progress = lessonAfter(lesson, progress, { type: 'set', control: 'shadowDb', value: 20 });
    progress = lessonAfter(lesson, progress, { type: 'back' });
    expect([progress.step, progress.values.shadowDb]).toEqual([0, 20]);
  });

  test('moving another control does no step', () => {
    const progress = lessonAfter(lesson, lessonBegin(lesson), {
      type: 'set',
      control: 'pleura',
      value: false,
    });
    expect(progress.done).not.toContain(true);
    expect(progress.values.pleura).toBe(false);
  });

  test('before the first step there is none, after the last neither, and again begins anew', () => {
    const begun = lessonBegin(lesson);
    expect(lessonAfter(lesson, begun, { type: 'back' })).toEqual(begun);
    let progress = begun;
    for (const _ of [...lesson.steps, 'one more']) progress = lessonAfter(lesson, progress, { type: 'next' });
    expect(progress.step).toBe(lesson.steps.length);
    expect(lessonAfter(lesson, progress, { type: 'again' })).toEqual(begun);
  });

  test('the picture that was picked first counts', () => {
    const pairs = lessonOf('b-lines')!;
    let progress = { ...lessonBegin(pairs), step: 4 };
    progress = { ...lessonAfter(pairs, progress, { type: 'pick', picture: 0 }) };
    progress = { ...lessonAfter(pairs, progress, { type: 'pick', picture: 1 }) };
    expect(progress.picked[4]).toBe(0);
  });
});

describe('the scenario that follows', () => {
  const lesson = { id: 'a-lines', scenario: 'old' } as const;

  test('is the first of the course of its name', () => {
    const cards = [
      { id: 'old', course: 'basics', lesson: 1 },
      { id: 'second', course: 'a-lines', lesson: 2 },
      { id: 'first', course: 'a-lines', lesson: 1 },
    ];
    expect(scenarioAfter(lesson, cards)?.id).toBe('first');
  });

  test('or the one it names, or none', () => {
    expect(scenarioAfter(lesson, [{ id: 'old', course: 'basics', lesson: 1 }])?.id).toBe('old');
    expect(scenarioAfter(lesson, [])).toBeNull();
  });
});
