import type { Actions } from '../../ui/actions/action.ts';
import { pairWay } from '../../ui/actions/arrows.ts';

/** What can be told about images that marks were carried to. */
export type CarryCommand =
  | { readonly type: 'step'; readonly by: number }
  | { readonly type: 'check' }
  | { readonly type: 'accept' };

/** Keys beside those of marking. */
export const CARRY_ACTIONS: Actions<null, CarryCommand> = {
  step: {
    words: 'studio.carry.step',
    keys: [{ key: ',' }, { key: '.' }],
    act: (_, press) => ({ type: 'step', by: pairWay(press) }),
  },
  check: { words: 'studio.carry.next', keys: [{ key: 'n' }], act: () => ({ type: 'check' }) },
  accept: { words: 'studio.carry.right', keys: [{ key: 'a' }], act: () => ({ type: 'accept' }) },
};
