import type { PictureRoom } from '../../parts/picture/picture-layout.ts';

/** Beside the panel of a wide page. */
export const ROOM_WIDE: PictureRoom = {
  width: 640,
  image: { width: 470, height: 440 },
  columnX: 482,
  lineHeight: 26,
};

/** On a phone. */
export const ROOM_NARROW: PictureRoom = {
  width: 400,
  image: { width: 238, height: 260 },
  columnX: 246,
  lineHeight: 24,
};

/** One of two images, with smaller names. */
export const ROOM_BESIDE: PictureRoom = {
  width: 356,
  image: { width: 238, height: 260 },
  columnX: 243,
  lineHeight: 20,
};
