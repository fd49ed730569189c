import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Icon } from '../components/icon.tsx';
import { ShortcutSheet } from '../components/shortcut-sheet.tsx';
import { keyCommand, keyPlace } from '../keys.ts';
import { settings } from '../settings.ts';
import { SHORTCUT_GROUPS, type ShortcutGroup } from '../text/shortcuts.ts';

/** One line that always says the next step, with the way to the keyboard's sheet. */
export function Instruction({
  text,
  shortcuts = SHORTCUT_GROUPS,
}: {
  readonly text: string;
  readonly shortcuts?: readonly ShortcutGroup[];
}) {
  const isSheetOpen = useSignal(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (keyCommand(event, keyPlace(event.target), settings.peek().areKeysOn) === 'sheet') {
        isSheetOpen.value = true;
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [isSheetOpen]);
  return (
    <div class="instruction">
      <Icon name="target" />
      <p data-testid="instruction">{text}</p>
      <button
        type="button"
        class="button-icon"
        aria-label="Keyboard shortcuts"
        aria-keyshortcuts="?"
        onClick={() => {
          isSheetOpen.value = true;
        }}
      >
        <Icon name="keyboard" />
      </button>
      {isSheetOpen.value && (
        <ShortcutSheet
          groups={shortcuts}
          onClose={() => {
            isSheetOpen.value = false;
          }}
        />
      )}
    </div>
  );
}
