import type { Clip } from './clip.ts';
import type { Opening } from './clip-opening.ts';

/** Several clips where one was looked for, such as on a CD: one of them is to be chosen. */
export interface ClipChoice {
  readonly kind: 'several';
  /** What the file is called that they lie in; said while the page is open, kept nowhere. */
  readonly name: string;
  readonly clips: readonly ClipOffer[];
  /** Others that cannot be used, each with a sentence that says why. */
  readonly refused: readonly { readonly name: string; readonly sentence: string }[];
}

/** A clip that can be opened, and what is to be seen of it before. */
export interface ClipOffer {
  /** Where it lies: the file's path, or that of the folder whose pictures it is. */
  readonly name: string;
  /** Of its files, unpacked. */
  readonly bytes: number;
  /** Of each picture, from 0, rising. */
  readonly timesMs: readonly number[];
  /** Sides of a picture in pixels, upright and square. */
  readonly width: number;
  readonly height: number;
  /** Draws its first picture, made smaller, on a canvas of the page. */
  previewPaint(canvas: HTMLCanvasElement): void;
  /** @throws InputError, AbortError */
  open(opening?: Opening): Promise<Clip>;
}
