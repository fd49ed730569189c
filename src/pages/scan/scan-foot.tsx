import type { LiveFigures } from '../../domain/grading/live-figures.ts';
import type { Zone } from '../../domain/scan/zones.ts';
import { CINE_ACTIONS, TOOL_ACTIONS } from '../../parts/console/console-actions.ts';
import type { ScanContext, ScanEvent } from '../../parts/console/machine/scan-context.ts';
import type { Network } from '../../parts/network/network.ts';
import { CineStrip } from '../../parts/player/cine-strip.tsx';
import type { Cine } from '../../parts/player/machine/cine.ts';
import type { Viewer } from '../../parts/player/viewer.ts';
import { actionShortcuts } from '../../ui/actions/action-keys.ts';
import { Icon } from '../../ui/icon.tsx';
import { zoneLabel } from '../../ui/sentences/zone-label.ts';
import { say } from '../../ui/words/say.ts';

/** Below the image: freeze, cine loop, M-mode, and in words where the probe is and what the network counts. */
export function ScanFoot({
  context,
  cine,
  isFrozen,
  isLooping,
  zone,
  figures,
  viewer,
  network,
  send,
}: {
  readonly context: ScanContext;
  readonly cine: Cine | null;
  readonly isFrozen: boolean;
  readonly isLooping: boolean;
  readonly zone: Zone | null;
  readonly figures: LiveFigures | null;
  readonly viewer: Viewer;
  readonly network: Network;
  readonly send: (event: ScanEvent) => void;
}) {
  const isMMode = context.mLine !== null;
  return (
    <div class="scan-foot">
      <div class="scan-actions">
        <button
          type="button"
          class="button button-primary scan-freeze"
          aria-keyshortcuts={actionShortcuts(CINE_ACTIONS.freeze)}
          onClick={() => send({ type: isFrozen ? 'image.run' : 'image.freeze' })}
        >
          <Icon name={isFrozen ? 'play' : 'freeze'} />
          {say(isFrozen ? 'scan.foot.run' : 'scan.foot.freeze')}
          <kbd>{say('keys.name.space')}</kbd>
        </button>
        <button
          type="button"
          class="button"
          aria-pressed={isMMode}
          aria-keyshortcuts={actionShortcuts(TOOL_ACTIONS.mMode)}
          onClick={() => send({ type: 'm_mode.toggle' })}
        >
          <Icon name="mMode" />
          {say('scan.foot.mMode')}
        </button>
        {isFrozen && cine !== null && <CineStrip cine={cine} isPlaying={isLooping} send={send} />}
      </div>
      <p class="scan-status">
        <span>
          {zone === null
            ? say('scan.foot.betweenZones')
            : say('scan.foot.zone', { id: zone.id, zone: inside(zoneLabel(zone)) })}
        </span>
        {viewer.isOverlayOn.value && <NetworkFigures figures={figures} network={network} />}
      </p>
    </div>
  );
}

/** A label as it stands inside a sentence. */
function inside(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

function NetworkFigures({
  figures,
  network,
}: {
  readonly figures: LiveFigures | null;
  readonly network: Network;
}) {
  const pace = network.pace.value;
  const state = network.state.value;
  return (
    <>
      {figures !== null && (
        <span class="figures" data-testid="live-figures">
          {figuresText(figures)}
        </span>
      )}
      {state.kind === 'ready' && pace !== null && (
        <span class="figures" data-testid="network-meter">
          {say('scan.foot.meter', { fps: Math.round(pace.fps), ms: pace.latencyMs })}
        </span>
      )}
    </>
  );
}

function figuresText({ blas, bLines, confluences }: LiveFigures): string {
  const facts = { percent: Math.round(100 * blas), count: bLines };
  return confluences > 0
    ? say('scan.foot.figuresMerged', { ...facts, merged: confluences })
    : say('scan.foot.figures', facts);
}
