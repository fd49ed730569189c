import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { say } from '../../ui/words/say.ts';

/** Beside a frozen image that is not what the step asks for: what it shows instead. */
export function MissedPanel({
  sentences,
  attemptsLeft,
  onNext,
  onSkip,
}: {
  readonly sentences: readonly string[];
  /** Null where attempts are not counted. */
  readonly attemptsLeft: number | null;
  readonly onNext: () => void;
  /** Null where there is nothing to be shown instead. */
  readonly onSkip: (() => void) | null;
}) {
  const isOver = attemptsLeft === 0;
  return (
    <Panel
      label={say('play.missed.title')}
      actions={
        <button type="button" class="button button-primary button-large" onClick={onNext}>
          <Icon name={isOver ? 'target' : 'play'} />
          {say(isOver ? 'play.missed.show' : 'play.missed.scanOn')}
        </button>
      }
    >
      <h2>{say('play.missed.title')}</h2>
      {sentences.map((sentence) => (
        <p key={sentence} data-testid="miss">
          {sentence}
        </p>
      ))}
      {attemptsLeft !== null && (
        <p class="small">
          {isOver ? say('play.missed.none') : say('play.missed.left', { count: attemptsLeft })}
        </p>
      )}
      {!isOver && onSkip !== null && (
        <button type="button" class="button button-quiet" onClick={onSkip}>
          {say('play.scan.skip')}
        </button>
      )}
    </Panel>
  );
}
