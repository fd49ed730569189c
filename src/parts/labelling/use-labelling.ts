import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Mark } from '../../domain/marks/mark.ts';
import type { Scanner } from '../../scanner/scanner.ts';
import { actionFind, type KeyPlace } from '../../ui/actions/action-find.ts';
import { announce } from '../../ui/announcer.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { useKeys } from '../keys/use-keys.ts';
import type { MarkingContext, MarkingEvent } from '../marking/machine/marking-context.ts';
import { MARKING_ACTIONS } from '../marking/marking-actions.ts';
import { useMarkingOnScanner } from '../marking/marking-on-scanner.ts';
import { noticeSentence } from '../marking/notice-sentence.ts';
import { type MovedCorner, movingCreate } from './moving.ts';
import { MOVING_ACTIONS } from './moving-actions.ts';
import { movedMarks, useMovingOnScanner } from './moving-on-scanner.ts';
import type { StillClip } from './still-clip.ts';
import { useMarkEditing } from './use-mark-editing.ts';

/** The marks of one image of a clip while they are drawn, moved and taken away. */
export interface Labelling {
  readonly context: MarkingContext;
  send(event: MarkingEvent): void;
  readonly move: {
    readonly isOn: boolean;
    /** The id of the mark that is moved; null for none. */
    readonly chosen: string | null;
    /** The corner of it that is moved by itself; null for the whole. */
    readonly corner: MovedCorner | null;
    /** On, with the next mark. */
    next(): void;
    cornerBeside(by: -1 | 1): void;
    nudge(dxMm: number, dyMm: number): void;
    remove(): void;
  };
}

/** Draws marks on a clip's image by pointer and keys; of `marks`, `text` and `onMarks` see `useMarkEditing`. */
export function useLabelling(
  { record, viewer }: StillClip,
  {
    place,
    marks,
    text,
    onMarks,
    onKey,
    onBack,
  }: {
    readonly place: string;
    readonly marks: readonly Mark[];
    readonly text: string;
    readonly onMarks: (marks: readonly Mark[]) => string;
    /** Keys of the page itself; tells whether it used one. */
    readonly onKey?: (event: KeyboardEvent, place: KeyPlace, areKeysOn: boolean) => boolean;
    /** Undo and redo of whole marks, where the page does them; tells whether it did. */
    readonly onBack?: (type: 'undo' | 'redo') => boolean;
  },
): Labelling {
  const marking = useMarkEditing(place, record.sector, marks, text, onMarks);
  const { context } = useSnapshot(marking);
  const moving = useMemo(movingCreate, []);
  const drawnOn = useComputed<Scanner | null>(() => (moving.isOn.value ? null : viewer.scanner.value));
  useMarkingOnScanner(drawnOn, marking);
  useMovingOnScanner(viewer.scanner, marking, moving);
  const shownAt = useSignal(place);
  useEffect(() => {
    if (shownAt.peek() !== place) moving.leave();
    shownAt.value = place;
  }, [place, moving, shownAt]);

  const moveOn = (): void => {
    // A mark that is being placed is not left behind unseen.
    if (!moving.isOn.peek()) marking.send({ type: 'tool.pick', tool: context.tool });
    moving.next(movedMarks(marking));
  };
  const send = (event: MarkingEvent): void => {
    if (event.type === 'undo' || event.type === 'redo') {
      if (context.stroke === null && onBack?.(event.type) === true) return;
    } else if (moving.isOn.peek()) {
      if (movingTakes(event)) return;
    }
    marking.send(event);
  };
  /** Whether the chosen mark took an event that else draws. */
  const movingTakes = (event: MarkingEvent): boolean => {
    const moved = movedMarks(marking);
    switch (event.type) {
      case 'cursor.move':
        return moving.nudge(moved, event.dxMm, event.dyMm);
      case 'point.place':
        moving.take(moved, context.cursor, false);
        return true;
      case 'mark.finish':
      case 'mark.cancel':
        if (!moving.leave()) moving.off();
        return true;
      case 'tool.pick':
      case 'finding.pick':
        moving.off();
        return false;
      default:
        return false;
    }
  };
  useKeys((event, where, areKeysOn) => {
    if (onKey?.(event, where, areKeysOn) === true) return true;
    const scene = { place: where, areKeysOn, mode: 'mark' };
    const told = actionFind(MOVING_ACTIONS, event, scene, null);
    if (told?.type === 'next') {
      moveOn();
      return true;
    }
    if (told?.type === 'corner' && moving.chosen.peek() !== null) {
      moving.cornerBeside(movedMarks(marking), told.by);
      return true;
    }
    if (told?.type === 'remove' && moving.chosen.peek() !== null) {
      moving.remove(movedMarks(marking));
      return true;
    }
    const act = actionFind(MARKING_ACTIONS, event, scene, context);
    if (act === null) return false;
    send(act);
    return true;
  });
  const { notice } = context;
  useEffect(() => {
    if (notice !== null) announce(noticeSentence(notice));
  }, [notice]);
  return {
    context,
    send,
    move: {
      isOn: moving.isOn.value,
      chosen: moving.chosen.value,
      corner: moving.corner.value,
      next: moveOn,
      cornerBeside: (by) => void moving.cornerBeside(movedMarks(marking), by),
      nudge: (dxMm, dyMm) => void moving.nudge(movedMarks(marking), dxMm, dyMm),
      remove: () => moving.remove(movedMarks(marking)),
    },
  };
}
