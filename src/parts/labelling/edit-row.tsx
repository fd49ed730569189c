import { Icon } from '../../ui/icon.tsx';
import { say } from '../../ui/words/say.ts';
import type { MarkingEvent } from '../marking/machine/marking-context.ts';

/** Takes marks back, and brings them again. */
export function EditRow({
  canUndo,
  canRedo,
  canClear,
  send,
}: {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly canClear: boolean;
  readonly send: (event: MarkingEvent) => void;
}) {
  return (
    <div class="edit-row">
      <button type="button" class="button" disabled={!canUndo} onClick={() => send({ type: 'undo' })}>
        <Icon name="undo" />
        {say('play.mark.undo')}
      </button>
      <button type="button" class="button" disabled={!canRedo} onClick={() => send({ type: 'redo' })}>
        <Icon name="redo" />
        {say('play.mark.redo')}
      </button>
      <button type="button" class="button" disabled={!canClear} onClick={() => send({ type: 'clear' })}>
        <Icon name="clear" />
        {say('play.mark.clear')}
      </button>
    </div>
  );
}
