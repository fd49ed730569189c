import type { Confidence } from '../../domain/learning/confidence-level.ts';
import type { ProposalAct } from '../../domain/proposals/decision.ts';
import { SHEET_ACTIONS } from '../../parts/keys/sheet-action.ts';
import type { ActionPress, Actions } from '../../ui/actions/action.ts';
import { ARROW_KEYS, ARROW_WAYS } from '../../ui/actions/arrows.ts';
import type { Sheet } from '../../ui/actions/sheet.ts';

/** Commands in a step with proposals. */
export type ProposalCommand =
  | { readonly kind: 'choose'; readonly by: -1 | 1 }
  | { readonly kind: 'act'; readonly act: ProposalAct }
  | { readonly kind: 'missing' }
  | { readonly kind: 'sure'; readonly confidence: Confidence }
  | { readonly kind: 'move'; readonly rightMm: number; readonly deeperMm: number }
  | { readonly kind: 'drop' };

/** How far an arrow moves what is mended, mm. */
const MOVE_MM = { plain: 1, far: 5, fine: 1 } as const;

const act = (does: ProposalAct) => (): ProposalCommand => ({ kind: 'act', act: does });

function move(_: null, { index, stride }: ActionPress): ProposalCommand {
  const [x, y] = ARROW_WAYS[index]!;
  return { kind: 'move', rightMm: x * MOVE_MM[stride], deeperMm: y * MOVE_MM[stride] };
}

/** Deciding on proposals; in `mending` arrows move what is mended, and else choose. */
export const PROPOSALS_ACTIONS = {
  choose: {
    words: 'keys.proposals.choose',
    keys: [{ key: 'ArrowLeft' }, { key: 'ArrowRight' }],
    also: [{ key: 'ArrowUp' }, { key: 'ArrowDown' }],
    isOnImage: true,
    modes: ['deciding'],
    act: (_, { index }) => ({ kind: 'choose', by: index === 0 ? -1 : 1 }),
  },
  accept: { words: 'keys.proposals.accept', keys: [{ key: 'a' }], act: act('accept') },
  reject: { words: 'keys.proposals.reject', keys: [{ key: 'r' }], act: act('reject') },
  mend: { words: 'keys.proposals.mend', keys: [{ key: 'm' }], act: act('mend') },
  missing: { words: 'keys.proposals.missing', keys: [{ key: 'n' }], act: () => ({ kind: 'missing' }) },
  sure: {
    words: 'keys.proposals.sure',
    keys: [{ key: '1' }, { key: '2' }, { key: '3' }, { key: '4' }],
    act: (_, { index }) => ({ kind: 'sure', confidence: (index + 1) as Confidence }),
  },
  move: {
    words: 'keys.proposals.move',
    keys: ARROW_KEYS,
    isOnImage: true,
    strides: { far: 'keys.proposals.moveFar' },
    modes: ['mending'],
    act: move,
  },
  drop: {
    words: 'keys.proposals.drop',
    keys: [{ key: 'Escape' }],
    act: () => ({ kind: 'drop' }),
  },
} as const satisfies Actions<null, ProposalCommand, 'deciding' | 'mending'>;

export const PROPOSALS_SHEET: Sheet = [
  { title: 'keys.proposals.title', actions: { ...PROPOSALS_ACTIONS, ...SHEET_ACTIONS } },
];
