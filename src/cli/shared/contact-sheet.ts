import type { Frame, Mask } from '../../domain/frame/frame.ts';
import { pictureEmpty, pictureOfFrame, picturePaste, type RgbPicture } from './picture.ts';

const GAP_PX = 4;

/** Frames in rows, and under each row the same frames with their masks over them. All of one square size. */
export function contactSheet(
  shown: readonly { readonly frame: Frame; readonly mask: Mask }[],
  columns: number,
): RgbPicture {
  const size = shown[0]?.frame.width ?? 0;
  const step = size + GAP_PX;
  const across = Math.min(columns, shown.length);
  const down = Math.ceil(shown.length / columns) * 2;
  const sheet = pictureEmpty(across * step + GAP_PX, down * step + GAP_PX);
  sheet.rgb.fill(48);
  for (const [place, { frame, mask }] of shown.entries()) {
    const x = GAP_PX + (place % columns) * step;
    const y = GAP_PX + Math.floor(place / columns) * 2 * step;
    picturePaste(sheet, pictureOfFrame(frame, null), x, y);
    picturePaste(sheet, pictureOfFrame(frame, mask), x, y + step);
  }
  return sheet;
}
