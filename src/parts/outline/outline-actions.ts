import type { Actions } from '../../ui/actions/action.ts';
import { ARROW_KEYS, ARROW_WAYS } from '../../ui/actions/arrows.ts';

/** How far an arrow moves the cross-hair of the outline, in pixels of the picture. */
export interface OutlineStep {
  readonly stepPx: number;
}

/** Commands of keys on a picture with a cross-hair. */
export type OutlineKeyed =
  | { readonly type: 'cursor.move'; readonly dxPx: number; readonly dyPx: number }
  | { readonly type: 'point.place' };

/** Setting points of the outline or the scale by keys, while the picture has the focus. */
export const OUTLINE_ACTIONS: Actions<OutlineStep, OutlineKeyed> = {
  move: {
    words: 'keys.outline.move',
    keys: ARROW_KEYS,
    isOnImage: true,
    strides: { far: 'keys.outline.moveFar' },
    act: ({ stepPx }, { index, stride }) => {
      const [x, y] = ARROW_WAYS[index]!;
      const px = stride === 'far' ? 10 * stepPx : stepPx;
      return { type: 'cursor.move', dxPx: x * px, dyPx: y * px };
    },
  },
  place: {
    words: 'keys.outline.place',
    keys: [{ key: 'Enter' }],
    isOnImage: true,
    act: () => ({ type: 'point.place' }),
  },
};
