import type { Confidence } from '../../domain/learning/confidence-level.ts';
import { actionFind } from '../../ui/actions/action-find.ts';
import { useKeys } from '../keys/use-keys.ts';
import { NEXT_ACTIONS, QUICK_ACTIONS, SURE_ACTIONS } from './answer-actions.ts';
import type { AnswerWay } from './answer-way.ts';

/** Each returns whether it used the key. */
export interface AnswerKeys {
  readonly onSure: (confidence: Confidence) => boolean;
  readonly onDigit: (digit: number) => boolean;
  readonly onNext: () => boolean;
}

/** Digits answer, and the space bar goes on, where answers are handed in without a button. */
export function useAnswerKeys(way: AnswerWay, { onSure, onDigit, onNext }: AnswerKeys): void {
  useKeys((event, place, areKeysOn) => {
    const scene = { place, areKeysOn, mode: way };
    if (way === 'button') return false;
    if (actionFind(NEXT_ACTIONS, event, scene, null) !== null) return onNext();
    if (way === 'sure') {
      const sure = actionFind(SURE_ACTIONS, event, scene, null);
      return sure !== null && onSure(sure);
    }
    const digit = actionFind(QUICK_ACTIONS, event, scene, null);
    return digit !== null && onDigit(digit);
  });
}
