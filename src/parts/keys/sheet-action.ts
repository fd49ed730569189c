import type { Actions } from '../../ui/actions/action.ts';

/** Shows what every key does. */
export const SHEET_ACTIONS = {
  sheet: { words: 'keys.showSheet', keys: [{ key: '?' }], act: () => 'sheet' },
} as const satisfies Actions<null, 'sheet'>;
