import { Icon } from '../../ui/icon.tsx';
import { say } from '../../ui/words/say.ts';
import type { CourseEditor } from './course-editor.ts';
import type { DraftEditor } from './draft-editor.ts';

/** Takes back what was edited, and takes it up again. */
export function UndoRedo({ editor }: { readonly editor: CourseEditor | DraftEditor }) {
  const { before, after } = editor.history.value;
  return (
    <>
      <button type="button" class="button" disabled={before.length === 0} onClick={editor.undo}>
        <Icon name="undo" />
        {say('studio.undo')}
      </button>
      <button type="button" class="button" disabled={after.length === 0} onClick={editor.redo}>
        <Icon name="redo" />
        {say('studio.redo')}
      </button>
    </>
  );
}
