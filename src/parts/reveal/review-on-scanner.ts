import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { historyMarks } from '../../domain/marks/history.ts';
import type { ScenarioContext } from '../session/machine/scenario-context.ts';
import type { Stage } from '../session/stage.ts';

/** Views of the frozen image after grading: the result, the key, one's own marks, or nothing. */
export const REVIEWS = ['result', 'key', 'marks', 'bare'] as const;
export type Review = (typeof REVIEWS)[number];

/** Draws what is reviewed; the result is played, and again whenever `turn` changes. */
export function useReviewOnScanner(
  stage: Stage,
  { grade, keyMade, history }: Pick<ScenarioContext, 'grade' | 'keyMade' | 'history'>,
  review: Review,
  turn: number,
  onPlayed: () => void,
): void {
  useEffect(
    () =>
      effect(() => {
        const scanner = stage.scanner.value;
        if (scanner === null || grade === null || keyMade === null) return;
        if (review === 'key') {
          scanner.hintShow({ kind: 'answer', mask: keyMade.key.mask });
          return () => scanner.hintShow(null);
        }
        if (review === 'marks') {
          scanner.marksShow(historyMarks(history), null, null);
          return () => scanner.marksShow([], null, null);
        }
        if (review === 'bare') return;
        let isGone = false;
        scanner.revealPlay(grade).then(() => {
          if (!isGone) onPlayed();
        });
        return () => {
          isGone = true;
          scanner.revealClear();
        };
      }),
    [stage, grade, keyMade, history, review, turn, onPlayed],
  );
}
