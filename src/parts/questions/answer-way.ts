import type { ItemPolicy } from '../../domain/learning/item-policy.ts';

/**
 * How an answer is handed in: by a button, with how sure one is (which hands it in as well), or as soon as it is
 * given.
 */
export type AnswerWay = 'button' | 'sure' | 'quick';

const WAYS: Readonly<Record<ItemPolicy, AnswerWay>> = {
  course: 'button',
  learner: 'button',
  round: 'sure',
  exam: 'sure',
  drill: 'quick',
};

export function answerWay({ policy }: { readonly policy: ItemPolicy }): AnswerWay {
  return WAYS[policy];
}
