import { Dialog } from '../../ui/dialog.tsx';
import { say } from '../../ui/words/say.ts';
import { keyName } from './key-name.ts';
import type { ShortcutGroup } from './shortcuts.ts';

export function ShortcutSheet({
  groups,
  onClose,
}: {
  readonly groups: readonly ShortcutGroup[];
  readonly onClose: () => void;
}) {
  return (
    <Dialog title={say('keys.sheet')} onClose={onClose}>
      <div class="shortcut-groups">
        {groups.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl class="shortcut-list">
              {group.shortcuts.map((shortcut) => (
                <div key={shortcut.does}>
                  <dt>
                    {shortcut.keys.map((key) =>
                      key === '–' || key === '+ arrow' ? (
                        ` ${keyName(key)} `
                      ) : (
                        <kbd key={key}>{keyName(key)}</kbd>
                      ),
                    )}
                  </dt>
                  <dd>{shortcut.does}</dd>
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
