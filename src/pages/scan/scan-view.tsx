import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { zoneAt } from '../../domain/scan/zones.ts';
import type { ScanConsole } from '../../parts/console/console.ts';
import { consoleMode } from '../../parts/console/console-actions.ts';
import { useImageLayout } from '../../parts/console/image-layout.ts';
import { ImageMarks } from '../../parts/console/image-marks.tsx';
import { MModePanel } from '../../parts/console/m-mode-panel.tsx';
import type { ScanContext, ScanEvent } from '../../parts/console/machine/scan-context.ts';
import { ProbeColumn } from '../../parts/console/probe-column.tsx';
import { Instruction } from '../../parts/keys/instruction.tsx';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { ScannerScreen } from '../../parts/player/scanner-screen.tsx';
import { waitingText } from '../../parts/player/waiting.ts';
import { useGamepad } from '../../parts/probe/use-gamepad.ts';
import { useServices } from '../../parts/services.ts';
import type { SourceFrame } from '../../ports/frame-source.ts';
import type { Scanner } from '../../scanner/scanner.ts';
import { actionFind } from '../../ui/actions/action-find.ts';
import { announce } from '../../ui/announcer.ts';
import { barStatus } from '../../ui/bar-status.ts';
import { messageSentence } from '../../ui/sentences/message-sentence.ts';
import { zoneLabel } from '../../ui/sentences/zone-label.ts';
import { useIsNarrow, useMedia } from '../../ui/use-narrow.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { say } from '../../ui/words/say.ts';
import { SCAN_ACTIONS, SCAN_SHEET } from './scan-actions.ts';
import { ScanFoot } from './scan-foot.tsx';
import { type ScanPlace, scanHint } from './scan-hint.ts';
import { ScanTabs } from './scan-tabs.tsx';

/** How near a caliper's end the pointer takes hold of it: half of a finger's target, CSS pixels. */
const REACH_CSS_PX = 22;

/** The console: chest and probe on the left, the image in the middle, the cart on the right. */
export function ScanView({ console }: { readonly console: ScanConsole }) {
  const { actor, viewer, trace, figures } = console;
  const { network } = useServices();
  const snapshot = useSnapshot(actor);
  const { context } = snapshot;
  const place = placeOf(snapshot);
  const send = useCallback((event: ScanEvent) => actor.send(event), [actor]);
  const onScanner = useCallback((scanner: Scanner | null) => viewer.scannerSet(scanner), [viewer]);
  const stage = useRef<HTMLDivElement>(null);
  const layout = useImageLayout(viewer, stage);
  const isNarrow = useIsNarrow();
  const isTouch = useMedia('(pointer: coarse)');
  const hasMoved = useSignal(false);
  const start = useRef(context.pose);
  if (context.pose !== start.current) hasMoved.value = true;
  useScanKeys(console);
  const freezePress = useCallback(() => {
    const isFrozen = actor.getSnapshot().matches('frozen');
    actor.send({ type: isFrozen ? 'image.run' : 'image.freeze' });
  }, [actor]);
  useGamepad(send, freezePress);
  usePointing(console, layout?.pxPerMm ?? 1);
  useTruthLaid(console, context);
  useSpoken(context, place);
  useBarStatus(place);
  const sector = console.viewer.sector.value;
  const { mLine, frozen, cine } = context;
  return (
    <div class="scan" data-place={place} data-m-mode={mLine !== null}>
      <Instruction text={scanHint(place, context, hasMoved.value, !isTouch)} sheet={SCAN_SHEET} />
      {!isNarrow && <ProbeColumn context={context} sector={sector} send={send} />}
      <div class="scan-screens">
        <div class="scan-stage" ref={stage}>
          <ScannerScreen
            label={screenLabel(place)}
            waiting={!viewer.hasImage.value && place !== 'failed' ? waitingText('patient') : null}
            viewer={viewer}
            scanner={viewer.scanner.value}
            onScanner={onScanner}
            told={told(context, frozen)}
            frozenIndex={frozen?.index ?? null}
          />
          {layout !== null && sector !== null && (
            <ImageMarks
              layout={layout}
              sector={sector}
              mLine={mLine}
              calipers={context.calipers}
              cursor={context.tool === 'caliper' && context.isCursorShown ? context.cursor : null}
            />
          )}
        </div>
        {mLine !== null && (
          <MModePanel
            trace={trace}
            layout={isNarrow ? null : layout}
            depthMm={sector?.depthMm ?? context.controls.depthMm}
          />
        )}
      </div>
      <ScanFoot
        context={context}
        cine={cine}
        isFrozen={place === 'frozen'}
        isLooping={snapshot.matches({ frozen: { loop: 'playing' } })}
        zone={zoneAt(context.zoneSet, (frozen?.view ?? context).pose)}
        figures={figures.value}
        viewer={viewer}
        network={network}
        send={send}
      />
      <ScanTabs console={console} context={context} place={place} isNarrow={isNarrow} send={send} />
    </div>
  );
}

function placeOf(snapshot: ReturnType<ScanConsole['actor']['getSnapshot']>): ScanPlace {
  for (const place of ['opening', 'running', 'freezing', 'frozen'] as const) {
    if (snapshot.matches(place)) return place;
  }
  return 'failed';
}

function useBarStatus(place: ScanPlace): void {
  useEffect(() => {
    barStatus.value = { title: say('probe.title'), detail: say(`scan.state.${place}`), timeLeftS: null };
  }, [place]);
  useEffect(
    () => () => {
      barStatus.value = null;
    },
    [],
  );
}

function screenLabel(place: ScanPlace): string {
  if (place === 'running') return say('scan.screen.running');
  return say(place === 'frozen' ? 'scan.screen.frozen' : 'scan.screen.empty');
}

/** The facts by which a test makes the same image again: the patient, and for a frozen one the view and its time. */
function told({ request }: ScanContext, frozen: SourceFrame | null): string {
  if (frozen === null) return JSON.stringify({ request });
  return JSON.stringify({ request, shot: { ...frozen.view, timeMs: frozen.frame.timeMs } });
}

function useScanKeys({ actor, viewer }: ScanConsole): void {
  useKeys((event, place, areKeysOn) => {
    const { context } = actor.getSnapshot();
    const state = { context, sector: viewer.shown.peek()?.frame.sector ?? null };
    const mode = consoleMode(state);
    const does = actionFind(SCAN_ACTIONS, event, { place, areKeysOn, mode }, state);
    if (does === 'overlay') viewer.overlaySet(!viewer.isOverlayOn.peek());
    else if (does !== null) actor.send(does);
    return does !== null;
  });
}

/** Passes presses on the image on to the machine. */
function usePointing({ actor, viewer }: ScanConsole, pxPerMm: number): void {
  const scanner = viewer.scanner.value;
  useEffect(() => {
    if (scanner === null) return;
    return scanner.onPointer(({ phase, point, isInside }) => {
      const sector = viewer.shown.peek()?.frame.sector;
      if (sector === undefined) return;
      if (phase === 'down') {
        if (isInside) actor.send({ type: 'point.down', point, reachMm: REACH_CSS_PX / pxPerMm, sector });
      } else if (phase === 'move') actor.send({ type: 'point.move', point, sector });
      else if (phase === 'up' || phase === 'cancel') actor.send({ type: 'point.up' });
    });
  }, [actor, viewer, scanner, pxPerMm]);
}

function useTruthLaid({ viewer }: ScanConsole, { isTruthShown, frozen }: ScanContext): void {
  const mask = isTruthShown ? (frozen?.truth?.mask ?? null) : null;
  useEffect(() => {
    viewer.layOver(mask);
    return () => viewer.layOver(null);
  }, [viewer, mask]);
}

/** Told to those who do not see it: that the image stopped or runs, and over which zone the probe is. */
function useSpoken({ pose, zoneSet, problem }: ScanContext, place: ScanPlace): void {
  const over = zoneAt(zoneSet, pose);
  const zone = over && zoneLabel(over);
  const first = useRef(true);
  useEffect(() => {
    if (place === 'frozen') announce(say('scan.spoken.frozen'));
    if (place === 'running') announce(say('scan.spoken.running'));
    if (place === 'failed' && problem !== null) announce(messageSentence(problem));
  }, [place, problem]);
  useEffect(() => {
    if (!first.current) announce(zone ?? say('scan.spoken.outside'));
    first.current = false;
  }, [zone]);
}
