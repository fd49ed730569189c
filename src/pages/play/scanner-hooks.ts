import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { FINDING_INDEX } from '../../domain/findings/finding.ts';
import type { Mask } from '../../domain/frame/frame.ts';
import type { BlasSpace } from '../../domain/grading/blas-space.ts';
import type { Hint } from '../../domain/scenario/scenario.ts';
import type { MarkingContext } from '../../parts/marking/machine/marking-context.ts';
import { strokeCanBegin, toolIsSized } from '../../parts/marking/machine/stroke.ts';
import type { MarkingActor } from '../../parts/session/machine/session.ts';
import type { Stage } from '../../parts/session/stage.ts';
import type { Scanner, ScannerPointer } from '../../scanner/scanner.ts';

/** Radius in mm of the cross-hair's ring for tools that have no size. */
const POINT_MM = 0.75;

/** Draws marks while they are made, and passes the pointer on to the marking. */
export function useMarkingOnScanner(stage: Stage, marking: MarkingActor): void {
  useEffect(
    () =>
      effect(() => {
        const scanner = stage.scanner.value;
        if (scanner === null) return;
        const draw = (): void => marksDraw(scanner, marking.getSnapshot().context);
        draw();
        const subscription = marking.subscribe(draw);
        const pointerStop = scanner.onPointer((pointer) => pointerSend(marking, pointer));
        return () => {
          subscription.unsubscribe();
          pointerStop();
          scanner.marksShow([], null, null);
          scanner.hoverShow(null);
        };
      }),
    [stage, marking],
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

/** Draws the last hint that was taken, as far as it can be drawn, from the key. */
export function useHintOnScanner(stage: Stage, hints: readonly Hint[], key: Mask | null): void {
  const hint = hints.findLast(({ kind }) => kind !== 'word') ?? null;
  useEffect(
    () =>
      effect(() => {
        const scanner = stage.scanner.value;
        if (scanner === null || hint === null || key === null || hint.kind === 'word') return;
        scanner.hintShow({ kind: hint.kind, mask: maskOf(key, hint) });
        return () => scanner.hintShow(null);
      }),
    [stage, hint, key],
  );
}

/** Draws the space that an answer was counted in, and what fills it. */
export function useSpaceOnScanner(stage: Stage, space: BlasSpace | null): void {
  useEffect(
    () =>
      effect(() => {
        const scanner = stage.scanner.value;
        if (scanner === null || space === null) return;
        scanner.hintShow({ kind: 'space', mask: space });
        return () => scanner.hintShow(null);
      }),
    [stage, space],
  );
}

/** The key with the hint's classes alone. */
function maskOf(key: Mask, { findings }: Hint): Mask {
  const values = new Set(findings.map((finding) => FINDING_INDEX[finding]));
  return { ...key, classes: key.classes.map((value) => (values.has(value) ? value : 0)) };
}
