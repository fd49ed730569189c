import type { FreezeStep, ObserveStep } from '../../domain/scenario/scenario.ts';
import { Icon } from '../components/icon.tsx';
import { OverlayControl } from '../components/overlay-control.tsx';
import { Panel } from '../components/panel.tsx';
import { PlayerControls } from '../components/player-controls.tsx';
import { Text } from '../components/text.tsx';
import type { Network } from '../network.ts';
import type { Stage } from '../stage.ts';

/** Beside the running image: watching, with the network's overlay if wanted. */
export function ObservePanel({
  step,
  waitS,
  overlayOff,
  stage,
  network,
  onNext,
}: {
  readonly step: ObserveStep;
  /** Why the overlay cannot be shown, as a sentence; null where it can. */
  readonly overlayOff: string | null;
  /** Seconds until it can be left. */
  readonly waitS: number;
  readonly stage: Stage;
  readonly network: Network;
  readonly onNext: () => void;
}) {
  return (
    <Panel
      label="Observe"
      actions={
        <button
          type="button"
          class="button button-primary button-large"
          disabled={waitS > 0}
          onClick={onNext}
        >
          {waitS > 0 ? `Keep watching: ${Math.ceil(waitS)} s` : 'Go on'}
          <Icon name="next" />
        </button>
      }
    >
      <h2>Observe</h2>
      <Text text={step.text} />
      <PlayerControls stage={stage} />
      <OverlayControl
        isOn={stage.isOverlayOn.value}
        offReason={overlayOff}
        network={network.state.value}
        onToggle={() => stage.overlaySet(!stage.isOverlayOn.value)}
        onRetry={() => network.retry()}
      />
    </Panel>
  );
}

/** Beside the running image that is to be stopped. */
export function FreezePanel({
  step,
  overlayOff,
  stage,
  network,
  onFreeze,
}: {
  readonly step: FreezeStep;
  readonly overlayOff: string | null;
  readonly stage: Stage;
  readonly network: Network;
  readonly onFreeze: () => void;
}) {
  return (
    <Panel
      label="Freeze"
      actions={
        <button
          type="button"
          class="button button-primary button-large"
          aria-keyshortcuts="Space"
          onClick={onFreeze}
        >
          <Icon name="freeze" />
          Freeze
          <kbd>Space</kbd>
        </button>
      }
    >
      <h2>Freeze the image</h2>
      <Text text={step.text} />
      <PlayerControls stage={stage} />
      <OverlayControl
        isOn={stage.isOverlayOn.value}
        offReason={overlayOff}
        network={network.state.value}
        onToggle={() => stage.overlaySet(!stage.isOverlayOn.value)}
        onRetry={() => network.retry()}
      />
    </Panel>
  );
}
