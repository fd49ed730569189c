import type { Actions } from '../../ui/actions/action.ts';

/** Beside what marking does: moving what is drawn. */
export type MovingCommand = { readonly type: 'next' } | { readonly type: 'remove' };

export const MOVING_ACTIONS: Actions<null, MovingCommand> = {
  next: { words: 'marking.move.next', keys: [{ key: 'm' }], act: () => ({ type: 'next' }) },
  remove: {
    words: 'marking.move.remove',
    keys: [{ key: 'Delete' }],
    also: [{ key: 'Backspace' }],
    isOnImage: true,
    act: () => ({ type: 'remove' }),
  },
};
