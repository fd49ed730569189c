import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { BrightnessKind } from '../../domain/frame/brightness.ts';
import { announce } from '../../ui/announcer.ts';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { KeyPoints } from '../../ui/text.tsx';
import { OutlinePanel } from '../outline/outline-panel.tsx';
import type { CaptureService } from './capture-service.ts';
import { DeviceFields } from './device-fields.tsx';
import { liveInstruction, livePlace } from './live-text.ts';
import { type CaptureSnapshot, captureOutlineOf } from './machine/capture.ts';
import type { MarkedSide } from './machine/capture-context.ts';

interface SetupProps {
  readonly capture: CaptureService;
  readonly snapshot: CaptureSnapshot;
}

/** Beside the machine's picture: setting it up, step by step, and what to do about what is in the way. */
export function SetupPanel({ capture, snapshot }: SetupProps) {
  const place = livePlace(snapshot);
  useEffect(() => announce(liveInstruction(place)), [place]);
  switch (place) {
    case 'off':
      return <OffPanel capture={capture} snapshot={snapshot} />;
    case 'opening':
      return (
        <StepPanel capture={capture} title="Waiting for the device …" step={null}>
          <p>The browser may ask whether this page may use the camera: allow it.</p>
        </StepPanel>
      );
    case 'looking':
      return <LookPanel capture={capture} snapshot={snapshot} />;
    case 'finding':
      return (
        <StepPanel capture={capture} title="Looking for the image …" step="Step 2 of 3">
          <p>A second or two: the outline of the ultrasound image is being found.</p>
        </StepPanel>
      );
    case 'outlining':
      return <FoundPanel capture={capture} snapshot={snapshot} />;
    case 'siding':
      return <SidePanel capture={capture} snapshot={snapshot} />;
    default:
      return <BrokenPanel capture={capture} snapshot={snapshot} />;
  }
}

function StepPanel({
  capture: { actor },
  title,
  step,
  actions = null,
  children,
}: {
  readonly capture: CaptureService;
  readonly title: string;
  /** How far the set-up is; null outside of it. */
  readonly step: string | null;
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  return (
    <Panel
      label={title}
      actions={
        <>
          {actions}
          <button type="button" class="button" onClick={() => actor.send({ type: 'capture.stop' })}>
            Switch the camera off
          </button>
        </>
      }
    >
      {step !== null && <p class="small soft">{step}</p>}
      <h2>{title}</h2>
      {children}
    </Panel>
  );
}

function OffPanel({ capture: { actor } }: SetupProps) {
  return (
    <Panel
      label="Your own machine"
      actions={
        <button
          type="button"
          class="button button-primary button-large"
          onClick={() => actor.send({ type: 'capture.begin' })}
        >
          <Icon name="camera" />
          Switch the camera on
        </button>
      }
    >
      <h2>Your ultrasound machine, live</h2>
      <p>Watch it with the network's overlay, freeze, mark and be graded.</p>
      <KeyPoints
        points={[
          "Connect the machine's video output (HDMI, DVI or VGA) to a USB capture card, and the card to this computer. A handheld device's screen can be mirrored.",
          "Without a card, point a camera straight at the machine's screen, in a dim room.",
          'Scan a phantom, or a person who agreed to it.',
        ]}
      />
      <p>
        Only the ultrasound image itself is used, without the text around it. It stays in this page: nothing
        is stored or sent unless you ask.
      </p>
    </Panel>
  );
}

function LookPanel({ capture, snapshot }: SetupProps) {
  const { actor } = capture;
  return (
    <StepPanel
      capture={capture}
      title="Is this the machine's picture?"
      step="Step 1 of 3"
      actions={
        <button
          type="button"
          class="button button-primary button-large"
          onClick={() => actor.send({ type: 'picture.use' })}
        >
          <Icon name="check" />
          Yes, find the image
        </button>
      }
    >
      <p>Put gel and the probe on, so that there is an image to be found.</p>
      <DeviceFields actor={actor} context={snapshot.context} />
    </StepPanel>
  );
}

const BRIGHTNESS_TEXT: Readonly<Record<Exclude<BrightnessKind, 'good'>, string>> = {
  nothing:
    'The picture is black or empty: switch the machine on, unfreeze it and check the cable, then look again.',
  dark: "The image is very dark: raise the gain, or the brightness of the machine's video output, then look again.",
  bright:
    "The image is very bright: lower the gain, or the brightness of the machine's video output, then look again.",
};

function FoundPanel({ capture: { actor }, snapshot }: SetupProps) {
  const outline = captureOutlineOf(snapshot);
  if (outline === null) return null;
  const { label, look } = snapshot.context;
  const brightness = look?.brightness ?? 'good';
  return (
    <OutlinePanel
      name={label}
      outline={outline}
      dropText="Another device"
      onDrop={() => actor.send({ type: 'setup.again' })}
      note={
        <>
          {brightness !== 'good' && (
            <p class="inline-alert" data-kind="doubt" role="status" data-testid="brightness">
              {BRIGHTNESS_TEXT[brightness]}
            </p>
          )}
          <button type="button" class="button" onClick={() => actor.send({ type: 'picture.use' })}>
            <Icon name="again" />
            Look again
          </button>
        </>
      }
    />
  );
}

function SideButton({
  side,
  text,
  capture: { actor },
  snapshot,
}: SetupProps & { readonly side: MarkedSide; readonly text: string }) {
  return (
    <button
      type="button"
      class={side === 'unknown' ? 'button button-quiet' : 'button'}
      disabled={!snapshot.matches({ setup: 'siding' })}
      onClick={() => actor.send({ type: 'side.tell', side })}
    >
      {text}
    </button>
  );
}

function SidePanel({ capture, snapshot }: SetupProps) {
  return (
    <StepPanel
      capture={capture}
      title="Which side is it?"
      step="Step 3 of 3"
      actions={
        <>
          <div class="panel-foot-row">
            <SideButton side="left" text="It moves on the left" capture={capture} snapshot={snapshot} />
            <SideButton side="right" text="It moves on the right" capture={capture} snapshot={snapshot} />
          </div>
          <SideButton side="unknown" text="I cannot tell" capture={capture} snapshot={snapshot} />
        </>
      }
    >
      <p>
        One end of the probe's face has a mark: a ridge, a dot or a light. Put gel on that end and tap it with
        a finger. Where does the image move?
      </p>
      <p>
        Batsign shows the marked side on the left. Where the picture comes mirrored, it is turned over before
        you see it.
      </p>
    </StepPanel>
  );
}

/** The device cannot be used: why, in a sentence, and the ways on. */
function BrokenPanel({ capture: { actor }, snapshot }: SetupProps) {
  const { fault, devices } = snapshot.context;
  return (
    <Panel
      label="Something is in the way"
      actions={
        <>
          <button
            type="button"
            class="button button-primary button-large"
            onClick={() => actor.send({ type: 'fault.retry' })}
          >
            <Icon name="again" />
            Try again
          </button>
          <button type="button" class="button" onClick={() => actor.send({ type: 'capture.stop' })}>
            Leave it
          </button>
        </>
      }
    >
      <h2>No picture</h2>
      <p class="inline-alert" role="alert" data-testid="fault" data-code={fault?.code}>
        {fault?.sentence}
      </p>
      {devices.length > 1 && <DeviceFields actor={actor} context={snapshot.context} />}
    </Panel>
  );
}
