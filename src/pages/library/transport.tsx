import type { SnapshotFrom } from 'xstate';
import { actionShortcuts } from '../../ui/actions/action-keys.ts';
import { Icon } from '../../ui/icon.tsx';
import { say } from '../../ui/words/say.ts';
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
      <legend class="hidden-visually">{say('library.transport.label')}</legend>
      <button
        type="button"
        class="button-icon"
        aria-label={say('library.transport.back')}
        aria-keyshortcuts={back}
        title={say('library.transport.backTitle')}
        disabled={index === 0}
        onClick={() => player.send({ type: 'image.step', by: -1 })}
      >
        <Icon name="back" />
      </button>
      <button
        type="button"
        class="button transport-play"
        aria-label={say(isPlaying ? 'library.transport.pause' : 'library.transport.play')}
        title={say(isPlaying ? 'library.transport.pauseTitle' : 'library.transport.playTitle')}
        disabled={last === 0}
        onClick={() => player.send({ type: 'play.toggle' })}
      >
        <Icon name={isPlaying ? 'pause' : 'play'} />
      </button>
      <button
        type="button"
        class="button-icon"
        aria-label={say('library.transport.on')}
        aria-keyshortcuts={on}
        title={say('library.transport.onTitle')}
        disabled={index === last}
        onClick={() => player.send({ type: 'image.step', by: 1 })}
      >
        <Icon name="next" />
      </button>
      <span class="transport-place figures" data-testid="clip-place">
        {say('library.transport.place', {
          image: index + 1,
          images: last + 1,
          seconds: timesMs[index]! / 1000,
        })}
      </span>
      <button
        type="button"
        class="button-icon"
        aria-pressed={isLooping}
        aria-label={say('library.transport.loop')}
        aria-keyshortcuts={actionShortcuts(CLIP_PLAYING.loop)}
        title={say(isLooping ? 'library.transport.loopsTitle' : 'library.transport.endsTitle')}
        onClick={() => player.send({ type: 'loop.toggle' })}
      >
        <Icon name="loop" />
      </button>
      <label class="transport-speed">
        <span class="small soft">{say('library.transport.speed')}</span>
        <select
          value={speed}
          onChange={(event) => player.send({ type: 'speed.set', speed: Number(event.currentTarget.value) })}
        >
          {SPEEDS.map((one) => (
            <option key={one} value={one}>
              {say('library.transport.times', { speed: one })}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  );
}
