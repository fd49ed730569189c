import { actionShortcuts } from '../../ui/actions/action-keys.ts';
import { Icon } from '../../ui/icon.tsx';
import { type Cine, type CineEvent, cineAgoS, cineLast } from './machine/cine.ts';
import { LOOP_KEYS } from './player-keys.ts';

/** The last seconds of a frozen image: step, jump to either end, drag along, or let them play in a loop. */
export function CineStrip({
  cine,
  isPlaying,
  send,
}: {
  readonly cine: Cine;
  /** Null where it is not offered to play. */
  readonly isPlaying: boolean | null;
  readonly send: (event: CineEvent) => void;
}) {
  const { first } = cine.held;
  const last = cineLast(cine);
  const place = `${cine.index - first + 1} of ${last - first + 1}`;
  const ago = cineAgoS(cine);
  const step = (by: number) => () => send({ type: 'cine.step', by });
  const to = (index: number) => () => send({ type: 'cine.to', index });
  const isFirst = cine.index === first;
  const isLast = cine.index === last;
  return (
    <section class="cine" aria-label="Cine loop">
      <div class="cine-buttons">
        <button
          type="button"
          class="button-icon"
          aria-label="First image"
          disabled={isFirst}
          onClick={to(first)}
        >
          <Icon name="first" />
        </button>
        <button
          type="button"
          class="button-icon"
          aria-label="Previous image"
          disabled={isFirst}
          onClick={step(-1)}
        >
          <Icon name="back" />
        </button>
        {isPlaying !== null && (
          <button
            type="button"
            class="button-icon"
            aria-label={isPlaying ? 'Stop the loop' : 'Play the loop'}
            aria-keyshortcuts={actionShortcuts({ keys: LOOP_KEYS })}
            onClick={() => send({ type: 'loop.toggle' })}
          >
            <Icon name={isPlaying ? 'pause' : 'play'} />
          </button>
        )}
        <button type="button" class="button-icon" aria-label="Next image" disabled={isLast} onClick={step(1)}>
          <Icon name="next" />
        </button>
        <button
          type="button"
          class="button-icon"
          aria-label="Last image"
          disabled={isLast}
          onClick={to(last)}
        >
          <Icon name="last" />
        </button>
      </div>
      <input
        type="range"
        aria-label="Image of the cine loop"
        aria-valuetext={`Image ${place}, ${Math.abs(ago).toFixed(1)} seconds before the last`}
        min={first}
        max={last}
        step={1}
        value={cine.index}
        onInput={(event) => send({ type: 'cine.to', index: event.currentTarget.valueAsNumber })}
      />
      <span class="cine-place figures" data-testid="cine-place">
        {place} · {ago === 0 ? '' : '−'}
        {Math.abs(ago).toFixed(1)} s
      </span>
    </section>
  );
}
