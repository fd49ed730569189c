import { useId } from 'preact/hooks';
import type { ScenarioPath } from '../../domain/scenario/schema-keys.ts';
import { draftProblemsAt } from '../../domain/studio/draft-check.ts';
import { textAt } from '../../domain/studio/draft-parts.ts';
import type { DraftEditor } from './draft-editor.ts';

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
  const problems = draftProblemsAt(editor.history.value.text, editor.check.value.problems, path);
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
      <div id={`${id}-help`} class="stack small">
        <p class="soft">{help}</p>
        {problems.map(({ sentence }) => (
          <p key={sentence} class="studio-problem">
            {sentence}
          </p>
        ))}
      </div>
    </div>
  );
}
