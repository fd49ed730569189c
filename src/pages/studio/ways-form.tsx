import { type ScenarioPath, valueAt } from '../../domain/scenario/schema-keys.ts';
import { textAt } from '../../domain/studio/draft-parts.ts';
import { type DraftStep, waysFrom } from '../../domain/studio/draft-steps.ts';
import { say } from '../../ui/words/say.ts';
import type { DraftEditor } from './draft-editor.ts';
import { DraftNumber } from './field.tsx';
import { draftStepName } from './step-name.ts';

const CONDITIONS = ['always', 'if_score_below', 'if_score_at_least'] as const;
type Condition = (typeof CONDITIONS)[number];

/** Half of what a step gives. */
const SCORE_FIRST = 50;

/** Where learners go on after a step: by their score in it, or always; to the next step where no way holds. */
export function WaysForm({
  editor,
  steps,
  step,
}: {
  readonly editor: DraftEditor;
  readonly steps: readonly DraftStep[];
  readonly step: DraftStep;
}) {
  const values = editor.values.value;
  const path = [...step.path, 'next'];
  const list = valueAt(path, values);
  const count = Array.isArray(list) ? list.length : 0;
  const add = (): void => {
    const way = { if_score_below: SCORE_FIRST, goto: 'end' };
    editor.edit(count === 0 ? [{ path, value: [way] }] : [{ path: [...path, count], value: way }], null);
  };
  const remove = (at: number): void =>
    editor.edit([{ path: count === 1 ? path : [...path, at], value: undefined }], null);
  return (
    <details open={count > 0}>
      <summary>{count === 0 ? say('studio.ways.none') : say('studio.ways.some', { ways: count })}</summary>
      <div class="stack">
        <p class="soft small">{say('studio.ways.help')}</p>
        {Array.from({ length: count }, (_, at) => (
          <WayForm
            key={at}
            editor={editor}
            steps={steps}
            step={step}
            path={[...path, at]}
            number={at + 1}
            onRemove={() => remove(at)}
          />
        ))}
        <button type="button" class="button" disabled={count >= 6} onClick={add}>
          {say('studio.ways.add')}
        </button>
      </div>
    </details>
  );
}

function WayForm({
  editor,
  steps,
  step,
  path,
  number,
  onRemove,
}: {
  readonly editor: DraftEditor;
  readonly steps: readonly DraftStep[];
  readonly step: DraftStep;
  readonly path: ScenarioPath;
  readonly number: number;
  readonly onRemove: () => void;
}) {
  const values = editor.values.value;
  const has = (key: string): boolean => valueAt([...path, key], values) !== undefined;
  const condition = CONDITIONS.find((one) => one !== 'always' && has(one)) ?? 'always';
  const score = condition === 'always' ? SCORE_FIRST : valueAt([...path, condition], values);
  const conditionSet = (wanted: Condition): void => {
    // `at_most` belongs to a condition.
    const gone = ['if_score_below', 'if_score_at_least', ...(wanted === 'always' ? ['at_most'] : [])];
    const edits = gone.map((key) => ({ path: [...path, key], value: undefined as unknown }));
    if (wanted !== 'always') edits.push({ path: [...path, wanted], value: score });
    editor.edit(edits, null);
  };
  return (
    <fieldset class="studio-way">
      <legend>{say('studio.ways.one', { number })}</legend>
      <label class="field">
        {say('studio.ways.when')}
        <select
          value={condition}
          onChange={({ currentTarget }) =>
            conditionSet(CONDITIONS.find((one) => one === currentTarget.value) ?? 'always')
          }
        >
          {CONDITIONS.map((one) => (
            <option key={one} value={one}>
              {say(`studio.ways.condition.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {condition !== 'always' && (
        <DraftNumber
          key={condition}
          editor={editor}
          path={[...path, condition]}
          label={say('studio.ways.score')}
          help={say('studio.ways.scoreHelp')}
          unit=""
        />
      )}
      <label class="field">
        {say('studio.ways.to')}
        <select
          value={textAt(values, [...path, 'goto'])}
          onChange={({ currentTarget }) =>
            editor.edit([{ path: [...path, 'goto'], value: currentTarget.value }], null)
          }
        >
          {waysFrom(steps, step).map((one) => (
            <option key={one.path.join('/')} value={one.id}>
              {draftStepName(steps, one)}
            </option>
          ))}
          {step.isInner && <option value="next-round">{say('studio.ways.nextImage')}</option>}
          <option value="end">{say('studio.ways.end')}</option>
        </select>
      </label>
      <button type="button" class="button button-quiet" onClick={onRemove}>
        {say('studio.ways.remove', { number })}
      </button>
    </fieldset>
  );
}
