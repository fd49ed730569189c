import { effect } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { MARKABLE_FINDINGS } from '../../domain/findings/finding.ts';
import type { CaptureService } from '../../parts/capture/capture-service.ts';
import { type LivePlace, liveInstruction, livePlace } from '../../parts/capture/live-text.ts';
import type { CaptureSnapshot } from '../../parts/capture/machine/capture.ts';
import type { CaptureEvent } from '../../parts/capture/machine/capture-context.ts';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { CineStrip } from '../../parts/player/cine-strip.tsx';
import { ScannerScreen } from '../../parts/player/scanner-screen.tsx';
import { waitingText } from '../../parts/player/waiting.ts';
import { Legend } from '../../parts/reveal/legend.tsx';
import type { Scanner } from '../../scanner/scanner.ts';
import { actionFind } from '../../ui/actions/action-find.ts';
import { announce } from '../../ui/announcer.ts';
import { messageSentence } from '../../ui/sentences/message-sentence.ts';
import { say } from '../../ui/words/say.ts';
import { LIVE_ACTIONS } from './live-actions.ts';
import { LivePanel } from './live-panel.tsx';

/** The machine's image with the network's overlay, and what can be done with it. */
export function LiveScreen({
  capture,
  snapshot,
}: {
  readonly capture: CaptureService;
  readonly snapshot: CaptureSnapshot;
}) {
  const { actor, viewer } = capture;
  const { cine, live, notice } = snapshot.context;
  const place = livePlace(snapshot);
  const stage = useRef<HTMLDivElement>(null);
  const onScanner = useCallback((scanner: Scanner | null) => viewer.scannerSet(scanner), [viewer]);
  useEffect(() => {
    viewer.overlaySet(true);
    return () => viewer.overlaySet(false);
  }, [viewer]);
  usePairTold(capture, stage);
  useLiveKeys(capture);
  useEffect(() => announce(liveInstruction(place)), [place]);
  const problem = live?.problem == null ? null : messageSentence(live.problem);
  useEffect(() => {
    if (problem !== null) announce(problem);
  }, [problem]);
  const send = (event: CaptureEvent): void => actor.send(event);
  return (
    <>
      <div class="stage" ref={stage} data-testid="live-stage" data-signal={live?.signal ?? 'waiting'}>
        <ScannerScreen
          label={screenLabel(place)}
          waiting={viewer.hasImage.value ? null : waitingText('camera')}
          viewer={viewer}
          scanner={viewer.scanner.value}
          onScanner={onScanner}
          told="camera"
          frozenIndex={cine?.index ?? null}
        />
        {problem !== null && place !== 'frozen' && (
          <p class="live-problem" role="alert" data-testid="problem">
            {problem}
          </p>
        )}
      </div>
      <div class="stage-foot live-foot">
        {cine !== null && place === 'frozen' ? (
          <CineStrip cine={cine} isPlaying={null} send={send} />
        ) : (
          viewer.isOverlayOn.value && <Legend findings={MARKABLE_FINDINGS} />
        )}
      </div>
      <LivePanel capture={capture} snapshot={snapshot} notice={notice} />
    </>
  );
}

function screenLabel(place: LivePlace): string {
  return say(`live.screen.${place === 'frozen' || place === 'running' ? place : 'still'}`);
}

/** Tells tests which image is on the screen, and which one the overlay belongs to, as they change. */
function usePairTold({ viewer }: CaptureService, stage: { readonly current: HTMLDivElement | null }): void {
  useEffect(
    () =>
      effect(() => {
        const { image, mask } = viewer.pair.value;
        const isShown = viewer.isOverlayOn.value && mask !== null;
        const element = stage.current;
        if (element === null) return;
        element.dataset.imageFrame = image === null ? '' : String(image);
        element.dataset.maskFrame = isShown ? String(mask) : '';
      }),
    [viewer, stage],
  );
}

/** Space freezes and goes on, O shows or hides the overlay, arrows step through what is held. */
function useLiveKeys({ actor, viewer }: CaptureService): void {
  useKeys((event, place, areKeysOn) => {
    const mode = actor.getSnapshot().context.cine === null ? 'running' : 'frozen';
    const does = actionFind(LIVE_ACTIONS, event, { place, areKeysOn, mode }, mode);
    if (does === 'overlay') viewer.overlaySet(!viewer.isOverlayOn.peek());
    else if (does !== null) actor.send(does);
    return does !== null;
  });
}
