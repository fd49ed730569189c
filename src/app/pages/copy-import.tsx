import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { CopyChange, CopyWay, StoreExport } from '../../ports/store.ts';
import { announce } from '../announcer.ts';
import { Choice } from '../components/choice.tsx';
import { Icon } from '../components/icon.tsx';
import { noticeShow, noticesAge } from '../notices.ts';
import { useServices } from '../services.ts';
import { dateText } from '../text/clips.ts';
import { copyChangeLines } from '../text/copy.ts';

/** Greater than years of play come to; what is greater is something else. */
const MAX_BYTES = 200 * 1024 * 1024;

interface CopyAtHand {
  readonly copy: StoreExport;
  /** What each way would change, so that a choice shows its outcome at once. */
  readonly changes: Readonly<Record<CopyWay, CopyChange>>;
}

/** Brings back what "Save a copy" gave: what would change is shown first. */
export function CopyImport({
  isBusy,
  work,
}: {
  readonly isBusy: boolean;
  /** Runs a task, and shows the sentence where that failed without one of its own. */
  readonly work: (whatFailed: string, task: () => Promise<void>) => Promise<void>;
}) {
  const { store, copyTake } = useServices();
  const input = useRef<HTMLInputElement>(null);
  const atHand = useSignal<CopyAtHand | null>(null);
  const problem = useSignal<string | null>(null);

  const compare = async (copy: StoreExport) => {
    const { copyCompare } = await store;
    const [merge, replace] = await Promise.all([copyCompare(copy, 'merge'), copyCompare(copy, 'replace')]);
    atHand.value = { copy, changes: { merge, replace } };
  };
  const open = (file: File) => {
    // What was said before would lie over the preview.
    noticesAge();
    problem.value = null;
    atHand.value = null;
    return work('What is kept here could not be read. Nothing was changed.', async () => {
      try {
        const copy = await (await store).copyRead(file.size > MAX_BYTES ? '' : await file.text());
        await compare(copy);
        announce('The copy was read. Choose how to bring it in.');
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'copy_unsound')) throw error;
        problem.value = error.message;
      }
    });
  };
  const take = ({ copy }: CopyAtHand, way: CopyWay) =>
    work('The copy could not be brought in. Nothing was changed.', async () => {
      await copyTake(copy, way);
      atHand.value = null;
      noticeShow('info', 'The copy was brought in.');
    });

  return (
    <>
      <div class="settings-data">
        <button type="button" class="button" disabled={isBusy} onClick={() => input.current?.click()}>
          <Icon name="file" />
          Bring in a copy
        </button>
        <input
          ref={input}
          type="file"
          class="hidden-visually"
          aria-label="Saved copy"
          tabIndex={-1}
          accept="application/json,.json"
          onChange={(event) => {
            const field = event.currentTarget;
            const [file] = field.files ?? [];
            if (file !== undefined) void open(file);
            field.value = '';
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
          onTake={take}
          onLeave={() => {
            atHand.value = null;
          }}
        />
      )}
    </>
  );
}

function Preview({
  atHand,
  isBusy,
  onTake,
  onLeave,
}: {
  readonly atHand: CopyAtHand;
  readonly isBusy: boolean;
  readonly onTake: (atHand: CopyAtHand, way: CopyWay) => void;
  readonly onLeave: () => void;
}) {
  const { copy, changes } = atHand;
  const chosen = useSignal<CopyWay>('merge');
  const way = chosen.value;
  const ignored = copy.ignored.length;
  const choice = (value: CopyWay, text: string) => (
    <Choice name="copy-way" value={value} isChosen={way === value} onPick={() => (chosen.value = value)}>
      {text}
    </Choice>
  );
  return (
    <section class="stack" aria-label="Copy to bring in">
      <h3>Copy of {dateText(copy.exportedAtMs)}</h3>
      <div class="settings-data" role="radiogroup" aria-label="How to bring it in">
        {choice('merge', 'Add what is missing here')}
        {choice('replace', 'Replace what is here')}
      </div>
      <ul data-testid="copy-change">
        {copyChangeLines(changes[way]).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {ignored > 0 && (
          <li>
            {ignored === 1 ? '1 record of the copy is' : `${ignored} records of the copy are`} damaged and
            left out.
          </li>
        )}
      </ul>
      <div class="settings-data">
        <button
          type="button"
          class={way === 'replace' ? 'button danger' : 'button button-primary'}
          disabled={isBusy}
          onClick={() => onTake(atHand, way)}
        >
          {way === 'replace' ? 'Replace what is here' : 'Add it'}
        </button>
        <button type="button" class="button button-quiet" onClick={onLeave}>
          Leave it
        </button>
      </div>
    </section>
  );
}
