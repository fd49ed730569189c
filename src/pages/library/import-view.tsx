import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SnapshotFrom } from 'xstate';
import type { ClipOffer } from '../../adapters/clip/clip-choice.ts';
import { Instruction } from '../../parts/keys/instruction.tsx';
import { MModeOffer } from '../../parts/m-mode/m-mode-offer.tsx';
import { ClipNotes } from '../../parts/opening/clip-notes.tsx';
import { ClipOffers, OffersRefused } from '../../parts/opening/clip-offers.tsx';
import { imagesText } from '../../parts/opening/clip-text.ts';
import { OpeningProgress } from '../../parts/opening/opening-progress.tsx';
import type { OutlineActor } from '../../parts/outline/machine/outline.ts';
import { OutlinePanel } from '../../parts/outline/outline-panel.tsx';
import { OutlinePicture } from '../../parts/outline/outline-picture.tsx';
import { announce } from '../../ui/announcer.ts';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useFocusKept } from '../../ui/use-focus-kept.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import type { ClipsToChoose, ClipToImport } from './library-effects.ts';
import type { ImportActor } from './machine/library.ts';
import { type ImportMachine, nameUsual } from './machine/library-import.ts';
import { RemovedPicture } from './removed-picture.tsx';

type Snapshot = SnapshotFrom<ImportMachine>;

/** Importing files one after the other: where the image lies, what is kept and what is removed, and keeping it. */
export function ImportView({ importing }: { readonly importing: ImportActor }) {
  const snapshot = useSnapshot(importing);
  const { context } = snapshot;
  const opened = context.opened as ClipToImport | null;
  const several = context.several as ClipsToChoose | null;
  const chosen = useSignal<ReadonlySet<ClipOffer>>(new Set());
  const pick = (offer: ClipOffer): void => {
    chosen.value = new Set(
      [...chosen.value, offer].filter((one) => one !== offer || !chosen.value.has(offer)),
    );
  };
  const outline = snapshot.children.outline as OutlineActor | undefined;
  const text = instructionOf(snapshot);
  useEffect(() => announce(text), [text]);
  useFocusKept('.panel-body', text);
  const skip = (): void => importing.send({ type: 'import.skip' });
  return (
    <div class="play" data-testid="import">
      <h1 class="hidden-visually">Add clips to the library</h1>
      <Instruction text={text} />
      <div class="stage">
        <div class="clip-stage">
          {opened !== null && outline !== undefined && (
            <OutlinePicture picture={opened.clip} name={opened.clip.name} outline={outline} />
          )}
          {opened !== null && outline === undefined && context.sector !== null && (
            <RemovedPicture clip={opened.clip} sector={context.sector} />
          )}
          {several !== null && <ClipOffers choice={several.choice} chosen={chosen.value} onPick={pick} />}
          {opened === null && several === null && (
            <div class="clip-drop">
              <Icon name={snapshot.matches('refused') ? 'warning' : 'file'} size={40} />
              <p class="clip-name">{context.files?.name}</p>
            </div>
          )}
        </div>
      </div>
      <div class="stage-foot">
        {context.waiting.length > 0 && (
          <span class="figures">
            {context.waiting.length === 1 ? '1 more waits' : `${context.waiting.length} more wait`}
          </span>
        )}
      </div>
      {opened !== null && outline !== undefined ? (
        <OutlinePanel
          name={opened.clip.name}
          outline={outline}
          dropText="Leave it out"
          note={
            <>
              <ClipNotes notes={opened.clip.notes} />
              {opened.clip.strip !== null && <MModeOffer clip={opened.clip} outline={outline} />}
            </>
          }
          more={opened.clip.strip === null && <MModeOffer clip={opened.clip} outline={outline} />}
          onDrop={skip}
        />
      ) : several !== null ? (
        <SeveralPanel importing={importing} several={several} chosen={chosen} />
      ) : (
        <ImportPanel importing={importing} snapshot={snapshot} opened={opened} />
      )}
    </div>
  );
}

/** The file holds several clips, which the screen shows: those that are chosen are imported one after the other. */
function SeveralPanel({
  importing,
  several: { choice, clips },
  chosen,
}: {
  readonly importing: ImportActor;
  readonly several: ClipsToChoose;
  readonly chosen: Signal<ReadonlySet<ClipOffer>>;
}) {
  const { size } = chosen.value;
  const isAll = size === clips.length;
  return (
    <Panel
      label="Several clips"
      actions={
        <>
          <button
            type="button"
            class="button button-primary button-large"
            disabled={size === 0}
            onClick={() => {
              const wanted = clips.filter(({ offer }) => chosen.value.has(offer));
              chosen.value = new Set();
              importing.send({ type: 'clips.choose', clips: wanted });
            }}
          >
            {size === 0 ? 'Import' : size === 1 ? 'Import 1 clip' : `Import ${size} clips`}
          </button>
          <div class="panel-foot-row">
            <button
              type="button"
              class="button"
              onClick={() => {
                chosen.value = new Set(isAll ? [] : choice.clips);
              }}
            >
              {isAll ? 'Choose none' : 'Choose all'}
            </button>
            <button type="button" class="button" onClick={() => importing.send({ type: 'import.skip' })}>
              Leave it out
            </button>
          </div>
        </>
      }
    >
      <h2>Which clips?</h2>
      <p>
        There are {clips.length} clips in <strong class="clip-name">{choice.name}</strong>. Those that you
        choose are imported one after the other.
      </p>
      <OffersRefused choice={choice} />
    </Panel>
  );
}

function instructionOf(snapshot: Snapshot): string {
  if (snapshot.matches({ opened: 'outlining' })) return 'Check that the outline fits the ultrasound image.';
  if (snapshot.matches({ opened: 'reviewing' })) return 'Check what is kept: the hatched part is removed.';
  if (snapshot.matches({ opened: 'keeping' })) return 'The clip is being saved on this device.';
  if (snapshot.matches('choosing')) return 'Choose the clips that are to be imported.';
  return snapshot.matches('refused') ? 'This file cannot be used.' : 'The file is being read.';
}

function ImportPanel({
  importing,
  snapshot,
  opened,
}: {
  readonly importing: ImportActor;
  readonly snapshot: Snapshot;
  readonly opened: ClipToImport | null;
}) {
  const { context } = snapshot;
  const isLast = context.waiting.length === 0;
  const skip = (): void => importing.send({ type: 'import.skip' });
  if (snapshot.matches('refused')) {
    return (
      <Panel
        label="Not usable"
        actions={
          <button type="button" class="button button-primary button-large" onClick={skip}>
            {isLast ? 'Back to the library' : 'Go on with the next'}
          </button>
        }
      >
        <h2>That did not work</h2>
        <p role="alert">{context.problem}</p>
      </Panel>
    );
  }
  if (opened === null || context.sector === null) {
    return (
      <Panel
        label="Reading"
        actions={
          <button type="button" class="button" onClick={skip}>
            Leave it out
          </button>
        }
      >
        <h2>Reading the file …</h2>
        {context.progress !== null && <OpeningProgress {...context.progress} />}
      </Panel>
    );
  }
  if (snapshot.matches({ opened: 'keeping' })) {
    return (
      <Panel
        label="Saving"
        actions={
          <button type="button" class="button" onClick={() => importing.send({ type: 'keeping.stop' })}>
            Stop
          </button>
        }
      >
        <h2>Saving …</h2>
        <label class="network-progress small soft">
          <span class="figures">
            {context.stored} of {imagesText(opened.images)}
          </span>
          <progress max={opened.images} value={context.stored} />
        </label>
      </Panel>
    );
  }
  const removed = opened.clip.removed(context.sector);
  return (
    <Panel
      label="What is kept"
      actions={
        <>
          <button type="submit" form="import-name" class="button button-primary button-large">
            <Icon name="save" />
            Save in the library
          </button>
          <div class="panel-foot-row">
            <button type="button" class="button" onClick={() => importing.send({ type: 'outline.again' })}>
              Back to the outline
            </button>
            <button type="button" class="button" onClick={skip}>
              Leave it out
            </button>
          </div>
        </>
      }
    >
      <h2>What is kept</h2>
      {context.problem !== null && (
        <p class="inline-alert" role="alert">
          {context.problem}
        </p>
      )}
      <p>
        {imagesText(opened.images)}, each only within the outline and in shades of grey. Check that no name is
        left inside it: if there is, go back and draw the outline closer.
      </p>
      <h3>Removed</h3>
      <ul class="removed-list" data-testid="removed">
        <li>
          The hatched part of each image
          {removed.pixelsAll > 0 && ` (${Math.round((100 * removed.pixels) / removed.pixelsAll)} % of it)`},
          with whatever is written there.
        </li>
        <li>The file's name, its date, and sound if it has any.</li>
        {removed.tags.length > 0 && (
          <li>
            {removed.tags.length === 1 ? 'One entry' : `${removed.tags.length} entries`} of the file:
            <details open={removed.tags.length <= 12}>
              <summary>Names of the entries</summary>
              <ul class="tag-list">
                {removed.tags.map((tag) => (
                  <li key={tag}>{tag}</li>
                ))}
              </ul>
            </details>
          </li>
        )}
      </ul>
      <form
        id="import-name"
        onSubmit={(event) => {
          event.preventDefault();
          importing.send({ type: 'import.keep' });
        }}
      >
        <label class="field">
          <span>Name</span>
          <input
            type="text"
            maxLength={80}
            autocomplete="off"
            placeholder={nameUsual(context)}
            value={context.name}
            onInput={(event) => importing.send({ type: 'name.set', name: event.currentTarget.value })}
          />
          <span class="small soft">Nothing that tells who the patient is.</span>
        </label>
      </form>
    </Panel>
  );
}
