import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DeviceChange } from '../../domain/device-copy/device-merge.ts';
import { clipsCompare } from '../../parts/copy/copy-clips.ts';
import { copyFault } from '../../parts/copy/copy-fault.ts';
import { type CopyOpened, copyOpen } from '../../parts/copy/copy-open.ts';
import { deviceCompare } from '../../parts/copy/copy-take.ts';
import { dateText } from '../../parts/opening/clip-text.ts';
import { useServices } from '../../parts/services.ts';
import type { CopyChange, CopyWay, RecordsChange, Store, StoreExport } from '../../ports/store.ts';
import { announce } from '../../ui/announcer.ts';
import { Choice } from '../../ui/choice.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { noticeShow, noticesAge } from '../../ui/notices.ts';
import { messageSentence } from '../../ui/sentences/message-sentence.ts';
import type { WorkRun } from '../../ui/use-work.ts';
import { say } from '../../ui/words/say.ts';
import { copyChangeLines } from './copy-text.ts';

interface Change {
  readonly kept: CopyChange;
  /** Null where the copy holds no clips. */
  readonly clips: RecordsChange | null;
  /** Null where it says nothing of the device. */
  readonly device: DeviceChange | null;
}

const CHANGED_NONE: RecordsChange = { added: 0, replaced: 0, removed: 0 };

interface CopyAtHand {
  readonly opened: CopyOpened;
  /** Whether it is of somebody else than whose records are here. */
  readonly isOther: boolean;
  /** Clips that stay as they are, since the copy was saved without any. */
  readonly staying: number;
  /** The changes of each way, so that a choice shows its outcome at once. */
  readonly changes: Readonly<Record<CopyWay, Change>>;
}

/** Brings back what "Save a copy" gave: what would change is shown first. */
export function CopyImport({ isBusy, work }: { readonly isBusy: boolean; readonly work: WorkRun }) {
  const { store, records, drafts, packages, networks, copyTake, reload } = useServices();
  const atHand = useSignal<CopyAtHand | null>(null);
  const problem = useSignal<string | null>(null);

  const letGo = () => {
    atHand.value?.opened.close();
    atHand.value = null;
  };
  useEffect(() => letGo, []);

  const changeOf = async (opened: CopyOpened, way: CopyWay): Promise<Change> => ({
    kept: await (await store).copyCompare(opened.copy, way),
    clips: opened.clips === null ? null : await clipsCompare(await records(), opened.clips, way),
    device:
      opened.device === null ? null : await deviceCompare({ drafts, packages, networks }, opened.device, way),
  });
  /** None where that cannot be told: nothing becomes of them. */
  const clipsHere = async (): Promise<number> => {
    try {
      return (await (await records()).clipsList()).clips.length;
    } catch (error) {
      console.warn(error);
      return 0;
    }
  };
  const open = (file: File) => {
    // Older notices would lie over the preview.
    noticesAge();
    problem.value = null;
    letGo();
    return work(say('settings.copy.unread'), async () => {
      try {
        const opened = await copyOpen(file, await store);
        const changes = {
          merge: await changeOf(opened, 'merge'),
          replace: await changeOf(opened, 'replace'),
        };
        atHand.value = {
          opened,
          changes,
          isOther: await copyIsOther(await store, opened.copy),
          staying: opened.clips === null ? await clipsHere() : 0,
        };
        announce(say('settings.copy.read'));
      } catch (error) {
        const fault = copyFault(error);
        if (fault === null) throw error;
        problem.value = messageSentence(fault);
      }
    });
  };
  const take = ({ opened, changes }: CopyAtHand, way: CopyWay) =>
    work(say('settings.copy.failed'), async (packing) => {
      const left = await copyTake(opened, way, packing);
      letGo();
      noticeShow(
        'info',
        left.clips === 0 ? say('settings.copy.done') : say('settings.copy.doneBut', { count: left.clips }),
      );
      if (left.networks > 0) {
        noticeShow('warning', say('settings.copy.networksLeft', { count: left.networks }));
      }
      // The game's lists are made when it starts.
      const { added, replaced, removed } = changes[way].device?.packages ?? CHANGED_NONE;
      if (added + replaced + removed > 0) reload();
    });

  return (
    <>
      <div class="settings-data">
        <FileButton
          text={say('settings.copy.open')}
          label={say('settings.copy.file')}
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
          key={atHand.value.opened.copy.exportedAtMs}
          atHand={atHand.value}
          isBusy={isBusy}
          onTake={take}
          onLeave={letGo}
        />
      )}
    </>
  );
}

/** Where nothing is kept yet, nor anybody known, whoever comes is nobody else. */
async function copyIsOther(store: Store, { learner }: StoreExport): Promise<boolean> {
  if (learner === null) return false;
  const own = await store.learnerLoad();
  if (own !== null) return own.id !== learner.id;
  const [{ attempts }, { items }, { places }] = await Promise.all([
    store.attemptsList(),
    store.itemsList(),
    store.placesList(),
  ]);
  return attempts.length + items.length + places.length > 0;
}

/** Tells that a copy is of somebody else, and asks. */
function OtherLearner({ name, isAgreed }: { readonly name: string; readonly isAgreed: Signal<boolean> }) {
  return (
    <>
      <p class="inline-alert" role="alert">
        {name === '' ? say('settings.copy.otherNameless') : say('settings.copy.other', { name })}
      </p>
      <label class="switch">
        <input
          type="checkbox"
          checked={isAgreed.value}
          onChange={(event) => {
            isAgreed.value = event.currentTarget.checked;
          }}
        />
        {say('settings.copy.otherAgree')}
      </label>
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
  const { opened, changes, staying, isOther } = atHand;
  const { copy } = opened;
  const chosen = useSignal<CopyWay>('merge');
  const isAgreed = useSignal(!isOther);
  const way = chosen.value;
  const ignored = copy.ignored.length + (opened.device?.ignored ?? 0);
  const choice = (value: CopyWay, text: string) => (
    <Choice name="copy-way" value={value} isChosen={way === value} onPick={() => (chosen.value = value)}>
      {text}
    </Choice>
  );
  return (
    <section class="stack" aria-label={say('settings.copy.preview')}>
      <h3>{say('settings.copy.of', { date: dateText(copy.exportedAtMs) })}</h3>
      <div class="settings-data" role="radiogroup" aria-label={say('settings.copy.way')}>
        {choice('merge', say('settings.copy.merge'))}
        {choice('replace', say('settings.copy.replace'))}
      </div>
      <ul data-testid="copy-change">
        {copyChangeLines(changes[way].kept, changes[way].clips, changes[way].device).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {staying > 0 && way === 'replace' && <li>{say('settings.copy.staying')}</li>}
        {ignored > 0 && <li>{say('settings.copy.ignored', { count: ignored })}</li>}
      </ul>
      {isOther && <OtherLearner name={copy.learner?.name ?? ''} isAgreed={isAgreed} />}
      <div class="settings-data">
        <button
          type="button"
          class={way === 'replace' ? 'button danger' : 'button button-primary'}
          disabled={isBusy || !isAgreed.value}
          onClick={() => onTake(atHand, way)}
        >
          {say(way === 'replace' ? 'settings.copy.replace' : 'settings.copy.add')}
        </button>
        <button type="button" class="button button-quiet" onClick={onLeave}>
          {say('settings.copy.leave')}
        </button>
      </div>
    </section>
  );
}
