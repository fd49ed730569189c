import { type BrightnessKind, brightnessJudge, brightnessMeasure } from '../../../domain/frame/brightness.ts';
import { greyFromColour } from '../../../domain/frame/grey.ts';
import { sectorInside } from '../../../domain/frame/mask.ts';
import { type SectorFound, sectorFind } from '../../../domain/geometry/sector-find.ts';
import { sectorInCrop } from '../../../domain/geometry/sector-scale.ts';

/** Pictures in which the sector is looked for, and how far apart they are: a breath moves what is dark. */
const LOOKED = 12;
const APART_MS = 90;
/** Longest side of the pictures that the search sees. */
const SEARCH_PX = 640;

/** What a device's pictures show at first sight. */
export interface PictureLook {
  /** Pixels of the whole picture, which the outline is in. */
  readonly width: number;
  readonly height: number;
  readonly found: SectorFound | null;
  /** Inside the outline, or of the whole picture where none was found. */
  readonly brightness: BrightnessKind;
}

/** Looks at a running video for about a second. `isOver` ends it early. */
export async function pictureLook(video: HTMLVideoElement, isOver: () => boolean): Promise<PictureLook> {
  const { videoWidth, videoHeight } = video;
  const factor = Math.min(1, SEARCH_PX / Math.max(videoWidth, videoHeight, 1));
  const width = Math.max(1, Math.round(videoWidth * factor));
  const height = Math.max(1, Math.round(videoHeight * factor));
  const pen = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true, alpha: false });
  if (pen === null) throw new Error('This browser gives no canvas to draw on.');
  pen.imageSmoothingQuality = 'high';
  const greys: Uint8Array[] = [];
  while (greys.length < LOOKED && !isOver()) {
    pen.drawImage(video, 0, 0, width, height);
    greys.push(greyFromColour(pen.getImageData(0, 0, width, height).data, 4));
    await new Promise((resolve) => setTimeout(resolve, APART_MS));
  }
  const small = sectorFind(greys, width, height);
  const inside =
    small === null ? new Uint8Array(width * height).fill(1) : sectorInside(small.sector, width, height);
  const brightness = brightnessMeasure(greys.at(-1) ?? new Uint8Array(width * height), inside);
  return {
    width: videoWidth,
    height: videoHeight,
    found: small === null ? null : { ...small, sector: sectorInCrop(small.sector, 0, 0, 1 / factor) },
    brightness: brightness === null ? 'nothing' : brightnessJudge(brightness),
  };
}
