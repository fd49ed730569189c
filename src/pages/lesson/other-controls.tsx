import { say } from '../../ui/words/say.ts';
import { ControlField } from './control-field.tsx';
import type { ControlId, Lesson, LessonValues } from './lesson.ts';
import type { LessonEvent } from './lesson-progress.ts';

/** Everything else that can be set in a lesson, to try out. */
export function OtherControls({
  lesson,
  shownAbove,
  values,
  send,
}: {
  readonly lesson: Lesson;
  readonly shownAbove: ControlId | null;
  readonly values: LessonValues;
  readonly send: (event: LessonEvent) => void;
}) {
  const others = lesson.controls.filter((control) => control !== shownAbove);
  if (others.length === 0) return null;
  return (
    <details class="card lesson-others">
      <summary>{say('lesson.others')}</summary>
      <div class="stack">
        {others.map((control) => (
          <ControlField
            key={control}
            id={control}
            value={values[control]}
            onSet={(id, value) => send({ type: 'set', control: id, value })}
          />
        ))}
      </div>
    </details>
  );
}
