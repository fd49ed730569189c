import type { CaptureService } from '../../parts/capture/capture-service.ts';
import { type LivePlace, livePlace } from '../../parts/capture/live-text.ts';
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
import { FREEZE_KEYS } from './live-actions.ts';
import { LiveFiguresList } from './live-figures-list.tsx';
import { snapshotSave } from './snapshot-save.ts';

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
  return (
    <Panel label={TITLES[place] ?? 'Live'} actions={<Actions capture={capture} place={place} />}>
      <h2>{TITLES[place] ?? 'Live'}</h2>
      {notice !== null && <Notice notice={notice} />}
      {place === 'keeping' ? (
        <label class="network-progress small soft">
          <span>Keeping the clip: {Math.round(100 * keptShare)} %</span>
          <progress max={1} value={keptShare} />
        </label>
      ) : (
        <LiveFiguresList capture={capture} isRunning={place === 'running'} />
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
          The image waits for its overlay
        </label>
      )}
      <section class="stack" aria-label="Device">
        <p class="small soft clip-name">
          {label}
          {size !== null && `, ${size.width} × ${size.height}`}. Nothing is stored or sent unless you ask.
        </p>
        <div class="row">
          <button type="button" class="button" onClick={() => actor.send({ type: 'setup.again' })}>
            <Icon name="target" />
            Set up again
          </button>
          <button type="button" class="button" onClick={() => actor.send({ type: 'capture.stop' })}>
            Switch off
          </button>
        </div>
        <p class="small soft">Set it up again after you changed depth or zoom on the machine.</p>
      </section>
    </Panel>
  );
}

const TITLES: Readonly<Partial<Record<LivePlace, string>>> = {
  frozen: 'Frozen',
  keeping: 'Keeping the clip',
  lost: 'The image stopped',
};

function Notice({ notice }: { readonly notice: NonNullable<CaptureContext['notice']> }) {
  return (
    <p class="inline-alert" data-kind={notice.kind} role={notice.kind === 'failed' ? 'alert' : 'status'}>
      {notice.text}{' '}
      {notice.kind === 'done' && <a href={routeHref({ page: 'clips', clip: null })}>Open my clips</a>}
    </p>
  );
}

function Actions({ capture, place }: { readonly capture: CaptureService; readonly place: LivePlace }) {
  const { actor } = capture;
  if (place === 'keeping') {
    return (
      <button type="button" class="button" onClick={() => actor.send({ type: 'clip.cancel' })}>
        Cancel
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
          onClick={() => actor.send({ type: 'clip.keep', name: clipName(new Date()) })}
        >
          <Icon name="save" />
          Keep last 10 s
        </button>
        <button type="button" class="button" disabled={!hasImage} onClick={() => snapshotOffer(capture)}>
          <Icon name="camera" />
          Snapshot
        </button>
      </div>
    </>
  );
}

/** What is most likely wanted next. */
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
          Mark this image
        </button>
        <button
          type="button"
          class="button"
          aria-keyshortcuts={actionShortcuts({ keys: FREEZE_KEYS })}
          onClick={() => actor.send({ type: 'image.play' })}
        >
          <Icon name="play" />
          Scan on
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
          Try again
        </button>
        <button type="button" class="button" onClick={() => actor.send({ type: 'image.freeze' })}>
          <Icon name="freeze" />
          Look at the last seconds
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
      Freeze
      <kbd>Space</kbd>
    </button>
  );
}

function snapshotOffer({ viewer }: CaptureService): void {
  const image = viewer.shown.peek();
  if (image === null) return;
  snapshotSave(image.frame, new Date()).catch((error: unknown) =>
    noticeError(error, 'The picture could not be saved: try again.'),
  );
}

function clipName(now: Date): string {
  const day = now.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
  return `Live clip, ${day}, ${now.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`;
}
