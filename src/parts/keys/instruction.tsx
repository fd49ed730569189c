import { useSignal } from '@preact/signals';
import { Icon } from '../../ui/icon.tsx';
import { say } from '../../ui/words/say.ts';
import { keyCommand } from './keys.ts';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { playShortcuts, type ShortcutGroup } from './shortcuts.ts';
import { useKeys } from './use-keys.ts';

/** One line that always says the next step, with the way to the keyboard's sheet. */
export function Instruction({
  text,
  shortcuts = playShortcuts(),
  isHeading = false,
}: {
  readonly text: string;
  readonly shortcuts?: readonly ShortcutGroup[];
  /** Whether it is the page's title that stands here, where the page has no other. */
  readonly isHeading?: boolean;
}) {
  const isSheetOpen = useSignal(false);
  useKeys((event, place, areKeysOn) => {
    const isAsked = keyCommand(event, place, areKeysOn) === 'sheet';
    if (isAsked) isSheetOpen.value = true;
    return isAsked;
  });
  return (
    <div class="instruction">
      <Icon name="target" />
      {isHeading ? <h1>{text}</h1> : <p data-testid="instruction">{text}</p>}
      <button
        type="button"
        class="button-icon"
        aria-label={say('keys.shortcuts')}
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
