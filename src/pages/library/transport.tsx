import type { SnapshotFrom } from 'xstate';
import { actionShortcuts } from '../../ui/actions/action-keys.ts';
import { Icon } from '../../ui/icon.tsx';
import { CLIP_PLAYING } from './clip-actions.ts';
import { type PlayerActor, SPEEDS } from './machine/library-player.ts';

/** Playing, stepping, looping and speed. */
export function Transport({
  player,
  snapshot,
}: {
  readonly player: PlayerActor;
  readonly snapshot: SnapshotFrom<PlayerActor>;
}) {
  const { timesMs, index, speed, isLooping } = snapshot.context;
  const isPlaying = snapshot.matches('playing');
  const last = timesMs.length - 1;
  const [back, on] = actionShortcuts(CLIP_PLAYING.stepOne).split(' ');
  return (
    <fieldset class="transport">
      <legend class="hidden-visually">Playing</legend>
      <button
        type="button"
        class="button-icon"
        aria-label="One image back"
        aria-keyshortcuts={back}
        title="One image back (,)"
        disabled={index === 0}
        onClick={() => player.send({ type: 'image.step', by: -1 })}
      >
        <Icon name="back" />
      </button>
      <button
        type="button"
        class="button transport-play"
        aria-label={isPlaying ? 'Pause' : 'Play'}
        title={isPlaying ? 'Pause (Space)' : 'Play (Space)'}
        disabled={last === 0}
        onClick={() => player.send({ type: 'play.toggle' })}
      >
        <Icon name={isPlaying ? 'pause' : 'play'} />
      </button>
      <button
        type="button"
        class="button-icon"
        aria-label="One image on"
        aria-keyshortcuts={on}
        title="One image on (.)"
        disabled={index === last}
        onClick={() => player.send({ type: 'image.step', by: 1 })}
      >
        <Icon name="next" />
      </button>
      <span class="transport-place figures" data-testid="clip-place">
        {index + 1} of {last + 1} · {(timesMs[index]! / 1000).toFixed(2)} s
      </span>
      <button
        type="button"
        class="button-icon"
        aria-pressed={isLooping}
        aria-label="Loop"
        aria-keyshortcuts={actionShortcuts(CLIP_PLAYING.loop)}
        title={isLooping ? 'Loops (L)' : 'Stops at the end (L)'}
        onClick={() => player.send({ type: 'loop.toggle' })}
      >
        <Icon name="loop" />
      </button>
      <label class="transport-speed">
        <span class="small soft">Speed</span>
        <select
          value={speed}
          onChange={(event) => player.send({ type: 'speed.set', speed: Number(event.currentTarget.value) })}
        >
          {SPEEDS.map((one) => (
            <option key={one} value={one}>
              {one} ×
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  );
}
