import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SnapshotFrom } from 'xstate';
import type { ClipOffer } from '../../adapters/clip/clip-choice.ts';
import { Instruction } from '../../parts/keys/instruction.tsx';
import { MModeOffer } from '../../parts/m-mode/m-mode-offer.tsx';
import { ClipNotes } from '../../parts/opening/clip-notes.tsx';
import { ClipOffers, OffersRefused } from '../../parts/opening/clip-offers.tsx';
import { clipNameText } from '../../parts/opening/clip-text.ts';
import { OpeningProgressBar } from '../../parts/opening/opening-progress.tsx';
import { openingText } from '../../parts/opening/opening-text.ts';
import type { OutlineActor } from '../../parts/outline/machine/outline.ts';
import { OutlinePanel } from '../../parts/outline/outline-panel.tsx';
import { OutlinePicture } from '../../parts/outline/outline-picture.tsx';
import { announce } from '../../ui/announcer.ts';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { messageSentence } from '../../ui/sentences/message-sentence.ts';
import { useFocusKept } from '../../ui/use-focus-kept.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { Rich } from '../../ui/words/rich.tsx';
import { say } from '../../ui/words/say.ts';
import type { ClipsToChoose, ClipToImport } from './library-effects.ts';
import type { ImportActor } from './machine/library.ts';
import { clipNumber, type ImportMachine } from './machine/library-import.ts';
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
      <h1 class="hidden-visually">{say('library.import.title')}</h1>
      <Instruction text={text} />
      <div class="stage">
        <div class="clip-stage">
          {opened !== null && outline !== undefined && (
            <OutlinePicture picture={opened.clip} name={clipNameText(opened.clip.name)} outline={outline} />
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
          <span class="figures">{say('library.import.waiting', { count: context.waiting.length })}</span>
        )}
      </div>
      {opened !== null && outline !== undefined ? (
        <OutlinePanel
          name={clipNameText(opened.clip.name)}
          outline={outline}
          dropText={say('library.import.leaveOut')}
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
      label={say('library.import.severalLabel')}
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
            {size === 0
              ? say('library.import.importNone')
              : say('library.import.importSome', { count: size })}
          </button>
          <div class="panel-foot-row">
            <button
              type="button"
              class="button"
              onClick={() => {
                chosen.value = new Set(isAll ? [] : choice.clips);
              }}
            >
              {say(isAll ? 'library.import.chooseNone' : 'library.import.chooseAll')}
            </button>
            <button type="button" class="button" onClick={() => importing.send({ type: 'import.skip' })}>
              {say('library.import.leaveOut')}
            </button>
          </div>
        </>
      }
    >
      <h2>{say('library.import.severalTitle')}</h2>
      <p>
        <Rich
          text={say('library.import.several', { count: clips.length, name: clipNameText(choice.name) })}
          marks={{ name: (text) => <strong class="clip-name">{text}</strong> }}
        />
      </p>
      <OffersRefused choice={choice} />
    </Panel>
  );
}

function instructionOf(snapshot: Snapshot): string {
  if (snapshot.matches({ opened: 'outlining' })) return say('library.import.outlining');
  if (snapshot.matches({ opened: 'reviewing' })) return say('library.import.reviewing');
  if (snapshot.matches({ opened: 'keeping' })) return say('library.import.keeping');
  if (snapshot.matches('choosing')) return say('library.import.choosing');
  return say(snapshot.matches('refused') ? 'library.import.refused' : 'library.import.reading');
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
        label={say('library.import.refusedLabel')}
        actions={
          <button type="button" class="button button-primary button-large" onClick={skip}>
            {say(isLast ? 'library.import.toLibrary' : 'library.import.toNext')}
          </button>
        }
      >
        <h2>{say('library.import.refusedTitle')}</h2>
        <p role="alert">{context.problem !== null && messageSentence(context.problem)}</p>
      </Panel>
    );
  }
  if (opened === null || context.sector === null) {
    return (
      <Panel
        label={say('library.import.readingLabel')}
        actions={
          <button type="button" class="button" onClick={skip}>
            {say('library.import.leaveOut')}
          </button>
        }
      >
        <h2>{say('library.import.readingTitle')}</h2>
        {context.progress !== null && <OpeningProgressBar {...openingText(context.progress)} />}
      </Panel>
    );
  }
  if (snapshot.matches({ opened: 'keeping' })) {
    return (
      <Panel
        label={say('library.import.savingLabel')}
        actions={
          <button type="button" class="button" onClick={() => importing.send({ type: 'keeping.stop' })}>
            {say('library.import.stop')}
          </button>
        }
      >
        <h2>{say('library.import.savingTitle')}</h2>
        <label class="network-progress small soft">
          <span class="figures">
            {say('library.import.saved', { saved: context.stored, count: opened.images })}
          </span>
          <progress max={opened.images} value={context.stored} />
        </label>
      </Panel>
    );
  }
  const removed = opened.clip.removed(context.sector);
  return (
    <Panel
      label={say('library.import.kept')}
      actions={
        <>
          <button type="submit" form="import-name" class="button button-primary button-large">
            <Icon name="save" />
            {say('library.import.save')}
          </button>
          <div class="panel-foot-row">
            <button type="button" class="button" onClick={() => importing.send({ type: 'outline.again' })}>
              {say('library.import.toOutline')}
            </button>
            <button type="button" class="button" onClick={skip}>
              {say('library.import.leaveOut')}
            </button>
          </div>
        </>
      }
    >
      <h2>{say('library.import.kept')}</h2>
      {context.problem !== null && (
        <p class="inline-alert" role="alert">
          {messageSentence(context.problem)}
        </p>
      )}
      <p>{say('library.import.what', { count: opened.images })}</p>
      <h3>{say('library.import.removed')}</h3>
      <ul class="removed-list" data-testid="removed">
        <li>
          {removed.pixelsAll > 0
            ? say('library.import.hatched', {
                percent: Math.round((100 * removed.pixels) / removed.pixelsAll),
              })
            : say('library.import.hatchedOfNone')}
        </li>
        <li>{say('library.import.ofFile')}</li>
        {removed.tags.length > 0 && (
          <li>
            {say('library.import.entries', { count: removed.tags.length })}
            <details open={removed.tags.length <= 12}>
              <summary>{say('library.import.entryNames')}</summary>
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
          <span>{say('library.import.name')}</span>
          <input
            type="text"
            maxLength={80}
            autocomplete="off"
            placeholder={say('library.import.nameUsual', { number: clipNumber(context) })}
            value={context.name}
            onInput={(event) => importing.send({ type: 'name.set', name: event.currentTarget.value })}
          />
          <span class="small soft">{say('library.import.nameHint')}</span>
        </label>
      </form>
    </Panel>
  );
}
