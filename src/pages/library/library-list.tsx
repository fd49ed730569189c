import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SnapshotFrom } from 'xstate';
import { CLIP_ACCEPT } from '../../parts/opening/clip-files.ts';
import { bytesText } from '../../parts/opening/clip-text.ts';
import { useServices } from '../../parts/services.ts';
import type { DamagedClip, Records } from '../../ports/records.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Page } from '../../ui/page.tsx';
import { routeHref } from '../../ui/route.ts';
import { messageSentence } from '../../ui/sentences/message-sentence.ts';
import { useFileDrop } from '../../ui/use-file-drop.ts';
import { useFocusKept } from '../../ui/use-focus-kept.ts';
import { say } from '../../ui/words/say.ts';
import { ClipCard } from './clip-card.tsx';
import { filesGroup } from './library-effects.ts';
import type { LibraryActor, LibraryMachine } from './machine/library.ts';

/** All clips as cards, and the two ways of adding to them. */
export function LibraryList({
  library,
  snapshot,
}: {
  readonly library: LibraryActor;
  readonly snapshot: SnapshotFrom<LibraryMachine>;
}) {
  const { clips, damaged, problem } = snapshot.context;
  const give = (files: readonly File[]): void =>
    library.send({ type: 'files.give', groups: filesGroup(files) });
  const { isOver, ...drop } = useFileDrop(give);
  useFocusKept('#main', snapshot.value);
  const bytes = clips.reduce((sum, clip) => sum + clip.bytes, 0);
  const isEmpty = clips.length === 0 && snapshot.matches('listed');
  return (
    <div class="clips" data-over={isOver} {...drop}>
      <Page title={say('library.title')} isNarrow={false}>
        <div class="clips-head">
          <p class="soft">
            {clips.length > 0 && (
              <span class="figures">
                {say('library.list.clips', { count: clips.length, bytes: bytesText(bytes) })}{' '}
              </span>
            )}
            {say('library.list.privacy')}
          </p>
          <FileButton
            text={say('library.list.import')}
            label={say('library.list.recordings')}
            accept={CLIP_ACCEPT}
            isMain
            isSeveral
            onFiles={give}
          />
        </div>
        <MemoryNote />
        {problem !== null && (
          <div class="clips-problem" role="alert">
            <p>{messageSentence(problem)}</p>
            {snapshot.matches('failed') ? (
              <button type="button" class="button" onClick={() => library.send({ type: 'list.retry' })}>
                <Icon name="again" />
                {say('library.tryAgain')}
              </button>
            ) : (
              <button
                type="button"
                class="button-icon"
                aria-label={say('library.dismiss')}
                onClick={() => library.send({ type: 'problem.dismiss' })}
              >
                <Icon name="cross" />
              </button>
            )}
          </div>
        )}
        {isEmpty && (
          <div class="clips-empty">
            <Icon name="clips" size={40} />
            <h2>{say('library.list.noneTitle')}</h2>
            <p>{say('library.list.none')}</p>
          </div>
        )}
        <ul class="clip-cards">
          {clips.map((clip) => (
            <li key={clip.id}>
              <ClipCard clip={clip} library={library} />
            </li>
          ))}
        </ul>
        {damaged.length > 0 && <DamagedList damaged={damaged} library={library} />}
        {clips.length > 0 && (
          <p class="small">
            <a href={routeHref({ page: 'adapt' })}>{say('library.list.adapt')}</a>
          </p>
        )}
      </Page>
    </div>
  );
}

/** Where the browser keeps nothing, it is said before anything is put in. */
function MemoryNote() {
  const { records } = useServices();
  const reason = useSignal<Records['memoryReason']>(null);
  useEffect(() => {
    records().then(
      (opened) => {
        reason.value = opened.memoryReason;
      },
      () => {
        // The list says why it cannot be read.
      },
    );
  }, [records, reason]);
  if (reason.value === null) return null;
  return (
    <p class="clips-problem" data-kind="doubt" role="status">
      {messageSentence(reason.value)}
    </p>
  );
}

/** Clips that are there and cannot be read. */
function DamagedList({
  damaged,
  library,
}: {
  readonly damaged: readonly DamagedClip[];
  readonly library: LibraryActor;
}) {
  return (
    <section class="clips-damaged" aria-label={say('library.list.damagedLabel')}>
      <h2>{say('library.list.damaged')}</h2>
      <ul>
        {damaged.map(({ id, reason }) => (
          <li key={id}>
            <p>{messageSentence(reason)}</p>
            <button
              type="button"
              class="button danger"
              onClick={() => library.send({ type: 'clip.remove', id })}
            >
              <Icon name="clear" />
              {say('library.delete')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
