import '../../ui/style/clips.css';
import '../../ui/style/classroom.css';
import { useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { classAnswers, classSets } from '../../domain/class-results/class-answers.ts';
import { classItems } from '../../domain/class-results/class-items.ts';
import { type ClassNote, classJoin } from '../../domain/class-results/class-join.ts';
import { learnerFigures } from '../../domain/class-results/class-learners.ts';
import { commentsFileWrite } from '../../domain/class-results/comments-file.ts';
import { resultCodeRead } from '../../domain/class-results/result-code.ts';
import type { ResultsFile } from '../../domain/class-results/results-file.ts';
import { learnerNameRead } from '../../domain/learners/learner.ts';
import { useServices } from '../../parts/services.ts';
import { announce } from '../../ui/announcer.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { fileOffer } from '../../ui/file-offer.ts';
import { Icon } from '../../ui/icon.tsx';
import { Page } from '../../ui/page.tsx';
import { useFileDrop } from '../../ui/use-file-drop.ts';
import { useWork } from '../../ui/use-work.ts';
import { say } from '../../ui/words/say.ts';
import { ClassLink } from './class-link.tsx';
import { answersCsv, itemsCsv, learnersCsv } from './class-tables.ts';
import { CodeEntry } from './code-entry.tsx';
import { type Comments, commentsOf } from './comments.ts';
import { filesRead, isOpen } from './files-read.ts';
import { ItemDialog } from './item-dialog.tsx';
import { exerciseTitle, learnerNameOf, type StepNames, stepNamesLoad } from './item-name.ts';
import { ItemTable } from './item-table.tsx';
import { LearnerDialog } from './learner-dialog.tsx';
import { type LearnerOrder, LearnerTable } from './learner-table.tsx';

type Opened =
  | { readonly kind: 'learner'; readonly id: string }
  | { readonly kind: 'item'; readonly key: string }
  | null;

/** What learners handed in, put together: learners, items, comments; all of it in this page alone. */
export function ClassPage() {
  const { scenarios, scenarioLoad } = useServices();
  const files = useSignal<readonly ResultsFile[]>([]);
  const problems = useSignal<readonly string[]>([]);
  const set = useSignal<string | null>(null);
  const order = useSignal<LearnerOrder>('name');
  const opened = useSignal<Opened>(null);
  const comments = useSignal<Comments>(new Map());
  const by = useSignal('');
  /** By learner, the file that holds the comments as they are. */
  const saved = useSignal<ReadonlyMap<string, string>>(new Map());
  const isClosing = useSignal(false);
  const names = useSignal<StepNames>(new Map());
  const { work, isBusy, share } = useWork();

  const joined = useComputed(() => classJoin(files.value));
  const sets = useComputed(() => classSets(joined.value.learners));
  const answers = useComputed(() => classAnswers(joined.value.learners, set.value));
  const items = useComputed(() => classItems(answers.value));
  const figures = useComputed(() => {
    const isOneSet = set.value !== null || sets.value.length === 1;
    return learnerFigures(joined.value.learners, answers.value, isOneSet);
  });
  const played = sets.value.map(({ scenarioId }) => scenarioId).join('\n');
  useEffect(() => {
    if (played === '') return;
    stepNamesLoad(scenarioLoad, played.split('\n')).then(
      (loaded) => {
        names.value = loaded;
      },
      // Then items are called as the learners' games called them.
      (error: unknown) => console.warn(error),
    );
  }, [scenarioLoad, played]);
  const unsaved = joined.value.learners.filter(
    (learner) => !saved.value.has(learner.id) && commentsOf(learner, comments.value).length > 0,
  );
  const isUnsaved = unsaved.length > 0;
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isUnsaved]);

  const take = (added: readonly ResultsFile[]): void => {
    files.value = [...files.value, ...added];
    announce(say('classroom.page.opened', { count: joined.value.learners.length }));
  };
  const open = (dropped: readonly File[]): void => {
    if (dropped.length === 0 || isBusy.value) return;
    problems.value = [];
    void work(say('classroom.page.failed'), async (hold) => {
      const read = await filesRead(dropped, files.value, hold);
      problems.value = read.problems;
      take(read.files);
    });
  };
  const codeTake = (text: string): string => {
    const read = resultCodeRead(text);
    if ('fault' in read) {
      if (read.fault === 'foreign') return say('classroom.code.foreign');
      return say(`classroom.fault.${read.fault}`, { name: say('classroom.code.name') });
    }
    if (isOpen(read.file, files.value)) {
      return say('classroom.fault.twice', { name: say('classroom.code.name') });
    }
    take([read.file]);
    return say('classroom.codes.added', { name: learnerNameOf(read.file.learner) });
  };
  const clear = (): void => {
    files.value = [];
    problems.value = [];
    comments.value = new Map();
    saved.value = new Map();
    set.value = null;
    isClosing.value = false;
  };
  const { isOver, ...drop } = useFileDrop(open);
  const learnerOpen = opened.value;
  const learner =
    learnerOpen?.kind === 'learner'
      ? figures.value.find((one) => one.learner.id === learnerOpen.id)
      : undefined;
  const item =
    learnerOpen?.kind === 'item' ? items.value.find(({ key }) => key === learnerOpen.key) : undefined;
  const hasLearners = joined.value.learners.length > 0;

  return (
    <Page title={say('classroom.page.title')} isNarrow={false}>
      <div class="stack classroom">
        <p class="soft">{say('classroom.page.lead')}</p>
        <section class="card stack drop-card" data-over={isOver} {...drop}>
          <div class="settings-data">
            <FileButton
              text={say('classroom.page.open')}
              label={say('classroom.page.file')}
              accept=".json,application/json"
              isMain={!hasLearners}
              isSeveral
              isDisabled={isBusy.value}
              onFiles={open}
            />
            {hasLearners && (
              <button
                type="button"
                class="button button-quiet"
                onClick={() => {
                  if (isUnsaved) isClosing.value = true;
                  else clear();
                }}
              >
                {say('classroom.page.clear')}
              </button>
            )}
          </div>
          {isClosing.value && (
            <div role="alert" class="stack">
              <p>{say('classroom.page.clearAsk')}</p>
              <div class="settings-data">
                <button type="button" class="button danger" onClick={clear}>
                  {say('classroom.page.clearYes')}
                </button>
                <button type="button" class="button" onClick={() => (isClosing.value = false)}>
                  {say('classroom.page.clearNo')}
                </button>
              </div>
            </div>
          )}
          <p class="soft small">{say('classroom.page.drop')}</p>
          {isBusy.value && (
            <p>
              {say('classroom.page.reading')}{' '}
              <progress max={1} value={share.value ?? 0} aria-label={say('classroom.page.reading')} />
            </p>
          )}
          <Problems problems={problems.value} />
          {hasLearners && (
            <p data-testid="class-opened">
              <strong>{say('classroom.page.opened', { count: joined.value.learners.length })}</strong>
            </p>
          )}
          {joined.value.notes.map((note) => (
            <p key={JSON.stringify(note)} class="small">
              {noteSay(note)}
            </p>
          ))}
        </section>
        {hasLearners && (
          <>
            <section class="card stack">
              <label class="field">
                {say('classroom.page.set.label')}
                <select
                  value={set.value ?? ''}
                  onChange={(event) => {
                    set.value = event.currentTarget.value || null;
                  }}
                >
                  <option value="">{say('classroom.page.set.all')}</option>
                  {sets.value.map((one) => (
                    <option key={one.set} value={one.set}>
                      {say('classroom.page.set.option', {
                        title: exerciseTitle(one, scenarios),
                        count: one.learners,
                      })}
                    </option>
                  ))}
                </select>
              </label>
              <p class="small soft">{say('classroom.page.counts')}</p>
            </section>
            <LearnerTable
              figures={figures.value}
              order={order.value}
              onOrder={(next) => (order.value = next)}
              onOpen={(id) => (opened.value = { kind: 'learner', id })}
            />
            <ItemTable
              items={items.value}
              names={names.value}
              isOfSeveral={set.value === null && sets.value.length > 1}
              onOpen={(key) => (opened.value = { kind: 'item', key })}
            />
            <section class="card stack">
              <h2>{say('classroom.csv.heading')}</h2>
              <p class="small soft">{say('classroom.csv.text')}</p>
              <div class="settings-data">
                <TableButton
                  text={say('classroom.csv.learners')}
                  name={say('classroom.csv.learnersName')}
                  write={() => learnersCsv(figures.value)}
                />
                <TableButton
                  text={say('classroom.csv.items')}
                  name={say('classroom.csv.itemsName')}
                  write={() => itemsCsv(items.value, names.value, scenarios)}
                />
                <TableButton
                  text={say('classroom.csv.answers')}
                  name={say('classroom.csv.answersName')}
                  write={() => answersCsv(answers.value, comments.value, names.value, scenarios)}
                />
              </div>
            </section>
          </>
        )}
        <CodeEntry onCode={codeTake} />
        <ClassLink />
      </div>
      {item !== undefined && (
        <ItemDialog item={item} names={names.value} onClose={() => (opened.value = null)} />
      )}
      {learner !== undefined && (
        <LearnerDialog
          figures={learner}
          names={names.value}
          comments={comments.value}
          by={by.value}
          isSaved={saved.value.get(learner.learner.id) ?? null}
          onComment={(key, text) => {
            comments.value = new Map(comments.value).set(key, text);
            saved.value = without(saved.value, learner.learner.id);
          }}
          onBy={(name) => {
            by.value = name;
          }}
          onSave={() => {
            const { id } = learner.learner;
            const name = `${say('classroom.learner.fileName')}-${learnerNameOf(learner.learner)}.json`;
            const text = commentsFileWrite({
              learnerId: id,
              by: learnerNameRead(by.value),
              savedAtMs: Date.now(),
              comments: commentsOf(learner.learner, comments.value),
            });
            fileOffer(new Blob([text], { type: 'application/json' }), name);
            saved.value = new Map(saved.value).set(id, name);
          }}
          onClose={() => (opened.value = null)}
        />
      )}
    </Page>
  );
}

function Problems({ problems }: { readonly problems: readonly string[] }) {
  if (problems.length === 0) return null;
  return (
    <div class="inline-alert" role="alert" data-testid="class-problems">
      <p>
        <strong>{say('classroom.page.problems')}</strong>
      </p>
      <ul class="classroom-list">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  );
}

function TableButton({
  text,
  name,
  write,
}: {
  readonly text: string;
  readonly name: string;
  readonly write: () => string;
}) {
  return (
    <button
      type="button"
      class="button"
      onClick={() => fileOffer(new Blob([write()], { type: 'text/csv;charset=utf-8' }), `${name}.csv`)}
    >
      <Icon name="save" />
      {text}
    </button>
  );
}

function noteSay(note: ClassNote): string {
  switch (note.code) {
    case 'same_learner':
      return say('classroom.page.note.sameLearner', { name: learnerNameOf(note), count: note.files });
    case 'same_name':
      return say('classroom.page.note.sameName', { name: learnerNameOf(note), count: note.learners });
    case 'several_classes':
      return say('classroom.page.note.severalClasses', { classes: note.classes });
  }
}

function without(map: ReadonlyMap<string, string>, key: string): ReadonlyMap<string, string> {
  const next = new Map(map);
  next.delete(key);
  return next;
}
