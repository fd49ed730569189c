import { type ScenarioPath, valueAt } from '../../domain/scenario/schema-keys.ts';
import { textAt } from '../../domain/studio/draft-parts.ts';
import {
  GUIDE_QUESTIONS,
  type GuideQuestion,
  questionAdd,
  questionAt,
} from '../../domain/studio/draft-question.ts';
import { say } from '../../ui/words/say.ts';
import type { DraftEditor } from './draft-editor.ts';
import { DraftField } from './field.tsx';

/** Every text that learners read, and questions about the image. */
export function TextsStep({ editor }: { readonly editor: DraftEditor }) {
  const parts = editor.parts.value;
  const texts: readonly (readonly [
    ScenarioPath | null,
    'briefing' | 'freeze' | 'mark' | 'feedback' | 'debrief',
  ])[] = [
    [parts.briefing, 'briefing'],
    [parts.freeze, 'freeze'],
    [parts.mark, 'mark'],
    [parts.feedback, 'feedback'],
    [parts.debrief, 'debrief'],
  ];
  return (
    <div class="stack">
      <DraftField
        editor={editor}
        path={['title']}
        label={say('studio.field.title')}
        help={say('studio.help.title')}
      />
      <DraftField
        editor={editor}
        path={['summary']}
        label={say('studio.field.summary')}
        help={say('studio.help.summary')}
      />
      {texts.map(
        ([path, name]) =>
          path !== null && (
            <DraftField
              key={name}
              editor={editor}
              path={[...path, 'text']}
              label={say(`studio.field.${name}`)}
              help={say(`studio.help.${name}`)}
              isLong
            />
          ),
      )}
      <h3>{say('studio.question.heading')}</h3>
      <p class="soft small">{say('studio.question.lead')}</p>
      {GUIDE_QUESTIONS.map((question) => (
        <QuestionForm key={question} editor={editor} question={question} />
      ))}
    </div>
  );
}

function QuestionForm({
  editor,
  question,
}: {
  readonly editor: DraftEditor;
  readonly question: GuideQuestion;
}) {
  const values = editor.values.value;
  const parts = editor.parts.value;
  const path = questionAt(values, parts, question);
  return (
    <section class="card stack">
      <label class="studio-check">
        <input
          type="checkbox"
          checked={path !== null}
          onChange={() =>
            editor.edit(
              path !== null
                ? [{ path, value: undefined }]
                : questionAdd(parts, question, {
                    ask: say(`studio.question.${question}.ask`),
                    explain: say(`studio.question.${question}.explain`),
                    options: [say('studio.question.right'), say('studio.question.wrong')],
                  }),
              null,
            )
          }
        />
        <span>{say(`studio.question.${question}.name`)}</span>
      </label>
      {path !== null && (
        <>
          <DraftField
            editor={editor}
            path={[...path, 'ask']}
            label={say('studio.field.ask')}
            help={say('studio.help.ask')}
          />
          {question === 'choice' && <OptionsForm editor={editor} path={[...path, 'choice']} />}
          <DraftField
            editor={editor}
            path={[...path, 'explain']}
            label={say('studio.field.explain')}
            help={say('studio.help.explain')}
            isLong
          />
        </>
      )}
    </section>
  );
}

/** Options are known by letters, which nobody sees. */
const VALUES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

function OptionsForm({ editor, path }: { readonly editor: DraftEditor; readonly path: ScenarioPath }) {
  const values = editor.values.value;
  const list = valueAt([...path, 'options'], values);
  const options: readonly unknown[] = Array.isArray(list) ? list : [];
  const answer = textAt(values, [...path, 'answer']);
  const taken = options.map((_, i) => textAt(values, [...path, 'options', i, 'value']));
  const free = VALUES.find((value) => !taken.includes(value));
  return (
    <div class="stack">
      {taken.map((value, i) => {
        const at = [...path, 'options', i];
        const isRight = value === answer;
        return (
          <div key={value} class="studio-option stack">
            <label class="studio-check">
              <input
                type="radio"
                name={path.join('/')}
                checked={isRight}
                onChange={() => editor.edit([{ path: [...path, 'answer'], value }], null)}
              />
              <span>{say('studio.question.isRight', { number: i + 1 })}</span>
            </label>
            <DraftField
              editor={editor}
              path={[...at, 'label']}
              label={say('studio.question.option', { number: i + 1 })}
              help={say('studio.help.option')}
            />
            {!isRight && <WhyField editor={editor} path={at} number={i + 1} />}
            {options.length > 2 && !isRight && (
              <button
                type="button"
                class="button button-quiet"
                onClick={() => editor.edit([{ path: at, value: undefined }], null)}
              >
                {say('studio.question.optionRemove', { number: i + 1 })}
              </button>
            )}
          </div>
        );
      })}
      {free !== undefined && (
        <button
          type="button"
          class="button"
          onClick={() =>
            editor.edit(
              [
                {
                  path: [...path, 'options', options.length],
                  value: { value: free, label: say('studio.question.another') },
                  isInserted: true,
                },
              ],
              null,
            )
          }
        >
          {say('studio.question.optionAdd')}
        </button>
      )}
    </div>
  );
}

/** Why an option is wrong: none is written where the field is empty. */
function WhyField({
  editor,
  path,
  number,
}: {
  readonly editor: DraftEditor;
  readonly path: ScenarioPath;
  readonly number: number;
}) {
  const at = [...path, 'why'];
  return (
    <label class="field">
      {say('studio.question.why', { number })}
      <input
        type="text"
        value={textAt(editor.values.value, at)}
        onInput={(event) => {
          const why = event.currentTarget.value;
          editor.edit([{ path: at, value: why === '' ? undefined : why }], at.join('/'));
        }}
      />
    </label>
  );
}
