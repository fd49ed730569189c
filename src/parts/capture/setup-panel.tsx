import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { announce } from '../../ui/announcer.ts';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { messageSentence } from '../../ui/sentences/message-sentence.ts';
import { KeyPoints } from '../../ui/text.tsx';
import { say } from '../../ui/words/say.ts';
import { OutlinePanel } from '../outline/outline-panel.tsx';
import type { CaptureService } from './capture-service.ts';
import { DeviceFields } from './device-fields.tsx';
import { deviceName, liveInstruction, livePlace } from './live-text.ts';
import { type CaptureSnapshot, captureOutlineOf } from './machine/capture.ts';
import type { MarkedSide } from './machine/capture-context.ts';

/** Of setting a scanner up: its picture, the outline, the side. */
const STEPS = 3;

interface SetupProps {
  readonly capture: CaptureService;
  readonly snapshot: CaptureSnapshot;
}

/** Beside the scanner's picture: setting it up, step by step, and what to do about what is in the way. */
export function SetupPanel({ capture, snapshot }: SetupProps) {
  const place = livePlace(snapshot);
  useEffect(() => announce(liveInstruction(place)), [place]);
  switch (place) {
    case 'off':
      return <OffPanel capture={capture} snapshot={snapshot} />;
    case 'opening':
      return (
        <StepPanel capture={capture} title={say('capture.opening.title')} step={null}>
          <p>{say('capture.opening.allow')}</p>
        </StepPanel>
      );
    case 'looking':
      return <LookPanel capture={capture} snapshot={snapshot} />;
    case 'finding':
      return (
        <StepPanel capture={capture} title={say('capture.finding.title')} step={2}>
          <p>{say('capture.finding.text')}</p>
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
  /** Of the set-up, from 1; null outside of it. */
  readonly step: number | null;
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
            {say('capture.switchOff')}
          </button>
        </>
      }
    >
      {step !== null && <p class="small soft">{say('capture.step', { step, steps: STEPS })}</p>}
      <h2>{title}</h2>
      {children}
    </Panel>
  );
}

function OffPanel({ capture: { actor } }: SetupProps) {
  return (
    <Panel
      label={say('capture.title')}
      actions={
        <button
          type="button"
          class="button button-primary button-large"
          onClick={() => actor.send({ type: 'capture.begin' })}
        >
          <Icon name="camera" />
          {say('capture.switchOn')}
        </button>
      }
    >
      <h2>{say('capture.off.title')}</h2>
      <p>{say('capture.off.what')}</p>
      <KeyPoints points={[say('capture.off.connect'), say('capture.off.camera'), say('capture.off.whom')]} />
      <p>{say('capture.off.privacy')}</p>
    </Panel>
  );
}

function LookPanel({ capture, snapshot }: SetupProps) {
  const { actor } = capture;
  return (
    <StepPanel
      capture={capture}
      title={say('capture.look.title')}
      step={1}
      actions={
        <button
          type="button"
          class="button button-primary button-large"
          onClick={() => actor.send({ type: 'picture.use' })}
        >
          <Icon name="check" />
          {say('capture.look.yes')}
        </button>
      }
    >
      <p>{say('capture.look.gel')}</p>
      <DeviceFields actor={actor} context={snapshot.context} />
    </StepPanel>
  );
}

function FoundPanel({ capture: { actor }, snapshot }: SetupProps) {
  const outline = captureOutlineOf(snapshot);
  if (outline === null) return null;
  const { label, look } = snapshot.context;
  const brightness = look?.brightness ?? 'good';
  return (
    <OutlinePanel
      name={deviceName(label)}
      outline={outline}
      dropText={say('capture.found.another')}
      onDrop={() => actor.send({ type: 'setup.again' })}
      note={
        <>
          {brightness !== 'good' && (
            <p class="inline-alert" data-kind="doubt" role="status" data-testid="brightness">
              {say(`capture.brightness.${brightness}`)}
            </p>
          )}
          <button type="button" class="button" onClick={() => actor.send({ type: 'picture.use' })}>
            <Icon name="again" />
            {say('capture.found.again')}
          </button>
        </>
      }
    />
  );
}

function SideButton({ side, capture: { actor }, snapshot }: SetupProps & { readonly side: MarkedSide }) {
  return (
    <button
      type="button"
      class={side === 'unknown' ? 'button button-quiet' : 'button'}
      disabled={!snapshot.matches({ setup: 'siding' })}
      onClick={() => actor.send({ type: 'side.tell', side })}
    >
      {say(`capture.side.${side}`)}
    </button>
  );
}

function SidePanel({ capture, snapshot }: SetupProps) {
  return (
    <StepPanel
      capture={capture}
      title={say('capture.side.title')}
      step={STEPS}
      actions={
        <>
          <div class="panel-foot-row">
            <SideButton side="left" capture={capture} snapshot={snapshot} />
            <SideButton side="right" capture={capture} snapshot={snapshot} />
          </div>
          <SideButton side="unknown" capture={capture} snapshot={snapshot} />
        </>
      }
    >
      <p>{say('capture.side.mark')}</p>
      <p>{say('capture.side.mirrored')}</p>
    </StepPanel>
  );
}

/** The device cannot be used: why, in a sentence, and the ways on. */
function BrokenPanel({ capture: { actor }, snapshot }: SetupProps) {
  const { fault, devices } = snapshot.context;
  return (
    <Panel
      label={say('capture.broken.label')}
      actions={
        <>
          <button
            type="button"
            class="button button-primary button-large"
            onClick={() => actor.send({ type: 'fault.retry' })}
          >
            <Icon name="again" />
            {say('capture.tryAgain')}
          </button>
          <button type="button" class="button" onClick={() => actor.send({ type: 'capture.stop' })}>
            {say('capture.leave')}
          </button>
        </>
      }
    >
      <h2>{say('capture.broken.title')}</h2>
      <p class="inline-alert" role="alert" data-testid="fault" data-code={fault?.code}>
        {fault !== null && messageSentence(fault.fact)}
      </p>
      {devices.length > 1 && <DeviceFields actor={actor} context={snapshot.context} />}
    </Panel>
  );
}
