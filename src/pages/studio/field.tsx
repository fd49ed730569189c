import { useId } from 'preact/hooks';
import type { ScenarioProblem } from '../../domain/scenario/error.ts';
import type { ScenarioPath } from '../../domain/scenario/schema-keys.ts';
import { draftProblemsAt } from '../../domain/studio/draft-check.ts';
import type { DraftEdit } from '../../domain/studio/draft-edit.ts';
import { textAt } from '../../domain/studio/draft-parts.ts';
import type { DraftEditor } from './draft-editor.ts';

/** A number of the draft; none is written where the field is empty, or where what stands in it is no number. */
export function DraftNumber({
  editor,
  path,
  label,
  help,
  unit,
}: {
  readonly editor: DraftEditor;
  readonly path: ScenarioPath;
  readonly label: string;
  /** What belongs here, with an example. */
  readonly help: string;
  /** Empty where it has none. */
  readonly unit: string;
}) {
  const id = useId();
  const problems = problemsOf(editor, path);
  const edits = (text: string): readonly DraftEdit[] => {
    const value = text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'));
    return [{ path, value: Number.isFinite(value) ? value : undefined }];
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <span class="studio-number">
        <input
          id={id}
          type="text"
          inputMode="decimal"
          defaultValue={textAt(editor.values.value, path)}
          aria-describedby={`${id}-help`}
          aria-invalid={problems.length > 0}
          onInput={({ currentTarget }) => editor.edit(edits(currentTarget.value), path.join('/'))}
        />
        {unit}
      </span>
      <FieldHelp id={`${id}-help`} help={help} problems={problems} />
    </div>
  );
}

/** A text of the draft, with what it is for and, at once, what is wrong with it. */
export function DraftField({
  editor,
  path,
  label,
  help,
  isLong = false,
}: {
  readonly editor: DraftEditor;
  readonly path: ScenarioPath;
  readonly label: string;
  /** What belongs here, with an example. */
  readonly help: string;
  readonly isLong?: boolean;
}) {
  const id = useId();
  const name = path.join('/');
  const value = textAt(editor.values.value, path);
  const problems = problemsOf(editor, path);
  const given = {
    id,
    value,
    'aria-describedby': `${id}-help`,
    'aria-invalid': problems.length > 0,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
      editor.edit([{ path, value: event.currentTarget.value }], name),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {isLong ? <textarea rows={3} {...given} /> : <input type="text" {...given} />}
      <FieldHelp id={`${id}-help`} help={help} problems={problems} />
    </div>
  );
}

function problemsOf(editor: DraftEditor, path: ScenarioPath): readonly ScenarioProblem[] {
  return draftProblemsAt(editor.history.value.now.text, editor.check.value.problems, path);
}

function FieldHelp({
  id,
  help,
  problems,
}: {
  readonly id: string;
  readonly help: string;
  readonly problems: readonly ScenarioProblem[];
}) {
  return (
    <div id={id} class="stack small">
      <p class="soft">{help}</p>
      {problems.map(({ sentence }) => (
        <p key={sentence} class="studio-problem">
          {sentence}
        </p>
      ))}
    </div>
  );
}
