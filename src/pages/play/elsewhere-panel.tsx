import { Panel } from '../../ui/panel.tsx';
import { say } from '../../ui/words/say.ts';

/** Stands where the scenario would, while another tab of this browser plays it. */
export function ElsewherePanel({
  name,
  isTaking,
  isUnkept,
  onTake,
  onRestore,
  onLeave,
}: {
  readonly name: string;
  /** Whether the other tab is being asked for it. */
  readonly isTaking: boolean;
  /** Whether something was done here that is not kept, since the other tab went on unasked. */
  readonly isUnkept: boolean;
  readonly onTake: () => void;
  /** Goes on with what was done here. */
  readonly onRestore: () => void;
  readonly onLeave: () => void;
}) {
  return (
    <Panel
      label={say('play.elsewhere.label')}
      actions={
        <>
          <button type="button" class="button" onClick={onLeave}>
            {say('play.leave')}
          </button>
          {isUnkept && (
            <button type="button" class="button" disabled={isTaking} onClick={onRestore}>
              {say('play.elsewhere.restore')}
            </button>
          )}
          <button type="button" class="button button-primary" disabled={isTaking} onClick={onTake}>
            {say(isTaking ? 'play.elsewhere.taking' : 'play.elsewhere.take')}
          </button>
        </>
      }
    >
      <h2>{say('play.elsewhere.label')}</h2>
      <p>{say('play.elsewhere.text', { name })}</p>
      {isUnkept && <p>{say('play.elsewhere.unkept')}</p>}
    </Panel>
  );
}
