import type { PxBox } from '../../formats/files/image-series.ts';
import { InputError } from '../../formats/files/input-error.ts';
import { isOfShape, type PictureSize } from '../../formats/files/picture-header.ts';

export type Canvas2d = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** A decoded picture while it is at hand, upright and with square pixels. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Draws a part of it, in its own pixels, as large as stated at the canvas's upper left. */
  draw(context: Canvas2d, part: PxBox, width: number, height: number): void;
}

/** The pictures of an opened file. */
export interface Pictures {
  /** Gives at least picture `index` to the listener that they were opened with. Calls do not overlap. */
  reach(index: number): Promise<void>;
  close(): void;
}

export type PicturesOpen = (onPicture: (index: number, picture: Picture) => void) => Promise<Pictures>;

/** An image of the browser, `stretch` times as tall as it is stored. */
export function pictureOf(image: CanvasImageSource, width: number, height: number, stretch = 1): Picture {
  return {
    width,
    height: Math.max(1, Math.round(height * stretch)),
    draw(context, part, toWidth, toHeight) {
      const { left, top } = part;
      context.drawImage(
        image,
        left,
        top / stretch,
        part.width,
        part.height / stretch,
        0,
        0,
        toWidth,
        toHeight,
      );
    },
  };
}

/**
 * The same picture at another size.
 * @throws InputError `pictures-differ` where it has other proportions
 */
export function pictureOfSize(picture: Picture, { width, height }: PictureSize): Picture {
  if (picture.width === width && picture.height === height) return picture;
  if (!isOfShape(picture, { width, height })) {
    throw new InputError('pictures-differ', { code: 'picturesDiffer' });
  }
  const across = picture.width / width;
  const down = picture.height / height;
  return {
    width,
    height,
    draw(context, part, toWidth, toHeight) {
      const { left, top } = part;
      const scaled = {
        left: left * across,
        top: top * down,
        width: part.width * across,
        height: part.height * down,
      };
      picture.draw(context, scaled, toWidth, toHeight);
    },
  };
}
