import type { PxBox } from '../../domain/frame/image-series.ts';

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
