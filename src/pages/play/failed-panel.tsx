import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { say } from '../../ui/words/say.ts';

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
      label={say('play.failed.label')}
      actions={
        <>
          <button type="button" class="button button-primary button-large" onClick={onRetry}>
            <Icon name="again" />
            {say('play.again')}
          </button>
          <div class="panel-foot-row">
            {onBack !== null && (
              <button type="button" class="button" onClick={onBack}>
                {say('play.failed.back')}
              </button>
            )}
            <button type="button" class="button" onClick={onSkip}>
              {say('play.failed.skip')}
            </button>
          </div>
        </>
      }
    >
      <h2>{say('play.failed.title')}</h2>
      <p role="alert">{message}</p>
    </Panel>
  );
}
