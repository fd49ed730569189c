import { type ScenarioPath, valueAt } from '../../domain/scenario/schema-keys.ts';
import { textAt } from '../../domain/studio/draft-parts.ts';
import {
  GUIDE_QUESTIONS,
  type GuideQuestion,
  questionAdd,
  questionAt,
} from '../../domain/studio/draft-question.ts';
import { type DraftStep, draftSteps, stepIdFree } from '../../domain/studio/draft-steps.ts';
import { say } from '../../ui/words/say.ts';
import type { DraftEditor } from './draft-editor.ts';
import { DraftField, DraftNumber } from './field.tsx';
import { LanguagesForm } from './languages-form.tsx';
import { draftStepName } from './step-name.ts';
import { WaysForm } from './ways-form.tsx';

/** Every text that learners read, questions about the image, ways on, limits, and what holds for the whole. */
export function TextsStep({ editor }: { readonly editor: DraftEditor }) {
  const values = editor.values.value;
  const parts = editor.parts.value;
  const steps = draftSteps(values);
  const guided = GUIDE_QUESTIONS.map((question) => questionAt(values, parts, question)?.join('/'));
  const own = steps.filter(({ kind, path }) => kind === 'question' && !guided.includes(path.join('/')));
  const ownAdd = (): void => {
    const texts = {
      ask: say('studio.question.choice.ask'),
      explain: say('studio.question.choice.explain'),
      options: [say('studio.question.right'), say('studio.question.wrong')] as const,
    };
    editor.edit(questionAdd(parts, 'choice', texts, stepIdFree(steps, 'own-question')), null);
  };
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
      {steps.map((step) => (
        <StepTexts key={step.path.join('/')} editor={editor} steps={steps} step={step} />
      ))}
      <h3>{say('studio.question.heading')}</h3>
      <p class="soft small">{say('studio.question.lead')}</p>
      {GUIDE_QUESTIONS.map((question) => (
        <QuestionForm key={question} editor={editor} question={question} />
      ))}
      {own.map((step) => (
        <section key={step.path.join('/')} class="card stack">
          <h4>{draftStepName(steps, step)}</h4>
          <QuestionTextsForm
            editor={editor}
            path={step.path}
            isChoice={valueAt([...step.path, 'choice'], values) !== undefined}
          />
          <button
            type="button"
            class="button button-quiet"
            onClick={() => editor.edit([{ path: step.path, value: undefined }], null)}
          >
            {say('studio.question.remove')}
          </button>
        </section>
      ))}
      {guided[GUIDE_QUESTIONS.indexOf('choice')] !== undefined && (
        <button type="button" class="button" onClick={ownAdd}>
          {say('studio.question.add')}
        </button>
      )}
      <WholeForm editor={editor} />
      <LanguagesForm editor={editor} />
    </div>
  );
}

/** Kinds of steps that have one text of their own here; of the others the text view has all. */
const TEXT_STEPS = ['briefing', 'observe', 'freeze', 'mark', 'feedback', 'debrief'] as const;

function StepTexts({
  editor,
  steps,
  step,
}: {
  readonly editor: DraftEditor;
  readonly steps: readonly DraftStep[];
  readonly step: DraftStep;
}) {
  const kind = TEXT_STEPS.find((one) => one === step.kind);
  const isGraded = step.kind === 'mark' || step.kind === 'question';
  if (kind === undefined && !isGraded) return null;
  return (
    <section class="studio-option stack" aria-label={draftStepName(steps, step)}>
      <p class="small soft">{draftStepName(steps, step)}</p>
      {kind !== undefined && (
        <DraftField
          editor={editor}
          path={[...step.path, 'text']}
          label={say(`studio.field.${kind}`)}
          help={say(`studio.help.${kind}`)}
          isLong
        />
      )}
      {step.kind === 'question' && <p>{textAt(editor.values.value, [...step.path, 'ask'])}</p>}
      {step.kind === 'mark' && (
        <DraftNumber
          editor={editor}
          path={[...step.path, 'time_limit_s']}
          label={say('studio.field.limit')}
          help={say('studio.help.limit')}
          unit={say('studio.unit.seconds')}
        />
      )}
      {step.kind === 'observe' && (
        <DraftNumber
          editor={editor}
          path={[...step.path, 'min_time_s']}
          label={say('studio.field.least')}
          help={say('studio.help.least')}
          unit={say('studio.unit.seconds')}
        />
      )}
      {isGraded && <WaysForm editor={editor} steps={steps} step={step} />}
    </section>
  );
}

/** What holds for the whole scenario. */
function WholeForm({ editor }: { readonly editor: DraftEditor }) {
  return (
    <>
      <h3>{say('studio.whole.heading')}</h3>
      <div class="studio-two">
        <DraftNumber
          editor={editor}
          path={['pass_score']}
          label={say('studio.field.pass')}
          help={say('studio.help.pass')}
          unit=""
        />
        <DraftNumber
          editor={editor}
          path={['duration_min']}
          label={say('studio.field.duration')}
          help={say('studio.help.duration')}
          unit={say('studio.unit.minutes')}
        />
        <DraftField
          editor={editor}
          path={['course']}
          label={say('studio.field.course')}
          help={say('studio.help.course')}
        />
        <DraftNumber
          editor={editor}
          path={['lesson']}
          label={say('studio.field.lesson')}
          help={say('studio.help.lesson')}
          unit=""
        />
      </div>
    </>
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
      {path !== null && <QuestionTextsForm editor={editor} path={path} isChoice={question === 'choice'} />}
    </section>
  );
}

function QuestionTextsForm({
  editor,
  path,
  isChoice,
}: {
  readonly editor: DraftEditor;
  readonly path: ScenarioPath;
  readonly isChoice: boolean;
}) {
  return (
    <>
      <DraftField
        editor={editor}
        path={[...path, 'ask']}
        label={say('studio.field.ask')}
        help={say('studio.help.ask')}
      />
      {isChoice && <OptionsForm editor={editor} path={[...path, 'choice']} />}
      <DraftField
        editor={editor}
        path={[...path, 'explain']}
        label={say('studio.field.explain')}
        help={say('studio.help.explain')}
        isLong
      />
    </>
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
