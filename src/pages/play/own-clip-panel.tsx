import { useEffect } from 'preact/hooks';
import type { ClipChoice } from '../../adapters/clip/clip-choice.ts';
import { MModeOffer } from '../../parts/m-mode/m-mode-offer.tsx';
import { CLIP_ACCEPT } from '../../parts/opening/clip-files.ts';
import { ClipNotes } from '../../parts/opening/clip-notes.tsx';
import { OffersRefused } from '../../parts/opening/clip-offers.tsx';
import type { ClipSetup } from '../../parts/opening/clip-setup.ts';
import { clipNameText } from '../../parts/opening/clip-text.ts';
import { OpeningProgress } from '../../parts/opening/opening-progress.tsx';
import { openingText } from '../../parts/opening/opening-text.ts';
import { OutlinePanel } from '../../parts/outline/outline-panel.tsx';
import { announce } from '../../ui/announcer.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';

/** Beside the learner's own file: choosing it, and saying where in it the ultrasound image lies. */
export function ClipPanel({
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
      dropText={choice === null ? 'Another file' : 'Another clip'}
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
      ? { text: 'Reading the file …', share: undefined }
      : openingText(setup.progress.value);
  return (
    <>
      <OpeningProgress text={text} share={share} />
      <button type="button" class="button" onClick={() => setup.openingStop()}>
        Stop
      </button>
    </>
  );
}

/** The file holds several clips, which the screen shows. */
function OfferChoice({ setup, choice }: { readonly setup: ClipSetup; readonly choice: ClipChoice }) {
  const text = `There are ${choice.clips.length} clips in ${clipNameText(choice.name)}: choose one.`;
  useEffect(() => announce(text), [text]);
  return (
    <Panel
      label="Several clips"
      actions={
        <button
          type="button"
          class="button"
          disabled={setup.isOpening.value}
          onClick={() => setup.fileDrop()}
        >
          Another file
        </button>
      }
    >
      <h2>Which clip?</h2>
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
      label="Video or picture file"
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
      label="Another file"
      actions={
        <>
          <ClipButton setup={setup} text="Give the right file" />
          <button type="button" class="button" onClick={() => setup.anew()}>
            <Icon name="again" />
            Begin anew with this one
          </button>
        </>
      }
    >
      <h2>Another file</h2>
      <p class="inline-alert" role="alert">
        {name} is not the file that your marks were made on
        {wanted === null || wanted === name ? '' : ` (${wanted})`}: give that one to go on where you were, or
        begin anew with this one, which drops the marks.
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
      label="Your own clip"
      actions={
        <>
          <ClipButton setup={setup} text="Choose a file" />
          <div class="panel-foot-row">
            {wanted !== null && (
              <button type="button" class="button" onClick={onAnew}>
                <Icon name="again" />
                Begin anew
              </button>
            )}
            <button type="button" class="button" onClick={onLeave}>
              Leave
            </button>
          </div>
        </>
      }
    >
      <h2>Open your own clip</h2>
      {wanted !== null ? (
        <p>
          Open{' '}
          {setup.wantedName === null ? (
            'the same file'
          ) : (
            <strong class="clip-name">{setup.wantedName}</strong>
          )}{' '}
          again to go on where you were
          {isWorkedOn
            ? ': your marks are kept. Beginning anew drops them.'
            : ', or begin anew to set another outline.'}
        </p>
      ) : (
        <p>
          A video or picture of a lung ultrasound. The network reads it in this page; nothing is sent
          anywhere.
        </p>
      )}
      <p>
        Text outside the ultrasound image is not looked at. Use clips that you may use for training, without
        names in the picture.
      </p>
      <OpeningState setup={setup} />
      <Problem setup={setup} />
    </Panel>
  );
}
