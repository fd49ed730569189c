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
import { useFileDrop } from '../../ui/use-file-drop.ts';
import { useFocusKept } from '../../ui/use-focus-kept.ts';
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
      <Page title="Clip library" isNarrow={false}>
        <div class="clips-head">
          <p class="soft">
            {clips.length > 0 && (
              <span class="figures">
                {clips.length === 1 ? '1 clip' : `${clips.length} clips`}, {bytesText(bytes)}.{' '}
              </span>
            )}
            Clips stay on this device: of each only the ultrasound image is kept, nothing is sent anywhere.
          </p>
          <FileButton
            text="Import clips"
            label="Recordings to import"
            accept={CLIP_ACCEPT}
            isMain
            isSeveral
            onFiles={give}
          />
        </div>
        <MemoryNote />
        {problem !== null && (
          <div class="clips-problem" role="alert">
            <p>{problem}</p>
            {snapshot.matches('failed') ? (
              <button type="button" class="button" onClick={() => library.send({ type: 'list.retry' })}>
                <Icon name="again" />
                Try again
              </button>
            ) : (
              <button
                type="button"
                class="button-icon"
                aria-label="Dismiss this message"
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
            <h2>No clips yet</h2>
            <p>
              Drop recordings of a lung ultrasound here, or choose them: MP4, MOV, WebM, GIF, DICOM, PNG or
              JPEG, or a zip of them, such as of a CD. Several pictures at once become one clip.
            </p>
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
      {reason.value}
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
    <section class="clips-damaged" aria-label="Damaged clips">
      <h2>Damaged</h2>
      <ul>
        {damaged.map(({ id, reason }) => (
          <li key={id}>
            <p>{reason}</p>
            <button
              type="button"
              class="button danger"
              onClick={() => library.send({ type: 'clip.remove', id })}
            >
              <Icon name="clear" />
              Delete
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
