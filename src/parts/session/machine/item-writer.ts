import { fromCallback } from 'xstate';
import { errorFact } from '../../../domain/errors/error-fact.ts';
import type { ItemDraft } from '../../../domain/learning/item-draft.ts';
import type { MessageFact } from '../../../domain/message/message-fact.ts';
import type { SessionEffects } from './session-effects.ts';

export interface ItemsKeep {
  readonly type: 'keep';
  readonly drafts: readonly ItemDraft[];
}

export interface ItemUnwritten {
  readonly type: 'item.unwritten';
  readonly fact: MessageFact;
}

/**
 * Keeps the learner's answers in the order in which they came, one write at a time. One that could not be written is tried
 * again before the next one; stopping it does not lose what it was given.
 */
export function itemWriterCreate({ itemKeep }: Pick<SessionEffects, 'itemKeep'>) {
  return fromCallback<ItemsKeep>(({ receive, sendBack }) => {
    const waiting: ItemDraft[] = [];
    let isWriting = false;

    const write = async (): Promise<void> => {
      isWriting = true;
      try {
        for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
          await itemKeep(next);
          waiting.shift();
        }
      } catch (error) {
        const fact = errorFact(error, { code: 'answerNotKept' });
        sendBack({ type: 'item.unwritten', fact } satisfies ItemUnwritten);
      } finally {
        isWriting = false;
      }
    };

    receive(({ drafts }) => {
      waiting.push(...drafts);
      if (!isWriting) void write();
    });
  });
}
