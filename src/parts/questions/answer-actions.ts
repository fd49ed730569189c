import type { Confidence } from '../../domain/learning/confidence-level.ts';
import type { Actions } from '../../ui/actions/action.ts';
import type { AnswerWay } from './answer-way.ts';

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** Handing in an answer together with how sure one is of it. */
export const SURE_ACTIONS = {
  sure: {
    words: 'keys.answering.sure',
    keys: [1, 2, 3, 4].map((digit) => ({ key: `${digit}` })),
    act: (_, { index }) => (index + 1) as Confidence,
  },
} as const satisfies Actions<null, Confidence>;

/** Giving one of the answers at once, by its place from 1; of a number, the number itself. */
export const QUICK_ACTIONS = {
  give: {
    words: 'keys.answering.give',
    keys: [0, ...DIGITS].map((digit) => ({ key: `${digit}` })),
    act: (_, { index }) => index,
  },
} as const satisfies Actions<null, number>;

/** Going on once the answer is shown. */
export const NEXT_ACTIONS = {
  next: {
    words: 'keys.answering.next',
    keys: [{ key: ' ' }],
    isOnImage: true,
    modes: ['sure', 'quick'],
    act: () => 'next',
  },
} as const satisfies Actions<null, 'next', AnswerWay>;
