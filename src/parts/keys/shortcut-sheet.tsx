import { Dialog } from '../../ui/dialog.tsx';
import type { ShortcutGroup } from './shortcuts.ts';

export function ShortcutSheet({
  groups,
  onClose,
}: {
  readonly groups: readonly ShortcutGroup[];
  readonly onClose: () => void;
}) {
  return (
    <Dialog title="Keyboard" onClose={onClose}>
      <div class="shortcut-groups">
        {groups.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl class="shortcut-list">
              {group.shortcuts.map((shortcut) => (
                <div key={shortcut.does}>
                  <dt>
                    {shortcut.keys.map((key) =>
                      key === '–' || key === '+ arrow' ? ` ${key} ` : <kbd key={key}>{key}</kbd>,
                    )}
                  </dt>
                  <dd>{shortcut.does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <p class="soft small">
        Single keys act while the image or the tools are in view and no text field is in use. Switch them off
        in Settings.
      </p>
    </Dialog>
  );
}
