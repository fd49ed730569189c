import type { Player, Stage } from '../../parts/session/stage.ts';
import { Choice } from '../../ui/choice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { noticeError } from '../../ui/notices.ts';

const SPEEDS = [0.25, 0.5, 1] as const;

/** Speed and single steps of a recording; nothing where the image is none. */
export function PlayerControls({ stage }: { readonly stage: Stage }) {
  const player = stage.player.value;
  if (player === null) return null;
  const isStill = !stage.isLive.value;
  return (
    <section class="player" aria-label="Clip">
      <div class="player-steps">
        <StepButton player={player} by={-1} label="One image back" />
        <button
          type="button"
          class="button"
          disabled={!isStill}
          onClick={() => player.run()}
          aria-label="Run on"
        >
          <Icon name="play" />
        </button>
        <StepButton player={player} by={1} label="One image on" />
      </div>
      <fieldset class="picker player-speeds">
        <legend class="hidden-visually">Speed</legend>
        {SPEEDS.map((speed) => (
          <Choice
            key={speed}
            name="speed"
            value={`${speed}`}
            isChosen={player.speed.value === speed}
            onPick={() => player.speedSet(speed)}
          >
            {speed === 1 ? 'As recorded' : `× ${speed}`}
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
      onClick={() =>
        player
          .step(by)
          .catch((error: unknown) => noticeError(error, 'The clip could not be stepped through: go on.'))
      }
    >
      {by < 0 ? '◂ 1' : '1 ▸'}
    </button>
  );
}
