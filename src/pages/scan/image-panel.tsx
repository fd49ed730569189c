import type { PatientRequest } from '../../domain/scan/patient-request.ts';
import type { ZoneSet } from '../../domain/scan/zones.ts';
import { CINE_ACTIONS, TOOL_ACTIONS } from '../../parts/console/console-actions.ts';
import { CALIPERS_MAX, type Caliper, caliperMm } from '../../parts/console/machine/caliper.ts';
import type { ScanEvent, ScanTool } from '../../parts/console/machine/scan-context.ts';
import type { Network } from '../../parts/network/network.ts';
import { OverlayControl } from '../../parts/player/overlay-control.tsx';
import type { Viewer } from '../../parts/player/viewer.ts';
import { scannedId } from '../../parts/session/scanned-id.ts';
import type { SourceFrame } from '../../ports/frame-source.ts';
import { actionShortcuts } from '../../ui/actions/action-keys.ts';
import { Icon } from '../../ui/icon.tsx';
import { routeHref } from '../../ui/route.ts';
import { say } from '../../ui/words/say.ts';
import { TruthFacts } from './truth-facts.tsx';

/** Tools for the image: the network's overlay, calipers, and the truth once it stands still. */
export function ImagePanel({
  viewer,
  network,
  request,
  frozen,
  calipers,
  tool,
  zoneSet,
  mLine,
  isTruthShown,
  send,
}: {
  readonly viewer: Viewer;
  readonly network: Network;
  readonly request: PatientRequest;
  readonly frozen: SourceFrame | null;
  readonly calipers: readonly Caliper[];
  readonly tool: ScanTool;
  readonly zoneSet: ZoneSet;
  readonly mLine: number | null;
  readonly isTruthShown: boolean;
  readonly send: (event: ScanEvent) => void;
}) {
  return (
    <div class="stack">
      <OverlayControl
        isOn={viewer.isOverlayOn.value}
        network={network.state.value}
        onToggle={() => viewer.overlaySet(!viewer.isOverlayOn.peek())}
        onRetry={() => network.retry()}
      />
      <section class="stack" aria-label={say('scan.image.calipers')}>
        <button
          type="button"
          class="button button-wide"
          aria-pressed={tool === 'caliper'}
          aria-keyshortcuts={actionShortcuts(TOOL_ACTIONS.caliper)}
          disabled={frozen === null || (calipers.length >= CALIPERS_MAX && tool !== 'caliper')}
          onClick={() => send({ type: 'tool.pick', tool: tool === 'caliper' ? 'look' : 'caliper' })}
        >
          <Icon name="ruler" />
          {say(tool === 'caliper' ? 'scan.image.measureStop' : 'scan.image.measure')}
        </button>
        {calipers.length > 0 && (
          <ul class="calipers">
            {calipers.map((caliper) => (
              <li key={caliper.id}>
                <input
                  type="text"
                  autocomplete="off"
                  aria-label={say('scan.image.caliperName', { name: caliper.name })}
                  value={caliper.name}
                  onInput={({ currentTarget }) =>
                    send({ type: 'caliper.name', id: caliper.id, name: currentTarget.value })
                  }
                />
                <span class="figures" data-testid="caliper-mm">
                  {say('scan.image.mm', { mm: caliperMm(caliper) })}
                </span>
                <button
                  type="button"
                  class="button-icon"
                  aria-label={say('scan.image.caliperRemove', { name: caliper.name })}
                  onClick={() => send({ type: 'caliper.remove', id: caliper.id })}
                >
                  <Icon name="cross" size={18} />
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section class="stack" aria-label={say('scan.image.truth')}>
        <button
          type="button"
          class="button button-wide"
          aria-pressed={isTruthShown}
          aria-keyshortcuts={actionShortcuts(CINE_ACTIONS.truth)}
          disabled={frozen === null}
          onClick={() => send({ type: 'truth.toggle' })}
        >
          <Icon name={isTruthShown ? 'eyeOff' : 'target'} />
          {say(isTruthShown ? 'scan.image.truthHide' : 'scan.image.truthShow')}
        </button>
        {frozen?.view !== undefined && (
          <a
            class="button button-wide"
            href={routeHref({ page: 'play', scenario: scannedId({ request, pose: frozen.view.pose }) })}
          >
            <Icon name="brush" />
            {say('scan.image.mark')}
          </a>
        )}
        {frozen === null && <p class="small soft">{say('scan.image.note')}</p>}
        {isTruthShown && frozen !== null && frozen.truth !== null && (
          <TruthFacts truth={frozen.truth} zoneSet={zoneSet} mLine={mLine} />
        )}
      </section>
    </div>
  );
}
