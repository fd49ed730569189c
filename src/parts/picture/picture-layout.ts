import type { MarkableFinding } from '../../domain/findings/finding.ts';
import type { Frame, Mask } from '../../domain/frame/frame.ts';
import { type Crop, sectorCrop } from '../../domain/frame/sector-crop.ts';
import { labelAnchor } from './label-anchor.ts';
import { labelsPlace } from './label-place.ts';

/** Room for an image and the column of names on its right, in units of the drawing: about a pixel each. */
export interface PictureRoom {
  readonly width: number;
  /** Most that the image itself takes. */
  readonly image: { readonly width: number; readonly height: number };
  /** Where names begin: the longest fits behind it, also in the wider letters that stand in while the font is on its way. */
  readonly columnX: number;
  readonly lineHeight: number;
}

/** A finding's name and the point of the image that it points at, in units of the drawing. */
export interface PictureLabel {
  readonly finding: MarkableFinding;
  readonly x: number;
  readonly y: number;
  readonly textY: number;
}

/** Where everything goes: the image on the left, names on the right. */
export interface PictureLayout {
  readonly room: PictureRoom;
  readonly crop: Crop;
  readonly width: number;
  readonly height: number;
  readonly labels: readonly PictureLabel[];
}

/** @param wanted the findings to be named, as far as the mask has them */
export function pictureLayout(
  { sector, width, height }: Pick<Frame, 'sector' | 'width' | 'height'>,
  mask: Mask,
  wanted: readonly MarkableFinding[],
  room: PictureRoom,
): PictureLayout {
  const crop = sectorCrop(sector, width, height);
  const scale = Math.min(room.image.width / crop.width, room.image.height / crop.height);
  const drawnHeight = crop.height * scale;
  const found = wanted.flatMap((finding) => {
    const at = labelAnchor(mask, finding);
    return at === null ? [] : [{ finding, x: (at.x - crop.left) * scale, y: (at.y - crop.top) * scale }];
  });
  const heights = labelsPlace(found, {
    x: room.columnX,
    topY: room.lineHeight / 2,
    bottomY: drawnHeight - room.lineHeight / 2,
    gap: room.lineHeight,
  });
  const labels = found.map((label, i) => ({ ...label, textY: heights[i]! }));
  return { room, crop, width: crop.width * scale, height: drawnHeight, labels };
}

/** The part of a frame that is ultrasound image. */
export function framePart({ grey, width }: Pick<Frame, 'grey' | 'width'>, crop: Crop) {
  const out = new Uint8Array(crop.width * crop.height);
  for (let row = 0; row < crop.height; row++) {
    const from = (crop.top + row) * width + crop.left;
    out.set(grey.subarray(from, from + crop.width), row * crop.width);
  }
  return { width: crop.width, height: crop.height, grey: out };
}
