import type { Actions } from '../../ui/actions/action.ts';

/** Beside what marking does: moving what is drawn. */
export type MovingCommand =
  | { readonly type: 'next' }
  | { readonly type: 'corner'; readonly by: -1 | 1 }
  | { readonly type: 'remove' };

export const MOVING_ACTIONS: Actions<null, MovingCommand> = {
  next: { words: 'marking.move.next', keys: [{ key: 'm' }], act: () => ({ type: 'next' }) },
  corner: {
    words: 'marking.move.corners',
    keys: [
      { key: 'p', shift: false },
      { key: 'p', shift: true },
    ],
    act: (_, { index }) => ({ type: 'corner', by: index === 0 ? 1 : -1 }),
  },
  remove: {
    words: 'marking.move.remove',
    keys: [{ key: 'Delete' }],
    also: [{ key: 'Backspace' }],
    isOnImage: true,
    act: () => ({ type: 'remove' }),
  },
};
