import { useSignal } from '@preact/signals';
import { actionFind } from '../../ui/actions/action-find.ts';
import { actionShortcuts } from '../../ui/actions/action-keys.ts';
import type { Sheet } from '../../ui/actions/sheet.ts';
import { Icon } from '../../ui/icon.tsx';
import { say } from '../../ui/words/say.ts';
import { SHEET_ACTIONS } from './sheet-action.ts';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { useKeys } from './use-keys.ts';

/** One line that always says the next step, with the way to the keyboard's sheet where keys act. */
export function Instruction({
  text,
  sheet = null,
  isHeading = false,
}: {
  readonly text: string;
  /** Null where no key acts. */
  readonly sheet?: Sheet | null;
  /** Whether it is the page's title that stands here, where the page has no other. */
  readonly isHeading?: boolean;
}) {
  return (
    <div class="instruction">
      <Icon name="target" />
      {isHeading ? <h1>{text}</h1> : <p data-testid="instruction">{text}</p>}
      {sheet !== null && <SheetButton sheet={sheet} />}
    </div>
  );
}

function SheetButton({ sheet }: { readonly sheet: Sheet }) {
  const isOpen = useSignal(false);
  const toggle = (value: boolean) => {
    isOpen.value = value;
  };
  useKeys((event, place, areKeysOn) => {
    const isAsked = actionFind(SHEET_ACTIONS, event, { place, areKeysOn, mode: 'any' }, null) !== null;
    if (isAsked) toggle(true);
    return isAsked;
  });
  return (
    <>
      <button
        type="button"
        class="button-icon"
        aria-label={say('keys.shortcuts')}
        aria-keyshortcuts={actionShortcuts(SHEET_ACTIONS.sheet)}
        onClick={() => toggle(true)}
      >
        <Icon name="keyboard" />
      </button>
      {isOpen.value && <ShortcutSheet sheet={sheet} onClose={() => toggle(false)} />}
    </>
  );
}
