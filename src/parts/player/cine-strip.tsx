import { actionShortcuts } from '../../ui/actions/action-keys.ts';
import { Icon } from '../../ui/icon.tsx';
import { say } from '../../ui/words/say.ts';
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
  const ago = cineAgoS(cine);
  const place = { image: cine.index - first + 1, images: last - first + 1, seconds: Math.abs(ago) };
  const step = (by: number) => () => send({ type: 'cine.step', by });
  const to = (index: number) => () => send({ type: 'cine.to', index });
  const isFirst = cine.index === first;
  const isLast = cine.index === last;
  return (
    <section class="cine" aria-label={say('player.cine.label')}>
      <div class="cine-buttons">
        <button
          type="button"
          class="button-icon"
          aria-label={say('player.cine.first')}
          disabled={isFirst}
          onClick={to(first)}
        >
          <Icon name="first" />
        </button>
        <button
          type="button"
          class="button-icon"
          aria-label={say('player.cine.previous')}
          disabled={isFirst}
          onClick={step(-1)}
        >
          <Icon name="back" />
        </button>
        {isPlaying !== null && (
          <button
            type="button"
            class="button-icon"
            aria-label={say(isPlaying ? 'player.cine.stop' : 'player.cine.play')}
            aria-keyshortcuts={actionShortcuts({ keys: LOOP_KEYS })}
            onClick={() => send({ type: 'loop.toggle' })}
          >
            <Icon name={isPlaying ? 'pause' : 'play'} />
          </button>
        )}
        <button
          type="button"
          class="button-icon"
          aria-label={say('player.cine.next')}
          disabled={isLast}
          onClick={step(1)}
        >
          <Icon name="next" />
        </button>
        <button
          type="button"
          class="button-icon"
          aria-label={say('player.cine.last')}
          disabled={isLast}
          onClick={to(last)}
        >
          <Icon name="last" />
        </button>
      </div>
      <input
        type="range"
        aria-label={say('player.cine.image')}
        aria-valuetext={say('player.cine.imageBefore', place)}
        min={first}
        max={last}
        step={1}
        value={cine.index}
        onInput={(event) => send({ type: 'cine.to', index: event.currentTarget.valueAsNumber })}
      />
      <span class="cine-place figures" data-testid="cine-place">
        {say(ago === 0 ? 'player.cine.place' : 'player.cine.placeBefore', place)}
      </span>
    </section>
  );
}
