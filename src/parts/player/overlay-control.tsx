import { actionShortcuts } from '../../ui/actions/action-keys.ts';
import { Icon } from '../../ui/icon.tsx';
import { messageSentence } from '../../ui/sentences/message-sentence.ts';
import { settings, settingsChange } from '../../ui/settings.ts';
import { Slider } from '../../ui/slider.tsx';
import { say } from '../../ui/words/say.ts';
import type { NetworkState } from '../network/network.ts';
import { OVERLAY_KEYS } from './player-keys.ts';

const OFF_ID = 'overlay-off';

/** Showing the network's labels over the running image, and how strongly. */
export function OverlayControl({
  isOn,
  offReason = null,
  network,
  onToggle,
  onRetry,
}: {
  readonly isOn: boolean;
  /** Why it cannot be shown now, as a sentence; null where it can. */
  readonly offReason?: string | null;
  readonly network: NetworkState;
  readonly onToggle: () => void;
  readonly onRetry: () => void;
}) {
  const opacity = settings.value.overlayOpacity;
  return (
    <section class="stack" aria-label={say('player.overlay.label')}>
      <button
        type="button"
        class="button button-wide"
        aria-pressed={isOn}
        aria-keyshortcuts={actionShortcuts({ keys: OVERLAY_KEYS })}
        aria-describedby={offReason === null ? undefined : OFF_ID}
        disabled={network.kind === 'failed' || offReason !== null}
        onClick={onToggle}
      >
        <Icon name={isOn ? 'eyeOff' : 'eye'} />
        {say(isOn ? 'player.overlay.hide' : 'player.overlay.show')}
      </button>
      {offReason !== null && (
        <p class="small soft" id={OFF_ID}>
          {offReason}
        </p>
      )}
      {isOn && network.kind === 'ready' && (
        <Slider
          label={say('player.overlay.strength')}
          value={Math.round(opacity * 100)}
          min={10}
          max={100}
          step={5}
          show={say('player.overlay.percent', { percent: Math.round(opacity * 100) })}
          onChange={(value) => settingsChange({ overlayOpacity: value / 100 })}
        />
      )}
      {isOn && network.kind === 'ready' && network.adapted !== null && (
        <p class="small soft" data-testid="adapted">
          {say('player.network.adapted', { name: network.adapted.name })}
        </p>
      )}
      <NetworkProgress network={network} onRetry={onRetry} />
    </section>
  );
}

/** How far loading is; it runs beside the moving image and blocks nothing. */
export function NetworkProgress({
  network,
  onRetry,
}: {
  readonly network: NetworkState;
  readonly onRetry: () => void;
}) {
  if (network.kind === 'loading' || network.kind === 'idle') {
    const share = network.kind === 'loading' ? network.share : 0;
    return (
      <label class="network-progress small soft">
        <span>{say('player.network.loading', { percent: Math.round(share * 100) })}</span>
        <progress max={1} value={share} />
      </label>
    );
  }
  if (network.kind === 'failed') {
    return (
      <div class="network-failed" role="alert">
        <p class="small">{messageSentence(network.fact)}</p>
        <button type="button" class="button" onClick={onRetry}>
          <Icon name="again" />
          {say('player.network.tryAgain')}
        </button>
      </div>
    );
  }
  return null;
}
