import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { MmPoint } from '../../domain/geometry/point.ts';
import type { Sector } from '../../domain/geometry/sector.ts';
import type { Mark } from '../../domain/marks/mark.ts';
import { markAt } from '../../domain/marks/mark-at.ts';
import { markDrag, markNudge } from '../../domain/motion/mark-drag.ts';
import type { MarkReplacement } from '../marking/machine/marking-context.ts';
import { pointInside } from '../marking/machine/stroke.ts';

/** A mark as near as this to a press is meant, mm. */
const REACH_MM = 5;

/** A press that moves no farther than this chooses a mark and leaves it where it is, mm. */
const CLICK_MM = 0.5;

/** The marks that are moved, and how they are changed. */
export interface MovedMarks {
  marks(): readonly Mark[];
  readonly sector: Sector;
  replace(replacement: MarkReplacement): void;
}

/** Moving marks that are drawn already, or taking one of them away. */
export interface Moving {
  readonly isOn: ReadonlySignal<boolean>;
  /** The id of the mark that is moved; null for none. */
  readonly chosen: ReadonlySignal<string | null>;
  /** The hand's way with that mark, while it is held. */
  readonly drag: ReadonlySignal<{ readonly from: MmPoint; readonly to: MmPoint } | null>;
  /** On, with the mark after the chosen one, or the first. */
  next(moved: MovedMarks): void;
  off(): void;
  /** Chooses the mark at a point, and with `isHeld` takes hold of it; none where there is none. */
  take(moved: MovedMarks, point: MmPoint, isHeld: boolean): void;
  dragTo(moved: MovedMarks, point: MmPoint): void;
  /** Lets go: the mark stays where it was dragged to, or, without `isKept`, where it was. */
  letGo(moved: MovedMarks, isKept: boolean): void;
  /** Moves the chosen mark by mm; tells whether there is one. */
  nudge(moved: MovedMarks, dxMm: number, dyMm: number): boolean;
  /** Takes the chosen mark away. */
  remove(moved: MovedMarks): void;
  /** Chooses none; tells whether one was chosen. */
  leave(): boolean;
}

export function movingCreate(): Moving {
  const isOn = signal(false);
  const chosen = signal<string | null>(null);
  const drag: Signal<{ readonly from: MmPoint; readonly to: MmPoint } | null> = signal(null);
  const chosenOf = (moved: MovedMarks): Mark | null =>
    moved.marks().find(({ id }) => id === chosen.peek()) ?? null;
  const choose = (id: string | null): void => {
    chosen.value = id;
    drag.value = null;
  };
  return {
    isOn,
    chosen,
    drag,
    next(moved) {
      const marks = moved.marks().filter(({ kind }) => kind !== 'eraser');
      const at = marks.findIndex(({ id }) => id === chosen.peek());
      isOn.value = true;
      choose(marks[(at + 1) % Math.max(1, marks.length)]?.id ?? null);
    },
    off() {
      isOn.value = false;
      choose(null);
    },
    take(moved, point, isHeld) {
      choose(markAt(moved.marks(), point, moved.sector, REACH_MM)?.id ?? null);
      if (isHeld && chosen.peek() !== null) drag.value = { from: point, to: point };
    },
    dragTo({ sector }, point) {
      const to = pointInside(sector, point);
      if (drag.peek() !== null && to !== null) drag.value = { ...drag.peek()!, to };
    },
    letGo(moved, isKept) {
      const held = drag.peek();
      const mark = chosenOf(moved);
      drag.value = null;
      if (!isKept || held === null || mark === null) return;
      const { from, to } = held;
      if (Math.hypot(to.x - from.x, to.y - from.y) <= CLICK_MM) return;
      moved.replace({ id: mark.id, mark: markDrag(mark, from, to, moved.sector), goesOn: false });
    },
    nudge(moved, dxMm, dyMm) {
      const mark = chosenOf(moved);
      if (mark === null) return false;
      moved.replace({ id: mark.id, mark: markNudge(mark, dxMm, dyMm, moved.sector), goesOn: true });
      return true;
    },
    remove(moved) {
      const mark = chosenOf(moved);
      if (mark === null) return;
      choose(null);
      moved.replace({ id: mark.id, mark: null, goesOn: false });
    },
    leave() {
      const wasChosen = chosen.peek() !== null;
      choose(null);
      return wasChosen;
    },
  };
}

/** The marks as they are shown: those that stand still, and the one that is moved, where it is held now. */
export function movingShown(
  marks: readonly Mark[],
  chosen: string | null,
  drag: { readonly from: MmPoint; readonly to: MmPoint } | null,
  sector: Sector,
): { readonly still: readonly Mark[]; readonly moved: Mark | null } {
  const mark = marks.find(({ id }) => id === chosen) ?? null;
  if (mark === null) return { still: marks, moved: null };
  return {
    still: marks.filter(({ id }) => id !== chosen),
    moved: drag === null ? mark : markDrag(mark, drag.from, drag.to, sector),
  };
}
