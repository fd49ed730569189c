import { historyCanRedo, historyCanUndo } from '../../domain/marks/history.ts';
import { Icon } from '../../ui/icon.tsx';
import { say } from '../../ui/words/say.ts';
import type { MarkingContext, MarkingEvent } from '../marking/machine/marking-context.ts';

/** Takes marks back, and brings them again. */
export function EditRow({
  marking: { stroke, history, marks },
  send,
}: {
  readonly marking: MarkingContext;
  readonly send: (event: MarkingEvent) => void;
}) {
  return (
    <div class="edit-row">
      <button
        type="button"
        class="button"
        disabled={stroke === null && !historyCanUndo(history)}
        onClick={() => send({ type: 'undo' })}
      >
        <Icon name="undo" />
        {say('play.mark.undo')}
      </button>
      <button
        type="button"
        class="button"
        disabled={stroke !== null || !historyCanRedo(history)}
        onClick={() => send({ type: 'redo' })}
      >
        <Icon name="redo" />
        {say('play.mark.redo')}
      </button>
      <button
        type="button"
        class="button"
        disabled={marks.length === 0}
        onClick={() => send({ type: 'clear' })}
      >
        <Icon name="clear" />
        {say('play.mark.clear')}
      </button>
    </div>
  );
}
