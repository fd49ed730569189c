import { useId } from 'preact/hooks';
import { Choice } from '../../ui/choice.tsx';
import { Slider } from '../../ui/slider.tsx';
import { say } from '../../ui/words/say.ts';
import { type ChoiceControl, CONTROLS } from './controls.ts';
import type { ControlId, ControlValue } from './lesson.ts';

/** More than these are chosen from a list. */
const FACES_MOST = 3;

/** One control of a lesson, as slider, switch or choice. */
export function ControlField({
  id,
  value,
  onSet,
}: {
  readonly id: ControlId;
  readonly value: ControlValue | undefined;
  readonly onSet: (control: ControlId, value: ControlValue) => void;
}) {
  const control = CONTROLS[id];
  const set = (next: ControlValue): void => onSet(id, next);
  if (control.kind === 'range') {
    const number = typeof value === 'number' ? value : control.least;
    return (
      <Slider
        label={say(control.label)}
        value={number}
        min={control.least}
        max={control.most}
        step={control.step}
        show={control.show(number)}
        onChange={set}
      />
    );
  }
  if (control.kind === 'switch') {
    return (
      <label class="switch">
        <input
          type="checkbox"
          checked={value === true}
          onChange={(event) => set(event.currentTarget.checked)}
        />
        <span>{say(control.label)}</span>
      </label>
    );
  }
  return <ChoiceField id={id} control={control} value={value} onSet={set} />;
}

function ChoiceField({
  id,
  control,
  value,
  onSet,
}: {
  readonly id: ControlId;
  readonly control: ChoiceControl;
  readonly value: ControlValue | undefined;
  readonly onSet: (value: string) => void;
}) {
  const own = useId();
  const { label, options, name } = control;
  if (options.length > FACES_MOST) {
    return (
      <div class="field">
        <label for={own}>{say(label)}</label>
        <select id={own} value={String(value)} onChange={(event) => onSet(event.currentTarget.value)}>
          {options.map((option) => (
            <option key={option} value={option}>
              {name(option)}
            </option>
          ))}
        </select>
      </div>
    );
  }
  return (
    <fieldset class="lesson-choice">
      <legend>{say(label)}</legend>
      {options.map((option) => (
        <Choice
          key={option}
          name={`${own}-${id}`}
          value={option}
          isChosen={value === option}
          onPick={() => onSet(option)}
        >
          {name(option)}
        </Choice>
      ))}
    </fieldset>
  );
}
