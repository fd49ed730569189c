import { useRef } from 'preact/hooks';
import { CLIP_ACCEPT } from '../clip-files.ts';
import type { ClipSetup } from '../clip-setup.ts';
import { ClipNotes } from '../components/clip-notes.tsx';
import { Icon } from '../components/icon.tsx';
import { Panel } from '../components/panel.tsx';
import { OutlinePanel } from './outline-panel.tsx';

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
  if (opened === null) return <FileChoice setup={setup} onAnew={onAnew} onLeave={onLeave} />;
  const { name, notes } = opened.clip;
  if (setup.isOther.value) return <OtherFile setup={setup} name={name} />;
  return (
    <OutlinePanel
      name={name}
      outline={opened.outline}
      note={<ClipNotes notes={notes} />}
      onDrop={() => setup.fileDrop()}
    />
  );
}

/** A button that opens the system's choice of files, and the field behind it. */
function FileButton({ setup, text }: { readonly setup: ClipSetup; readonly text: string }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class="button button-primary button-large"
        disabled={setup.isOpening.value}
        onClick={() => input.current?.click()}
      >
        <Icon name="file" />
        {setup.isOpening.value ? 'Reading the file …' : text}
      </button>
      <input
        ref={input}
        type="file"
        class="hidden-visually"
        aria-label="Video or picture file"
        tabIndex={-1}
        multiple
        accept={CLIP_ACCEPT}
        onChange={(event) => {
          const field = event.currentTarget;
          setup.filesOpen([...(field.files ?? [])]);
          field.value = '';
        }}
      />
    </>
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
          <FileButton setup={setup} text="Give the right file" />
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
          <FileButton setup={setup} text="Choose a file" />
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
      <Problem setup={setup} />
    </Panel>
  );
}
