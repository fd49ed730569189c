import { Icon } from '../../ui/icon.tsx';
import { say } from '../../ui/words/say.ts';

/** A result that was not kept, and the way to try again. */
export function SaveAgain({ onSaveAgain }: { readonly onSaveAgain: () => void }) {
  return (
    <div class="network-failed" role="alert">
      <p>{say('play.result.unsaved')}</p>
      <button type="button" class="button" onClick={onSaveAgain}>
        <Icon name="again" />
        {say('play.result.saveAgain')}
      </button>
    </div>
  );
}
