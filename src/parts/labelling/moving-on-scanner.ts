import { effect, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ActorRefFrom } from 'xstate';
import type { MmPoint } from '../../domain/geometry/point.ts';
import { mmFromBeam, type Sector } from '../../domain/geometry/sector.ts';
import type { Mark } from '../../domain/marks/mark.ts';
import { markCorner } from '../../domain/marks/mark-points.ts';
import { markMiddle } from '../../domain/motion/mark-move.ts';
import type { Scanner } from '../../scanner/scanner.ts';
import type { markingMachine } from '../marking/machine/marking.ts';
import { type MovedCorner, type MovedMarks, type Moving, movingShown } from './moving.ts';

type MarkingActor = ActorRefFrom<typeof markingMachine>;

/** Radius of the cross-hair's ring, and of the dots on corners, mm. */
const POINT_MM = 1.5;
const DOT_MM = 2;

/** The cross-hair is the handle of what is moved: of a corner, or of the middle of the mark. */
function handleOf(mark: Mark, corner: MovedCorner | null, sector: Sector): MmPoint {
  if (corner === null) return mmFromBeam(sector, markMiddle(mark, sector));
  return markCorner(mark, corner.corners[corner.at]!, sector);
}

/** A dot on each corner, while corners are moved. */
function cornerDots(mark: Mark, corner: MovedCorner | null, sector: Sector): readonly Mark[] {
  if (corner === null || mark.kind === 'eraser') return [];
  const { id, finding } = mark;
  return corner.corners.map((one) => ({
    id: `${id}-corner-${one}`,
    kind: 'brush',
    finding,
    points: [markCorner(mark, one, sector)],
    radiusMm: DOT_MM,
  }));
}

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
          const { still, moved: held } = movingShown(marks, moving, sector);
          const corner = moving.corner.value;
          const point = held === null ? (isCursorShown ? cursor : null) : handleOf(held, corner, sector);
          const dots = held === null ? [] : cornerDots(held, corner, sector);
          shown.marksShow([...still, ...dots], held, point === null ? null : { point, radiusMm: POINT_MM });
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
