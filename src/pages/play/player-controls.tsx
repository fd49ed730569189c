import type { Player, Stage } from '../../parts/session/stage.ts';
import { Choice } from '../../ui/choice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { noticeError } from '../../ui/notices.ts';
import { say } from '../../ui/words/say.ts';

const SPEEDS = [0.25, 0.5, 1] as const;

/** Speed and single steps of a recording; nothing where the image is none. */
export function PlayerControls({ stage }: { readonly stage: Stage }) {
  const player = stage.player.value;
  if (player === null) return null;
  const isStill = !stage.isLive.value;
  return (
    <section class="player" aria-label={say('play.player.label')}>
      <div class="player-steps">
        <StepButton player={player} by={-1} label={say('play.player.back')} />
        <button
          type="button"
          class="button"
          disabled={!isStill}
          onClick={() => player.run()}
          aria-label={say('play.player.run')}
        >
          <Icon name="play" />
        </button>
        <StepButton player={player} by={1} label={say('play.player.on')} />
      </div>
      <fieldset class="picker player-speeds">
        <legend class="hidden-visually">{say('play.player.speed')}</legend>
        {SPEEDS.map((speed) => (
          <Choice
            key={speed}
            name="speed"
            value={`${speed}`}
            isChosen={player.speed.value === speed}
            onPick={() => player.speedSet(speed)}
          >
            {speed === 1 ? say('play.player.recorded') : say('play.player.times', { speed })}
          </Choice>
        ))}
      </fieldset>
    </section>
  );
}

function StepButton({
  player,
  by,
  label,
}: {
  readonly player: Player;
  readonly by: -1 | 1;
  readonly label: string;
}) {
  return (
    <button
      type="button"
      class="button"
      aria-label={label}
      onClick={() => player.step(by).catch((error: unknown) => noticeError(error, say('play.player.failed')))}
    >
      {by < 0 ? '◂ 1' : '1 ▸'}
    </button>
  );
}
