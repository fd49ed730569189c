import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';

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
      label="Not yet"
      actions={
        <button type="button" class="button button-primary button-large" onClick={onNext}>
          <Icon name={isOver ? 'target' : 'play'} />
          {isOver ? 'Show me the place' : 'Scan on'}
        </button>
      }
    >
      <h2>Not yet</h2>
      {sentences.map((sentence) => (
        <p key={sentence} data-testid="miss">
          {sentence}
        </p>
      ))}
      {attemptsLeft !== null && (
        <p class="small">
          {isOver
            ? 'No freezes are left: the probe is put in the right place, so that you can look at it.'
            : attemptsLeft === 1
              ? 'One freeze is left. Look at the image here first: what is missing?'
              : `${attemptsLeft} freezes are left. Look at the image here first: what is missing?`}
        </p>
      )}
      {!isOver && onSkip !== null && (
        <button type="button" class="button button-quiet" onClick={onSkip}>
          Skip: show me the place
        </button>
      )}
    </Panel>
  );
}
