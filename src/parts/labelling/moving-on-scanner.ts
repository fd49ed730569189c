import { effect, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ActorRefFrom } from 'xstate';
import { mmFromBeam } from '../../domain/geometry/sector.ts';
import { markMiddle } from '../../domain/motion/mark-move.ts';
import type { Scanner } from '../../scanner/scanner.ts';
import type { markingMachine } from '../marking/machine/marking.ts';
import { type MovedMarks, type Moving, movingShown } from './moving.ts';

type MarkingActor = ActorRefFrom<typeof markingMachine>;

/** Radius of the cross-hair's ring, mm. */
const POINT_MM = 1.5;

/** The marks of a marking, as moving them takes them. */
export function movedMarks(marking: MarkingActor): MovedMarks {
  const { context } = marking.getSnapshot();
  return {
    marks: () => marking.getSnapshot().context.marks,
    sector: context.sector,
    replace: (replacement) => marking.send({ type: 'mark.replace', ...replacement }),
  };
}

/** While marks are moved: draws them, the chosen one as a mark in the making, and takes the pointer to it. */
export function useMovingOnScanner(
  scanner: ReadonlySignal<Scanner | null>,
  marking: MarkingActor,
  moving: Moving,
): void {
  useEffect(
    () =>
      effect(() => {
        const shown = scanner.value;
        if (shown === null || !moving.isOn.value) return;
        const moved = movedMarks(marking);
        const draw = (): void => {
          const { marks, cursor, isCursorShown, sector } = marking.getSnapshot().context;
          const { still, moved: held } = movingShown(marks, moving.chosen.value, moving.drag.value, sector);
          // The cross-hair is the handle of the mark that is moved.
          const handle = held === null ? null : mmFromBeam(sector, markMiddle(held, sector));
          const point = handle ?? (isCursorShown ? cursor : null);
          shown.marksShow(still, held, point === null ? null : { point, radiusMm: POINT_MM });
        };
        const drawStop = effect(draw);
        const subscription = marking.subscribe(draw);
        shown.hoverShow(null);
        const pointerStop = shown.onPointer(({ phase, point }) => {
          if (phase === 'down') moving.take(moved, point, true);
          else if (phase === 'move') moving.dragTo(moved, point);
          else if (phase === 'up') moving.letGo(moved, true);
          else if (phase === 'cancel') moving.letGo(moved, false);
        });
        return () => {
          drawStop();
          subscription.unsubscribe();
          pointerStop();
          shown.marksShow([], null, null);
        };
      }),
    [scanner, marking, moving],
  );
}
