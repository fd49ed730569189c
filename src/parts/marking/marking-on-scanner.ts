import { effect, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ActorRefFrom } from 'xstate';
import type { Scanner, ScannerPointer } from '../../scanner/scanner.ts';
import type { markingMachine } from './machine/marking.ts';
import type { MarkingContext } from './machine/marking-context.ts';
import { strokeCanBegin, toolIsSized } from './machine/stroke.ts';

type MarkingActor = ActorRefFrom<typeof markingMachine>;

/** Radius in mm of the cross-hair's ring for tools that have no size. */
const POINT_MM = 0.75;

/** Draws marks while they are made, and passes the pointer on to the marking. */
export function useMarkingOnScanner(scanner: ReadonlySignal<Scanner | null>, marking: MarkingActor): void {
  useEffect(
    () =>
      effect(() => {
        const shown = scanner.value;
        if (shown === null) return;
        const draw = (): void => marksDraw(shown, marking.getSnapshot().context);
        draw();
        const subscription = marking.subscribe(draw);
        const pointerStop = shown.onPointer((pointer) => pointerSend(marking, pointer));
        return () => {
          subscription.unsubscribe();
          pointerStop();
          shown.marksShow([], null, null);
          shown.hoverShow(null);
        };
      }),
    [scanner, marking],
  );
}

function marksDraw(scanner: Scanner, { marks, draft, tool, sizeMm, cursor, isCursorShown }: MarkingContext) {
  const radiusMm = toolIsSized(tool) ? sizeMm[tool] / 2 : POINT_MM;
  scanner.marksShow(marks, draft, isCursorShown ? { point: cursor, radiusMm } : null);
  scanner.hoverShow(radiusMm);
}

function pointerSend(marking: MarkingActor, { phase, point }: ScannerPointer): void {
  if (phase === 'down') {
    if (strokeCanBegin(marking.getSnapshot().context.sector, point))
      marking.send({ type: 'pointer.down', point });
  } else if (phase === 'move' || phase === 'up') {
    marking.send({ type: `pointer.${phase}`, point });
  } else if (phase === 'cancel') {
    marking.send({ type: 'pointer.cancel' });
  }
}
