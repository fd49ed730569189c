import '../../ui/style/classroom.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { CLASS_NAME_LENGTH, classNameRead } from '../../domain/class-results/class-name.ts';
import { resultsFileOf, resultsFileWrite } from '../../domain/class-results/results-file.ts';
import { LEARNER_NAME_LENGTH, learnerNameRead } from '../../domain/learners/learner.ts';
import { attemptsHand } from '../../parts/handed/attempts-hand.ts';
import { useServices } from '../../parts/services.ts';
import type { Attempt } from '../../ports/store.ts';
import { announce } from '../../ui/announcer.ts';
import { className } from '../../ui/class-name.ts';
import { fileOffer } from '../../ui/file-offer.ts';
import { Icon } from '../../ui/icon.tsx';
import { Page } from '../../ui/page.tsx';
import { errorSentence } from '../../ui/sentences/error-sentence.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useWork } from '../../ui/use-work.ts';
import { say } from '../../ui/words/say.ts';
import { attemptsAsked, type Exercise, exercisesOf } from './exercises.ts';
import { ResultCode } from './result-code.tsx';

/** Saves what was played as a file for a teacher. `attempt`: the one that a link is about, without which it is all. */
export function HandInPage({ attempt }: { readonly attempt: string | null }) {
  const services = useServices();
  const { store, learners, scenarios } = services;
  const { list, here } = learners;
  const attempts = useSignal<readonly Attempt[] | null>(null);
  const unread = useSignal<string | null>(null);
  const group = useSignal(className.value);
  const name = useSignal(list.value.learners.find(({ key }) => key === here)?.name ?? '');
  const left = useSignal<ReadonlySet<string>>(new Set());
  const problem = useSignal<string | null>(null);
  const saved = useSignal<string | null>(null);
  const { work, isBusy } = useWork();
  useEffect(() => {
    store
      .then((opened) => opened.attemptsList())
      .then(
        (read) => {
          attempts.value = attemptsAsked(read.attempts, attempt);
        },
        (error: unknown) => {
          unread.value = say('classroom.handIn.unread', {
            reason: errorSentence(error, say('shell.settingsUnread')),
          });
        },
      );
  }, [store, attempt]);
  const exercises = exercisesOf(attempts.value ?? [], scenarios);
  const chosen = exercises.filter(({ set }) => !left.value.has(set));

  const fileMake = async (of: readonly Attempt[]) => {
    const kept = await (await store).exportAll();
    if (kept.learner === null) throw new Error('A copy names the learner.');
    const handed = await attemptsHand(services, of, kept.items);
    return resultsFileOf({
      className: classNameRead(group.value),
      learner: { id: kept.learner.id, name: learnerNameRead(name.value) },
      savedAtMs: Date.now(),
      attempts: handed,
    });
  };
  const isNamed = (): boolean => {
    problem.value = learnerNameRead(name.value) === '' ? say('classroom.handIn.nameMissing') : null;
    return problem.value === null;
  };
  const save = (): void => {
    saved.value = null;
    if (!isNamed()) return;
    if (chosen.length === 0) {
      problem.value = say('classroom.handIn.noneChosen');
      return;
    }
    void work(say('classroom.handIn.failed'), async () => {
      const file = await fileMake(chosen.flatMap((one) => one.attempts));
      const fileName = `${say('classroom.handIn.fileName')}-${fileNamePart(file.learner.name)}.json`;
      fileOffer(new Blob([resultsFileWrite(file)], { type: 'application/json' }), fileName);
      saved.value = say('classroom.handIn.saved', { name: fileName });
      announce(saved.value);
    });
  };

  return (
    <Page title={say('classroom.handIn.title')}>
      <div class="stack classroom">
        <p class="soft">{say('classroom.handIn.lead')}</p>
        {unread.value !== null && (
          <p class="inline-alert" role="alert">
            {unread.value}
          </p>
        )}
        {attempts.value !== null && exercises.length === 0 && <p>{say('classroom.handIn.none')}</p>}
        {exercises.length > 0 && (
          <>
            <form
              class="card stack"
              onSubmit={(event) => {
                event.preventDefault();
                save();
              }}
            >
              <TextField
                label={say('classroom.handIn.className')}
                hint={say('classroom.handIn.classHint')}
                lengthMax={CLASS_NAME_LENGTH}
                value={group.value}
                onInput={(typed) => {
                  group.value = typed;
                }}
              />
              <TextField
                label={say('classroom.handIn.name')}
                isOwnName
                lengthMax={LEARNER_NAME_LENGTH}
                value={name.value}
                onInput={(typed) => {
                  name.value = typed;
                }}
              />
              <ExerciseChoice
                exercises={exercises}
                left={left.value}
                onLeft={(next) => (left.value = next)}
              />
              <FileContent exercises={chosen} />
              {problem.value !== null && (
                <p class="inline-alert" role="alert">
                  {problem.value}
                </p>
              )}
              <div class="settings-data">
                <button type="submit" class="button button-primary" disabled={isBusy.value}>
                  <Icon name="save" />
                  {say('classroom.handIn.save')}
                </button>
              </div>
              {saved.value !== null && <p data-testid="handed-in">{saved.value}</p>}
            </form>
            <ResultCode
              attempts={attempts.value ?? []}
              isNamed={isNamed}
              fileMake={(one) => fileMake([one])}
              isBusy={isBusy.value}
              work={work}
            />
          </>
        )}
      </div>
    </Page>
  );
}

function ExerciseChoice({
  exercises,
  left,
  onLeft,
}: {
  readonly exercises: readonly Exercise[];
  /** Those that are not handed in. */
  readonly left: ReadonlySet<string>;
  readonly onLeft: (left: ReadonlySet<string>) => void;
}) {
  return (
    <fieldset class="classroom-choice">
      <legend>{say('classroom.handIn.which')}</legend>
      {exercises.map(({ set, title, attempts }) => (
        <label key={set}>
          <input
            type="checkbox"
            checked={!left.has(set)}
            onChange={(event) => {
              const next = new Set(left);
              if (event.currentTarget.checked) next.delete(set);
              else next.add(set);
              onLeft(next);
            }}
          />
          {say('classroom.handIn.exercise', { title, count: attempts.length })}
        </label>
      ))}
    </fieldset>
  );
}

/** All that a file would hold, before it is saved. */
function FileContent({ exercises }: { readonly exercises: readonly Exercise[] }) {
  const attempts = exercises.flatMap((one) => one.attempts);
  const answers = attempts.reduce((sum, { steps }) => sum + steps.length, 0);
  return (
    <section>
      <h2>{say('classroom.handIn.content.heading')}</h2>
      <ul class="classroom-list">
        <li>{say('classroom.handIn.content.who')}</li>
        <li>{say('classroom.handIn.content.attempts', { count: attempts.length })}</li>
        <li>{say('classroom.handIn.content.answers', { count: answers })}</li>
      </ul>
      <p class="small soft">{say('classroom.handIn.content.not')}</p>
    </section>
  );
}

/** Of a name, what every system takes in the name of a file. */
function fileNamePart(name: string): string {
  return name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || '1';
}
