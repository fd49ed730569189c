import type { ImageFacts } from '../domain/analysis/image-facts.ts';
import type { ClipRecord } from '../domain/clip/clip-record.ts';
import type { MaskReport } from '../domain/grading/report.ts';
import type { MessageFact } from '../domain/message/message-fact.ts';

export type { ClipRecord };

export type ClipBegun = Omit<ClipRecord, 'id' | 'savedAtMs' | 'timesMs' | 'bytes'>;

/** Takes a clip image by image; nothing is to be seen of it before `finish`. */
export interface ClipWriter {
  /** `grey`: width * height levels. What lies outside the sector is stored black, whatever it is. */
  add(grey: Uint8Array, timeMs: number): Promise<void>;
  finish(): Promise<ClipRecord>;
  abort(): Promise<void>;
}

export interface ClipReader {
  readonly record: ClipRecord;
  /** Grey levels of image `index`, lossless. */
  frame(index: number): Promise<Uint8Array>;
}

/** A clip that is there but cannot be read back; `clipRemove` takes its id. */
export interface DamagedClip {
  readonly id: string;
  readonly reason: MessageFact;
}

/** A network's labels of one image, on the raster of `sectorFit(sector, MASK_SIZE)`. */
export interface LabelledImage {
  readonly index: number;
  /** Row-major class indices, MASK_SIZE * MASK_SIZE of them. */
  readonly classes: Uint8Array;
  /** Probability of each pixel's class, 0-255 for 0-1; null where it was not asked for. */
  readonly confidence: Uint8Array | null;
  /** What the whole clip is read by; null where it was read as a single image. */
  readonly facts: ImageFacts | null;
}

/** Reports on a clip's images by one network. */
export interface ClipAnalysis {
  /** Of the network's weights, 64 hexadecimal digits: what another network made is worth nothing. */
  readonly weightsSha256: string;
  /** One for each image; null where the network has not looked yet. */
  readonly reports: readonly (MaskReport | null)[];
}

/**
 * Keeps recorded clips on this device alone, and what the network made of them beside them. What cannot be read back
 * is left out of lists and told, never thrown. Everything else rejects with an error that has a `code` and a fact to tell.
 */
export interface Records {
  /** `memory` where the browser keeps nothing: all is lost with the page. */
  readonly durability: 'device' | 'memory';
  /** Why it is only memory; null on the device. */
  readonly memoryReason: MessageFact | null;
  /** Newest first. */
  clipsList(): Promise<{ readonly clips: readonly ClipRecord[]; readonly damaged: readonly DamagedClip[] }>;
  clipWrite(clip: ClipBegun): Promise<ClipWriter>;
  clipRead(id: string): Promise<ClipReader>;
  clipRename(id: string, name: string): Promise<void>;
  clipRemove(id: string): Promise<void>;
  /** Null where no network has looked at the clip. */
  analysisRead(id: string): Promise<ClipAnalysis | null>;
  /** Measures and keeps what the network made of some images, and gives their reports; drops what other weights made. */
  analysisAdd(
    id: string,
    weightsSha256: string,
    images: readonly LabelledImage[],
  ): Promise<readonly MaskReport[]>;
  /** The class indices that were kept of an image; null where there are none. */
  analysisMask(id: string, index: number): Promise<Uint8Array | null>;
  eraseAll(): Promise<void>;
}

/** A file of a clip as it is kept, on its way into a copy or out of one. */
export interface ClipPart {
  readonly name: string;
  readonly content: Blob;
}

/** Records that are open: their clips can be copied, and they can be closed. */
export interface RecordsOpened extends Records {
  /** The files of a clip, to be put into a copy. */
  clipFiles(id: string): Promise<readonly ClipPart[]>;
  /**
   * Keeps a clip that was read from a copy, and gives whether it was not here yet. Rejects with
   * `clip_damaged` where it is no sound clip; nothing of it is kept then.
   */
  clipTake(id: string, parts: readonly ClipPart[]): Promise<boolean>;
  /** Work under way is lost. */
  close(): void;
}
