import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { MmPoint } from '../../domain/geometry/point.ts';
import type { Sector } from '../../domain/geometry/sector.ts';
import type { Mark } from '../../domain/marks/mark.ts';
import { markAt } from '../../domain/marks/mark-at.ts';
import { markCorner, markCornerMove, markCorners } from '../../domain/marks/mark-points.ts';
import { markDrag, markNudge } from '../../domain/motion/mark-drag.ts';
import type { MarkReplacement } from '../marking/machine/marking-context.ts';
import { pointInside } from '../marking/machine/stroke.ts';

/** A mark as near as this to a press is meant, mm. */
const REACH_MM = 5;

/**
 * A corner as near as this to a press is meant, as a share of the image's depth: the deeper the image, the smaller it stands on the
 * screen. On a phone of 390 pixels that is 24 pixels across or more.
 */
const CORNER_REACH = 1 / 14;

/** A press that moves no farther than this chooses a mark and leaves it where it is, mm. */
const CLICK_MM = 0.5;

/** The marks that are moved, and how they are changed. */
export interface MovedMarks {
  marks(): readonly Mark[];
  readonly sector: Sector;
  replace(replacement: MarkReplacement): void;
}

/** The way of a hand that holds something, mm. */
interface Drag {
  readonly from: MmPoint;
  readonly to: MmPoint;
}

/** The corners of the chosen mark, of which one is moved by itself. */
export interface MovedCorner {
  /** See `markCorners`. */
  readonly corners: readonly number[];
  /** Its place among them. */
  readonly at: number;
}

/** Moving marks that are drawn already, or taking one of them away. */
export interface Moving {
  readonly isOn: ReadonlySignal<boolean>;
  /** The id of the mark that is moved; null for none. */
  readonly chosen: ReadonlySignal<string | null>;
  /** Null while that is moved as a whole. */
  readonly corner: ReadonlySignal<MovedCorner | null>;
  /** The hand's way with it, while it is held. */
  readonly drag: ReadonlySignal<Drag | null>;
  /** On, with the mark after the chosen one, or the first. */
  next(moved: MovedMarks): void;
  off(): void;
  /** The next or previous corner of the chosen mark, round about; tells whether it has any. */
  cornerBeside(moved: MovedMarks, by: -1 | 1): boolean;
  /**
   * Chooses the mark at a point, and with `isHeld` takes hold of it; none where there is none. Where corners are moved, one of
   * the chosen mark that is near goes before.
   */
  take(moved: MovedMarks, point: MmPoint, isHeld: boolean): void;
  dragTo(moved: MovedMarks, point: MmPoint): void;
  /** Lets go: the mark stays where it was dragged to, or, without `isKept`, where it was. */
  letGo(moved: MovedMarks, isKept: boolean): void;
  /** Moves the chosen mark, or the corner of it, by mm; tells whether there is one. */
  nudge(moved: MovedMarks, dxMm: number, dyMm: number): boolean;
  /** Takes the chosen mark away. */
  remove(moved: MovedMarks): void;
  /** Goes back to the whole mark from a corner, and else chooses none; tells whether there was anything to leave. */
  leave(): boolean;
}

export function movingCreate(): Moving {
  const isOn = signal(false);
  const chosen = signal<string | null>(null);
  const corner: Signal<MovedCorner | null> = signal(null);
  const drag: Signal<Drag | null> = signal(null);
  /** What was moved by a step last, so that steps of it alone are undone together. */
  let stepped = '';
  const chosenOf = (moved: MovedMarks): Mark | null =>
    moved.marks().find(({ id }) => id === chosen.peek()) ?? null;
  const choose = (id: string | null): void => {
    chosen.value = id;
    corner.value = null;
    drag.value = null;
    stepped = '';
  };
  return {
    isOn,
    chosen,
    corner,
    drag,
    cornerBeside(moved, by) {
      const mark = chosenOf(moved);
      const { corners, at } = corner.peek() ?? {
        corners: mark === null ? [] : markCorners(mark),
        at: by === 1 ? -1 : 0,
      };
      if (mark === null || corners.length === 0) return false;
      drag.value = null;
      corner.value = { corners, at: (at + by + corners.length) % corners.length };
      return true;
    },
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
      const mark = chosenOf(moved);
      const own = corner.peek();
      const near = mark === null || own === null ? null : cornerNear(mark, own.corners, point, moved.sector);
      if (near !== null && own !== null) {
        corner.value = { ...own, at: near };
        drag.value = isHeld ? { from: point, to: point } : null;
        return;
      }
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
      stepped = '';
      if (!isKept || held === null || mark === null) return;
      const { from, to } = held;
      if (Math.hypot(to.x - from.x, to.y - from.y) <= CLICK_MM) return;
      const changed = handMove(mark, corner.peek(), held, moved.sector);
      moved.replace({ id: mark.id, mark: changed, goesOn: false });
    },
    nudge(moved, dxMm, dyMm) {
      const mark = chosenOf(moved);
      if (mark === null) return false;
      const own = corner.peek();
      const what = `${mark.id} ${own?.at ?? 'whole'}`;
      const changed =
        own === null
          ? markNudge(mark, dxMm, dyMm, moved.sector)
          : handMove(mark, own, { from: { x: 0, y: 0 }, to: { x: dxMm, y: dyMm } }, moved.sector);
      moved.replace({ id: mark.id, mark: changed, goesOn: stepped === what });
      stepped = what;
      return true;
    },
    remove(moved) {
      const mark = chosenOf(moved);
      if (mark === null) return;
      choose(null);
      moved.replace({ id: mark.id, mark: null, goesOn: false });
    },
    leave() {
      const { value: wasChosen } = chosen;
      choose(corner.peek() === null ? null : wasChosen);
      return wasChosen !== null;
    },
  };
}

/** The mark as a hand moves it, as a whole or by one of its corners, which stays in the image. */
function handMove(mark: Mark, corner: MovedCorner | null, { from, to }: Drag, sector: Sector): Mark {
  if (corner === null) return markDrag(mark, from, to, sector);
  const { corners, at } = corner;
  const { x, y } = markCorner(mark, corners[at]!, sector);
  const point = pointInside(sector, { x: x + to.x - from.x, y: y + to.y - from.y });
  return point === null ? mark : markCornerMove(mark, corners, at, point, sector);
}

/** The place of the corner nearest to a press that means one; null where none is near. */
function cornerNear(mark: Mark, corners: readonly number[], point: MmPoint, sector: Sector): number | null {
  const away = corners.map((corner) => {
    const { x, y } = markCorner(mark, corner, sector);
    return Math.hypot(x - point.x, y - point.y);
  });
  const least = Math.min(...away);
  return least <= CORNER_REACH * sector.depthMm ? away.indexOf(least) : null;
}

/** The marks as they are shown: those that stand still, and the one that is moved, where it is held now. */
export function movingShown(
  marks: readonly Mark[],
  { chosen, corner, drag }: Pick<Moving, 'chosen' | 'corner' | 'drag'>,
  sector: Sector,
): { readonly still: readonly Mark[]; readonly moved: Mark | null } {
  const mark = marks.find(({ id }) => id === chosen.value) ?? null;
  if (mark === null) return { still: marks, moved: null };
  return {
    still: marks.filter(({ id }) => id !== mark.id),
    moved: drag.value === null ? mark : handMove(mark, corner.value, drag.value, sector),
  };
}
