import { actionRows } from '../../ui/actions/action-keys.ts';
import type { Sheet } from '../../ui/actions/sheet.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { say } from '../../ui/words/say.ts';

/** Every key of a page and its command. */
export function ShortcutSheet({ sheet, onClose }: { readonly sheet: Sheet; readonly onClose: () => void }) {
  return (
    <Dialog title={say('keys.sheet')} onClose={onClose}>
      <div class="shortcut-groups">
        {sheet.map(({ title, actions }) => (
          <section key={title}>
            <h3>{say(title)}</h3>
            <dl class="shortcut-list">
              {Object.values(actions)
                .flatMap(actionRows)
                .map(({ parts, words }) => (
                  <div key={words}>
                    <dt>
                      {parts.map(({ text, isKey }) => (isKey ? <kbd key={text}>{text}</kbd> : ` ${text} `))}
                    </dt>
                    <dd>{say(words)}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <p class="soft small">{say('keys.sheetNote')}</p>
    </Dialog>
  );
}
