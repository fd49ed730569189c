import { type BrightnessKind, brightnessJudge, brightnessMeasure } from '../../../domain/frame/brightness.ts';
import { greyFromColour } from '../../../domain/frame/grey.ts';
import { sectorInside } from '../../../domain/frame/mask.ts';
import { sectorInCrop, sectorWithScale } from '../../../domain/geometry/sector-scale.ts';
import { depthTicksRead } from '../../../sector/depth-ticks.ts';
import { sectorFind } from '../../../sector/sector-find.ts';
import type { SectorFound } from '../../../sector/sector-found.ts';

/** Pictures in which the sector is looked for, and how far apart they are: a breath moves what is dark. */
const LOOKED = 12;
const APART_MS = 90;
/** Longest side of the pictures that the search sees. */
const SEARCH_PX = 640;
/** Longest side of the pictures in which the depth scale is read: its marks are a few pixels large. */
const TICKS_PX = 1600;

/** A first look at a device's pictures. */
export interface PictureLook {
  /** Pixels of the whole picture, which the outline is in. */
  readonly width: number;
  readonly height: number;
  readonly found: SectorFound | null;
  /** Millimetres per pixel by the depth scale beside the image; null where none was read. */
  readonly ticksMmPerPx: number | null;
  /** Inside the outline, or of the whole picture where none was found. */
  readonly brightness: BrightnessKind;
}

/** Looks at a running video for about a second. `isOver` ends it early. */
export async function pictureLook(video: HTMLVideoElement, isOver: () => boolean): Promise<PictureLook> {
  const { videoWidth: width, videoHeight: height } = video;
  const small = greyRead(video, SEARCH_PX);
  const large = greyRead(video, TICKS_PX);
  const greys: Uint8Array[] = [];
  // Scales stay in all pictures and echoes do not, so keep the darkest that each pixel ever is.
  const darkest = new Uint8Array(large.width * large.height).fill(255);
  while (greys.length < LOOKED && !isOver()) {
    greys.push(small.read());
    large.read().forEach((level, at) => {
      if (level < darkest[at]!) darkest[at] = level;
    });
    await new Promise((resolve) => setTimeout(resolve, APART_MS));
  }
  const inSmall = sectorFind(greys, small.width, small.height);
  const inside =
    inSmall === null
      ? new Uint8Array(small.width * small.height).fill(1)
      : sectorInside(inSmall.sector, small.width, small.height);
  const measured = brightnessMeasure(greys.at(-1) ?? new Uint8Array(inside.length), inside);
  const brightness = measured === null ? 'nothing' : brightnessJudge(measured);
  if (inSmall === null) return { width, height, found: null, ticksMmPerPx: null, brightness };
  const sector = sectorInCrop(inSmall.sector, 0, 0, 1 / small.factor);
  const ticks = depthTicksRead(darkest, large.width, large.height, sectorInCrop(sector, 0, 0, large.factor));
  if (ticks === null) {
    return { width, height, found: { ...inSmall, sector }, ticksMmPerPx: null, brightness };
  }
  const ticksMmPerPx = ticks.mmPerPx * large.factor;
  const found: SectorFound = { ...inSmall, sector: sectorWithScale(sector, ticksMmPerPx), scale: 'ticks' };
  return { width, height, found, ticksMmPerPx, brightness };
}

/** Reads a video's picture as grey levels, its longer side at most `sidePx`. */
function greyRead(
  video: HTMLVideoElement,
  sidePx: number,
): {
  readonly width: number;
  readonly height: number;
  /** Pixels read for one of the video. */
  readonly factor: number;
  read(): Uint8Array;
} {
  const { videoWidth, videoHeight } = video;
  const factor = Math.min(1, sidePx / Math.max(videoWidth, videoHeight, 1));
  const width = Math.max(1, Math.round(videoWidth * factor));
  const height = Math.max(1, Math.round(videoHeight * factor));
  const pen = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true, alpha: false });
  if (pen === null) throw new Error('This browser gives no canvas to draw on.');
  pen.imageSmoothingQuality = 'high';
  return {
    width,
    height,
    factor,
    read() {
      pen.drawImage(video, 0, 0, width, height);
      return greyFromColour(pen.getImageData(0, 0, width, height).data, 4);
    },
  };
}
