import { useRef } from 'preact/hooks';
import type { ClipSetup } from '../clip-setup.ts';
import { Icon } from '../components/icon.tsx';
import { Panel } from '../components/panel.tsx';
import { Slider } from '../components/slider.tsx';

const CLICK_TEXT = [
  'First point: the upper corner of the image, on either side.',
  'Second point: further down on the same side edge, the lower the better.',
  'Third point: the deepest point in the middle.',
] as const;

/** Beside the learner's own file: choosing it, and the sector found or set by hand. */
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
  const clip = setup.clip.value;
  if (clip === null) return <FileChoice setup={setup} onAnew={onAnew} onLeave={onLeave} />;
  if (setup.isOther.value) return <OtherFile setup={setup} name={clip.file.name} />;
  return <SectorChoice setup={setup} name={clip.file.name} confidence={clip.found?.confidence ?? null} />;
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
        accept="video/mp4,video/quicktime,video/webm,image/png,image/jpeg"
        onChange={(event) => {
          const field = event.currentTarget;
          const file = field.files?.[0];
          if (file !== undefined) setup.fileOpen(file);
          field.value = '';
        }}
      />
    </>
  );
}

/** Marks wait for one file, and another was given. */
function OtherFile({ setup, name }: { readonly setup: ClipSetup; readonly name: string }) {
  const wanted = setup.wanted.clip?.file.name ?? name;
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
        {name} is not the file that your marks were made on{wanted === name ? '' : ` (${wanted})`}: give that
        one to go on where you were, or begin anew with this one, which drops the marks.
      </p>
      <Problem setup={setup} />
    </Panel>
  );
}

/** Why the last file, or the last three clicks, cannot be used. */
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
          Open <strong class="clip-name">{wanted.file.name}</strong> again to go on where you were
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

function SectorChoice({
  setup,
  name,
  confidence,
}: {
  readonly setup: ClipSetup;
  readonly name: string;
  readonly confidence: number | null;
}) {
  const isByHand = setup.isByHand.value;
  const set = setup.clicks.value.length;
  return (
    <Panel
      label="Where the image lies"
      actions={
        <>
          <button
            type="button"
            class="button button-primary button-large"
            disabled={setup.sector.value === null}
            onClick={() => setup.use()}
          >
            <Icon name="check" />
            Use this outline
          </button>
          <button type="button" class="button" onClick={() => setup.fileDrop()}>
            Another file
          </button>
        </>
      }
    >
      <h2>Where is the image?</h2>
      <p class="soft small clip-name">{name}</p>
      {isByHand ? (
        <>
          {confidence === null && <p>No ultrasound image was found by itself: set it by three points.</p>}
          <fieldset class="picker">
            <legend>Probe</legend>
            <div class="panel-foot-row">
              {(['convex', 'linear'] as const).map((kind) => (
                <label class="choice" key={kind}>
                  <input
                    type="radio"
                    name="probe"
                    checked={setup.probe.value === kind}
                    onChange={() => setup.probeSet(kind)}
                  />
                  <span class="choice-face">{kind === 'convex' ? 'Convex (fan)' : 'Linear (box)'}</span>
                </label>
              ))}
            </div>
          </fieldset>
          <ol class="clip-steps">
            {CLICK_TEXT.map((text, i) => (
              <li key={text} data-done={set > i} {...(set === i ? { 'aria-current': 'step' as const } : {})}>
                {text}
              </li>
            ))}
          </ol>
          <button type="button" class="button" disabled={set === 0} onClick={() => setup.clicksClear()}>
            <Icon name="undo" />
            Set the points again
          </button>
        </>
      ) : (
        <>
          <p>
            The outline was found with a confidence of{' '}
            <strong class="figures">{Math.round(100 * (confidence ?? 0))} %</strong>. If it does not fit, set
            it by hand.
          </p>
          <button type="button" class="button" onClick={() => setup.handSet(true)}>
            <Icon name="target" />
            Set it by hand with three points
          </button>
        </>
      )}
      {isByHand && confidence !== null && (
        <button type="button" class="button button-quiet" onClick={() => setup.handSet(false)}>
          Use the outline that was found
        </button>
      )}
      <Problem setup={setup} />
      <Slider
        label="Imaging depth"
        value={Math.round(setup.depthMm.value / 5) * 5}
        min={20}
        max={300}
        step={5}
        show={`${(setup.depthMm.value / 10).toFixed(1)} cm`}
        onChange={(mm) => setup.depthSet(mm)}
      />
      <p class="small">
        The depth is a usual one unless you set it: read it from the scale beside the image. Tolerances in
        millimetres depend on it.
      </p>
    </Panel>
  );
}
