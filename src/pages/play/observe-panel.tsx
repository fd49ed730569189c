import { keyIsOfBoth } from '../../domain/scenario/expert-key.ts';
import type { FreezeStep, ObserveStep } from '../../domain/scenario/scenario.ts';
import type { Network } from '../../parts/network/network.ts';
import { OverlayControl } from '../../parts/player/overlay-control.tsx';
import type { Stage } from '../../parts/session/stage.ts';
import { actionShortcuts } from '../../ui/actions/action-keys.ts';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Text } from '../../ui/text.tsx';
import { say } from '../../ui/words/say.ts';
import { LOOKING_ACTIONS } from './play-actions.ts';
import { PlayerControls } from './player-controls.tsx';
import { RoundWhyLine } from './round-why-line.tsx';

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
      label={say('play.observe.label')}
      actions={
        <button
          type="button"
          class="button button-primary button-large"
          disabled={waitS > 0}
          onClick={onNext}
        >
          {waitS > 0 ? say('play.watch', { seconds: Math.ceil(waitS) }) : say('play.goOn')}
          <Icon name="next" />
        </button>
      }
    >
      <h2>{say('play.observe.title')}</h2>
      <Text text={step.text} />
      <RoundWhyLine step={step} />
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
  const key = stage.image.value?.key;
  return (
    <Panel
      label={say('play.freeze.label')}
      actions={
        <button
          type="button"
          class="button button-primary button-large"
          aria-keyshortcuts={actionShortcuts(LOOKING_ACTIONS.freeze)}
          onClick={onFreeze}
        >
          <Icon name="freeze" />
          {say('play.freeze.button')}
          <kbd>{say('keys.name.space')}</kbd>
        </button>
      }
    >
      <h2>{say('play.freeze.title')}</h2>
      <Text text={step.text} />
      {key !== undefined && (
        <p class="small">{say(keyIsOfBoth(key) ? 'play.freeze.keyedBoth' : 'play.freeze.keyed')}</p>
      )}
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
