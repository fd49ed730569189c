import type { FilePrint } from '../../domain/frame/clip-used.ts';
import type { Frame } from '../../domain/frame/frame.ts';
import type { Sector } from '../../domain/geometry/sector.ts';
import type { KnownScale } from '../../domain/geometry/sector-scale.ts';
import type { MessageFact } from '../../domain/message/message-fact.ts';
import type { FrameSource } from '../../ports/frame-source.ts';
import type { ScreenPanel } from '../../sector/b-mode-panel.ts';
import type { SectorFound } from '../../sector/sector-found.ts';
import type { ClipName } from './clip-name.ts';

/** An opened recording, looked through. Its pixels stay in here: only sectors and their frames leave. */
export interface Clip {
  readonly kind: 'clip' | 'picture';
  readonly name: ClipName;
  readonly file: FilePrint;
  /** Pixels of the whole picture, upright and square. */
  readonly width: number;
  readonly height: number;
  /** Of each picture, from 0, rising. */
  readonly timesMs: readonly number[];
  /**
   * Where the ultrasound image seems to be, in pixels of the whole picture, and what its millimetres rest on; null
   * when it must be set by hand.
   */
  readonly found: SectorFound | null;
  /** Millimetres per pixel of the whole picture, where the file or the scale beside the image tells them. */
  readonly known: KnownScale | null;
  /** Where a strip of M-mode seems to lie beside the image, in pixels of the whole picture; null where none was found. */
  readonly strip: ScreenPanel | null;
  /** Notes for a person: images that are left out, scaled or more than the file says. */
  readonly notes: readonly MessageFact[];
  /** Draws the first picture whole on a canvas of the page, at full size, for setting the outline. */
  previewPaint(canvas: HTMLCanvasElement): void;
  /**
   * The clip within a sector: the found one, or one set by hand. Close it before another is opened.
   * `onError` is told when playing breaks off.
   */
  source(sector: Sector, onError?: (error: unknown) => void): FrameSource;
  /**
   * Every picture once, in order, within a sector: as large as those of `source`, all of one size and geometry.
   * Ends early, without an error, when told to.
   * @throws InputError `file-damaged` at a picture that cannot be decoded
   */
  frames(sector: Sector, aborted?: AbortSignal): AsyncIterable<Frame>;
  /** The parts of the file that are left out with a sector. */
  removed(sector: Sector): ClipRemoved;
  /** Lets go of the pictures; sources and frames that are still being read go on. */
  close(): void;
}

/** Pixels and tags that de-identification leaves out. */
export interface ClipRemoved {
  /** Pixels of each picture outside the sector: black, or cropped away. */
  readonly pixels: number;
  /** Pixels of each picture. */
  readonly pixelsAll: number;
  /** Names, never values, of what the file says beside its pictures, such as PatientName. */
  readonly tags: readonly string[];
}
