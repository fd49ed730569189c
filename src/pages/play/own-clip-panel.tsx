import { useEffect } from 'preact/hooks';
import type { ClipChoice } from '../../adapters/clip/clip-choice.ts';
import { MModeOffer } from '../../parts/m-mode/m-mode-offer.tsx';
import { CLIP_ACCEPT } from '../../parts/opening/clip-files.ts';
import { ClipNotes } from '../../parts/opening/clip-notes.tsx';
import { OffersRefused } from '../../parts/opening/clip-offers.tsx';
import type { ClipSetup } from '../../parts/opening/clip-setup.ts';
import { clipNameText } from '../../parts/opening/clip-text.ts';
import { OpeningProgressBar } from '../../parts/opening/opening-progress.tsx';
import { openingText } from '../../parts/opening/opening-text.ts';
import { OutlinePanel } from '../../parts/outline/outline-panel.tsx';
import { announce } from '../../ui/announcer.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Rich } from '../../ui/words/rich.tsx';
import { say } from '../../ui/words/say.ts';

/** Beside the learner's own file: choosing it, and saying where in it the ultrasound image lies. */
export function OwnClipPanel({
  setup,
  onAnew,
  onLeave,
}: {
  readonly setup: ClipSetup;
  /** Forgets the file that is waited for, and what was done on it. */
  readonly onAnew: () => void;
  readonly onLeave: () => void;
}) {
  const opened = setup.opened.value;
  const choice = setup.choice.value;
  if (opened === null && choice !== null) return <OfferChoice setup={setup} choice={choice} />;
  if (opened === null) return <FileChoice setup={setup} onAnew={onAnew} onLeave={onLeave} />;
  const { clip, outline } = opened;
  const { notes } = clip;
  const name = clipNameText(clip.name);
  if (setup.isOther.value) return <OtherFile setup={setup} name={name} />;
  return (
    <OutlinePanel
      name={name}
      outline={outline}
      dropText={say(choice === null ? 'play.clip.other' : 'play.clip.otherClip')}
      note={
        <>
          <ClipNotes notes={notes} />
          {clip.strip !== null && <MModeOffer clip={clip} outline={outline} />}
        </>
      }
      more={clip.strip === null && <MModeOffer clip={clip} outline={outline} />}
      onDrop={() => setup.fileDrop()}
    />
  );
}

/** How far opening has come, and a way out of it; nothing where nothing is being opened. */
function OpeningState({ setup }: { readonly setup: ClipSetup }) {
  if (!setup.isOpening.value) return null;
  const { text, share } =
    setup.progress.value === null
      ? { text: say('play.clip.reading'), share: undefined }
      : openingText(setup.progress.value);
  return (
    <>
      <OpeningProgressBar text={text} share={share} />
      <button type="button" class="button" onClick={() => setup.openingStop()}>
        {say('play.clip.stop')}
      </button>
    </>
  );
}

/** The file holds several clips, which the screen shows. */
function OfferChoice({ setup, choice }: { readonly setup: ClipSetup; readonly choice: ClipChoice }) {
  const text = say('play.clip.offers', { count: choice.clips.length, name: clipNameText(choice.name) });
  useEffect(() => announce(text), [text]);
  return (
    <Panel
      label={say('play.clip.offersLabel')}
      actions={
        <button
          type="button"
          class="button"
          disabled={setup.isOpening.value}
          onClick={() => setup.fileDrop()}
        >
          {say('play.clip.other')}
        </button>
      }
    >
      <h2>{say('play.clip.which')}</h2>
      <p>{text}</p>
      <OpeningState setup={setup} />
      <Problem setup={setup} />
      <OffersRefused choice={choice} />
    </Panel>
  );
}

/** Chooses the file that is to be worked on. */
function ClipButton({ setup, text }: { readonly setup: ClipSetup; readonly text: string }) {
  return (
    <FileButton
      text={text}
      label={say('play.clip.file')}
      accept={CLIP_ACCEPT}
      isMain
      isSeveral
      isDisabled={setup.isOpening.value}
      onFiles={(files) => setup.filesOpen(files)}
    />
  );
}

/** Marks wait for one file, and another was given. */
function OtherFile({ setup, name }: { readonly setup: ClipSetup; readonly name: string }) {
  const { wantedName: wanted } = setup;
  return (
    <Panel
      label={say('play.clip.other')}
      actions={
        <>
          <ClipButton setup={setup} text={say('play.clip.giveRight')} />
          <button type="button" class="button" onClick={() => setup.anew()}>
            <Icon name="again" />
            {say('play.clip.anewWith')}
          </button>
        </>
      }
    >
      <h2>{say('play.clip.other')}</h2>
      <p class="inline-alert" role="alert">
        {wanted === null || wanted === name
          ? say('play.clip.otherThanUnnamed', { name })
          : say('play.clip.otherThan', { name, wanted })}
      </p>
      <OpeningState setup={setup} />
      <Problem setup={setup} />
    </Panel>
  );
}

/** Why the last file cannot be used. */
function Problem({ setup }: { readonly setup: ClipSetup }) {
  if (setup.problem.value === null) return null;
  return (
    <p class="inline-alert" role="alert">
      {setup.problem.value}
    </p>
  );
}

function FileChoice({
  setup,
  onAnew,
  onLeave,
}: {
  readonly setup: ClipSetup;
  readonly onAnew: () => void;
  readonly onLeave: () => void;
}) {
  const { clip: wanted, isWorkedOn } = setup.wanted;
  return (
    <Panel
      label={say('play.clip.label')}
      actions={
        <>
          <ClipButton setup={setup} text={say('play.clip.choose')} />
          <div class="panel-foot-row">
            {wanted !== null && (
              <button type="button" class="button" onClick={onAnew}>
                <Icon name="again" />
                {say('play.clip.anew')}
              </button>
            )}
            <button type="button" class="button" onClick={onLeave}>
              {say('play.leave')}
            </button>
          </div>
        </>
      }
    >
      <h2>{say('play.clip.title')}</h2>
      {wanted !== null ? (
        <p>
          <OnSentence name={setup.wantedName} isWorkedOn={isWorkedOn} />
        </p>
      ) : (
        <p>{say('play.clip.text')}</p>
      )}
      <p>{say('play.clip.note')}</p>
      <OpeningState setup={setup} />
      <Problem setup={setup} />
    </Panel>
  );
}

/** How to go on with the file that is waited for; `name`: null where it is known no longer. */
function OnSentence({ name, isWorkedOn }: { readonly name: string | null; readonly isWorkedOn: boolean }) {
  if (name === null)
    return <>{say(isWorkedOn ? 'play.clip.onMarkedUnnamed' : 'play.clip.onUnmarkedUnnamed')}</>;
  return (
    <Rich
      text={say(isWorkedOn ? 'play.clip.onMarked' : 'play.clip.onUnmarked', { name })}
      marks={{ file: (text) => <strong class="clip-name">{text}</strong> }}
    />
  );
}
