import type { MarkableFinding } from '../../domain/findings/finding.ts';
import { FINDING_LOOKS } from '../../domain/findings/look.ts';
import type { Frame, Mask } from '../../domain/frame/frame.ts';
import { type Crop, sectorCrop } from '../../domain/frame/sector-crop.ts';
import type { MmPoint } from '../../domain/geometry/point.ts';
import { pxFromMm } from '../../domain/geometry/sector.ts';
import { say } from '../../ui/words/say.ts';
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

/** A name for what is no finding, and so not in the truth. */
export interface Pointer {
  readonly name: string;
  /** What it points at, mm of the image. */
  readonly at: MmPoint;
}

const POINTER_COLOUR = '#ffffff';

/** A name and the point of the image that it points at, in units of the drawing. */
export interface PictureLabel {
  /** In a sentence. */
  readonly name: string;
  /** On the image. */
  readonly short: string;
  readonly colour: string;
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
  pointers: readonly Pointer[] = [],
): PictureLayout {
  const crop = sectorCrop(sector, width, height);
  const scale = Math.min(room.image.width / crop.width, room.image.height / crop.height);
  const drawnHeight = crop.height * scale;
  const placed = (at: { readonly x: number; readonly y: number }) => ({
    x: (at.x - crop.left) * scale,
    y: (at.y - crop.top) * scale,
  });
  const found = [
    ...wanted.flatMap((finding) => {
      const at = labelAnchor(mask, finding);
      if (at === null) return [];
      const { colour } = FINDING_LOOKS[finding];
      const name = say(`findings.${finding}.name`);
      return [{ name, short: say(`findings.${finding}.short`), colour, ...placed(at) }];
    }),
    ...pointers.map(({ name, at }) => ({
      name,
      short: name,
      colour: POINTER_COLOUR,
      ...placed(pxFromMm(sector, at)),
    })),
  ];
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
