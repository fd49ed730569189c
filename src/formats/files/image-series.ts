import type { KnownScale } from '../../domain/geometry/sector-scale.ts';
import type { MessageFact } from '../../domain/message/message-fact.ts';

/** A rectangle of a raster, in whole pixels. */
export interface PxBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** One image as a file stores it. */
export type StoredImage =
  /** Row-major grey levels 0-255, `width * height` of them. */
  | { readonly kind: 'grey'; readonly grey: Uint8Array }
  /** A JPEG stream, for a decoder outside; `isNegative`: black is white in it. */
  | { readonly kind: 'jpeg'; readonly jpeg: Uint8Array<ArrayBuffer>; readonly isNegative: boolean };

/**
 * The images of a file that says more than a video does (DICOM), or that is decoded here (GIF). They are all of one
 * size; nothing else of the file is in it.
 */
export interface ImageSeries {
  /** Stored pixels. */
  readonly width: number;
  readonly height: number;
  /** Height of a stored pixel over its width, as the body has it: images are shown so much taller. */
  readonly pixelAspect: number;
  /** Of each image, from 0, rising. */
  readonly timesMs: readonly number[];
  /** Where in the stored pixels the ultrasound image lies, as the file says; null where it says nothing. */
  readonly region: PxBox | null;
  /** Of a stored pixel's width; null where the file says nothing, or what cannot be. */
  readonly scale: KnownScale | null;
  /** Names of data that the file holds beside its images and that were left in it, such as PatientName. */
  readonly tagsRemoved: readonly string[];
  /** Notes for a person, such as more images than the file says. */
  readonly notes: readonly MessageFact[];
  /** @throws InputError `file-damaged` */
  image(index: number): StoredImage;
}

/** Times of so many images at an equal distance. */
export function timesEven(count: number, gapMs: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index * gapMs);
}

/** How long an image is shown where a file does not say: 25 a second. */
export const USUAL_GAP_MS = 40;

/** Images that are decoded elsewhere, such as in a worker. */
export interface RemoteSeries extends Omit<ImageSeries, 'image'> {
  /** Whoever goes through the images opens them for himself, so that nobody waits for another's way through. */
  open(): Promise<RemoteImages>;
}

export interface RemoteImages {
  /** Rejects with an InputError `file-damaged`; with an AbortError once they are closed. */
  image(index: number): Promise<StoredImage>;
  close(): void;
}
