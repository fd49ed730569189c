import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type ListedLearner, learnerNameFree } from '../../domain/learners/learner-list.ts';
import { copyFault } from '../../parts/copy/copy-fault.ts';
import { type CopyOpened, copyOpen } from '../../parts/copy/copy-open.ts';
import { learnerName } from '../../parts/learners/learner-name.ts';
import { dateText } from '../../parts/opening/clip-text.ts';
import { useServices } from '../../parts/services.ts';
import { announce } from '../../ui/announcer.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { noticeShow, noticesAge } from '../../ui/notices.ts';
import { messageSentence } from '../../ui/sentences/message-sentence.ts';
import { useFocusKept } from '../../ui/use-focus-kept.ts';
import type { WorkHold, WorkRun } from '../../ui/use-work.ts';
import { say } from '../../ui/words/say.ts';

interface FileAtHand {
  readonly opened: CopyOpened;
  /** Whose file it is, where that one is on this machine. */
  readonly known: ListedLearner | null;
}

/** Brings in a learner from a file: as a new one, or into the one whose file it is. */
export function LearnerImport({ work, isBusy }: { readonly work: WorkRun; readonly isBusy: boolean }) {
  const { learners, store, copyTake } = useServices();
  const atHand = useSignal<FileAtHand | null>(null);
  const problem = useSignal<string | null>(null);
  const letGo = () => {
    atHand.value?.opened.close();
    atHand.value = null;
  };
  useEffect(() => letGo, []);
  useFocusKept('#main', atHand.value);

  const open = (file: File) => {
    noticesAge();
    problem.value = null;
    letGo();
    return work(say('learners.import.unread'), async () => {
      try {
        const opened = await copyOpen(file, await store);
        const { learner } = opened.copy;
        atHand.value = { opened, known: learner === null ? null : await learners.ofId(learner.id) };
        announce(titleOf(opened));
      } catch (error) {
        const fault = copyFault(error);
        if (fault === null) throw error;
        problem.value = messageSentence(fault);
      }
    });
  };
  const take = (name: string, taking: (hold: WorkHold) => Promise<number>) =>
    work(say('learners.import.failed'), async (hold) => {
      const damaged = await taking(hold);
      letGo();
      noticeShow(
        'info',
        damaged === 0
          ? say('learners.import.done', { name })
          : say('learners.import.doneBut', { name, count: damaged }),
      );
    });

  return (
    <section class="card stack">
      <h2>{say('learners.import.heading')}</h2>
      <p class="soft">{say('learners.import.text')}</p>
      <div class="settings-data">
        <FileButton
          text={say('learners.import.open')}
          label={say('learners.import.file')}
          accept="application/json,.json,application/zip,.zip"
          isDisabled={isBusy}
          onFiles={([file]) => {
            if (file !== undefined) void open(file);
          }}
        />
      </div>
      {problem.value !== null && (
        <p class="inline-alert" role="alert">
          {problem.value}
        </p>
      )}
      {atHand.value !== null && (
        <Preview
          atHand={atHand.value}
          isBusy={isBusy}
          onTake={({ opened }, name) => take(name, (hold) => learners.take(opened, name, hold))}
          onAdd={({ opened }, { key }) =>
            take(learnerName(learners.list.value, key), (hold) =>
              key === learners.here
                ? copyTake({ ...opened, device: null }, 'merge', hold).then(({ clips }) => clips)
                : learners.merge(key, opened, hold),
            )
          }
          onLeave={letGo}
        />
      )}
    </section>
  );
}

function titleOf({ copy }: CopyOpened): string {
  const name = copy.learner?.name || say('learners.import.nameless');
  return say('learners.import.of', { name, date: dateText(copy.exportedAtMs) });
}

function Preview({
  atHand,
  isBusy,
  onTake,
  onAdd,
  onLeave,
}: {
  readonly atHand: FileAtHand;
  readonly isBusy: boolean;
  readonly onTake: (atHand: FileAtHand, name: string) => void;
  readonly onAdd: (atHand: FileAtHand, known: ListedLearner) => void;
  readonly onLeave: () => void;
}) {
  const { learners } = useServices();
  const { opened, known } = atHand;
  const { copy, clips } = opened;
  const list = learners.list.value;
  const free = learnerNameFree(list, copy.learner?.name || say('learners.import.nameless'));
  const knownName = known === null ? null : learnerName(list, known.key);
  const clipCount = clips?.ids.length ?? 0;
  const title = titleOf(opened);
  return (
    <section class="stack" aria-label={title}>
      <h3>{title}</h3>
      <ul data-testid="learner-file">
        <li>{say('learners.import.attempts', { count: copy.attempts.length })}</li>
        <li>{say('learners.import.items', { count: copy.items.length })}</li>
        <li>{say('learners.import.places', { count: copy.places.length })}</li>
        {copy.ignored.length > 0 && <li>{say('learners.import.ignored', { count: copy.ignored.length })}</li>}
        {clipCount > 0 && <li>{say('learners.import.clips', { count: clipCount })}</li>}
      </ul>
      {knownName !== null && <p>{say('learners.import.known', { name: knownName })}</p>}
      <div class="settings-data">
        {known !== null && knownName !== null && (
          <button
            type="button"
            class="button button-primary"
            disabled={isBusy}
            onClick={() => onAdd(atHand, known)}
          >
            {say('learners.import.add', { name: knownName })}
          </button>
        )}
        <button
          type="button"
          class={known === null ? 'button button-primary' : 'button'}
          disabled={isBusy}
          onClick={() => onTake(atHand, free)}
        >
          {say('learners.import.take', { name: free })}
        </button>
        <button type="button" class="button button-quiet" onClick={onLeave}>
          {say('learners.import.leave')}
        </button>
      </div>
    </section>
  );
}
