import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';

/** Something of the world outside failed: what it was, in a sentence, and the ways on. Marks are kept. */
export function FailedPanel({
  message,
  onRetry,
  onBack,
  onSkip,
}: {
  readonly message: string;
  readonly onRetry: () => void;
  /** Back to the marks; null where there are none to go back to. */
  readonly onBack: (() => void) | null;
  readonly onSkip: () => void;
}) {
  return (
    <Panel
      label="Something failed"
      actions={
        <>
          <button type="button" class="button button-primary button-large" onClick={onRetry}>
            <Icon name="again" />
            Try again
          </button>
          <div class="panel-foot-row">
            {onBack !== null && (
              <button type="button" class="button" onClick={onBack}>
                Back to my marks
              </button>
            )}
            <button type="button" class="button" onClick={onSkip}>
              Skip this step
            </button>
          </div>
        </>
      }
    >
      <h2>That did not work</h2>
      <p role="alert">{message}</p>
    </Panel>
  );
}
