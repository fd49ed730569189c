import { useEffect, useRef } from 'preact/hooks';
import type { CaptureService } from '../../parts/capture/capture-service.ts';
import { deviceName, type LivePlace, livePlace } from '../../parts/capture/live-text.ts';
import type { CaptureSnapshot } from '../../parts/capture/machine/capture.ts';
import type { CaptureContext } from '../../parts/capture/machine/capture-context.ts';
import { OverlayControl } from '../../parts/player/overlay-control.tsx';
import { useServices } from '../../parts/services.ts';
import { LIVE_ID } from '../../parts/session/practice.ts';
import { actionShortcuts } from '../../ui/actions/action-keys.ts';
import { Icon } from '../../ui/icon.tsx';
import { noticeError } from '../../ui/notices.ts';
import { Panel } from '../../ui/panel.tsx';
import { routeGo, routeHref } from '../../ui/route.ts';
import { messageSentence } from '../../ui/sentences/message-sentence.ts';
import { say } from '../../ui/words/say.ts';
import { FREEZE_KEYS } from './live-actions.ts';
import { LiveFiguresList } from './live-figures-list.tsx';
import { snapshotSave } from './snapshot-save.ts';

/** Seconds of the scanner's image that are held. */
const KEPT_S = 10;

interface PanelProps {
  readonly capture: CaptureService;
  readonly snapshot: CaptureSnapshot;
  readonly notice: CaptureContext['notice'];
}

/** Beside the machine's image: figures of the moment, and freezing, marking, keeping. */
export function LivePanel({ capture, snapshot, notice }: PanelProps) {
  const { network } = useServices();
  const { actor, viewer, isWaiting } = capture;
  const { label, size, keptShare } = snapshot.context;
  const place = livePlace(snapshot);
  const isForScenario = useRef(false);
  useEffect(() => {
    if (notice === null || !isForScenario.current) return;
    isForScenario.current = false;
    if (notice.kind === 'done') routeGo({ page: 'studio', draft: null, clip: notice.clip });
  }, [notice]);
  const scenarioMake = (): void => {
    isForScenario.current = true;
    actor.send({ type: 'clip.keep', name: imageName(new Date()), of: 'shown' });
  };
  return (
    <Panel label={panelTitle(place)} actions={<Actions capture={capture} place={place} />}>
      <h2>{panelTitle(place)}</h2>
      {notice !== null && <Notice notice={notice} />}
      {place === 'keeping' ? (
        <label class="network-progress small soft">
          <span>{say('live.keepingShare', { percent: Math.round(100 * keptShare) })}</span>
          <progress max={1} value={keptShare} />
        </label>
      ) : (
        <LiveFiguresList capture={capture} isRunning={place === 'running'} />
      )}
      {place === 'frozen' && (
        <button type="button" class="button button-wide" onClick={scenarioMake}>
          <Icon name="plus" />
          {say('live.scenario')}
        </button>
      )}
      <OverlayControl
        isOn={viewer.isOverlayOn.value}
        network={network.state.value}
        onToggle={() => viewer.overlaySet(!viewer.isOverlayOn.peek())}
        onRetry={() => network.retry()}
      />
      {viewer.isOverlayOn.value && place !== 'frozen' && (
        <label class="switch">
          <input
            type="checkbox"
            checked={isWaiting.value}
            onChange={({ currentTarget }) => {
              isWaiting.value = currentTarget.checked;
            }}
          />
          {say('live.waits')}
        </label>
      )}
      <section class="stack" aria-label={say('live.device')}>
        <p class="small soft clip-name">
          {size === null
            ? say('live.deviceOf', { name: deviceName(label) })
            : say('live.deviceOfSize', { name: deviceName(label), width: size.width, height: size.height })}
        </p>
        <div class="row">
          <button type="button" class="button" onClick={() => actor.send({ type: 'setup.again' })}>
            <Icon name="target" />
            {say('live.setUpAgain')}
          </button>
          <button type="button" class="button" onClick={() => actor.send({ type: 'capture.stop' })}>
            {say('live.switchOff')}
          </button>
        </div>
        <p class="small soft">{say('live.setUpWhen')}</p>
        <p class="small">
          <a href={routeHref({ page: 'adapt' })}>{say('live.adapt')}</a>
        </p>
      </section>
    </Panel>
  );
}

function panelTitle(place: LivePlace): string {
  return say(place === 'frozen' || place === 'keeping' || place === 'lost' ? `live.${place}` : 'live.live');
}

function Notice({ notice }: { readonly notice: NonNullable<CaptureContext['notice']> }) {
  return (
    <p class="inline-alert" data-kind={notice.kind} role={notice.kind === 'failed' ? 'alert' : 'status'}>
      {messageSentence(notice.fact)}{' '}
      {notice.kind === 'done' && (
        <>
          <a href={routeHref({ page: 'clips', clip: null })}>{say('live.openClips')}</a>{' '}
          <a href={routeHref({ page: 'studio', draft: null, clip: notice.clip })}>
            {say('live.scenarioOfClip')}
          </a>
        </>
      )}
    </p>
  );
}

function Actions({ capture, place }: { readonly capture: CaptureService; readonly place: LivePlace }) {
  const { actor } = capture;
  if (place === 'keeping') {
    return (
      <button type="button" class="button" onClick={() => actor.send({ type: 'clip.cancel' })}>
        {say('live.cancel')}
      </button>
    );
  }
  const hasImage = capture.viewer.hasImage.value;
  return (
    <>
      <Main capture={capture} place={place} />
      <div class="panel-foot-row">
        <button
          type="button"
          class="button"
          disabled={!hasImage}
          onClick={() => actor.send({ type: 'clip.keep', name: clipName(new Date()), of: 'held' })}
        >
          <Icon name="save" />
          {say('live.keep', { count: KEPT_S })}
        </button>
        <button type="button" class="button" disabled={!hasImage} onClick={() => snapshotOffer(capture)}>
          <Icon name="camera" />
          {say('live.snapshot')}
        </button>
      </div>
    </>
  );
}

/** The button that is most likely wanted next. */
function Main({ capture, place }: { readonly capture: CaptureService; readonly place: LivePlace }) {
  const { actor } = capture;
  if (place === 'frozen') {
    return (
      <div class="panel-foot-row">
        <button
          type="button"
          class="button button-primary"
          onClick={() => {
            capture.handOver();
            routeGo({ page: 'play', scenario: LIVE_ID });
          }}
        >
          <Icon name="brush" />
          {say('live.mark')}
        </button>
        <button
          type="button"
          class="button"
          aria-keyshortcuts={actionShortcuts({ keys: FREEZE_KEYS })}
          onClick={() => actor.send({ type: 'image.play' })}
        >
          <Icon name="play" />
          {say('live.scanOn')}
        </button>
      </div>
    );
  }
  if (place === 'lost') {
    return (
      <div class="panel-foot-row">
        <button
          type="button"
          class="button button-primary"
          onClick={() => actor.send({ type: 'fault.retry' })}
        >
          <Icon name="again" />
          {say('live.tryAgain')}
        </button>
        <button type="button" class="button" onClick={() => actor.send({ type: 'image.freeze' })}>
          <Icon name="freeze" />
          {say('live.lookBack')}
        </button>
      </div>
    );
  }
  return (
    <button
      type="button"
      class="button button-primary button-large"
      aria-keyshortcuts={actionShortcuts({ keys: FREEZE_KEYS })}
      onClick={() => actor.send({ type: 'image.freeze' })}
    >
      <Icon name="freeze" />
      {say('live.freeze')}
      <kbd>{say('keys.name.space')}</kbd>
    </button>
  );
}

function snapshotOffer({ viewer }: CaptureService): void {
  const image = viewer.shown.peek();
  if (image === null) return;
  snapshotSave(image.frame, new Date()).catch((error: unknown) =>
    noticeError(error, say('live.pictureNotSaved')),
  );
}

function imageName(now: Date): string {
  return say('live.imageName', { at: now.getTime() });
}

function clipName(now: Date): string {
  return say('live.clipName', { at: now.getTime() });
}
