import type { MessageFact } from '../../domain/message/message-fact.ts';
import type { Clip } from './clip.ts';
import type { ClipName } from './clip-name.ts';
import type { Opening } from './clip-opening.ts';

/** Several clips where one was looked for, such as on a CD: one of them is to be chosen. */
export interface ClipChoice {
  readonly kind: 'several';
  /** The name of the file or folder that holds them. */
  readonly name: ClipName;
  readonly clips: readonly ClipOffer[];
  /** Others that cannot be used, each with why. */
  readonly refused: readonly { readonly name: ClipName; readonly why: MessageFact }[];
}

/** A clip that can be opened, and what is to be seen of it before. */
export interface ClipOffer {
  /** Where it lies: the file's path, or that of the folder whose pictures it is. */
  readonly name: ClipName;
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
