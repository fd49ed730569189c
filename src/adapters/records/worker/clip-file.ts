import { CLIP_FORMAT, type ClipFile, clipFileSchema } from '../../../domain/clip/clip-file.ts';
import { storedTake } from '../../../domain/stored/stored-read.ts';

export type { ClipFile };

/** Files of a clip's folder. */
export const CLIP_FILE = 'clip.json';
export const FRAMES_FILE = 'frames.bin';
export const NAME_FILE = 'name.json';

export function jsonBytes(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** The value of JSON bytes; undefined where they are no JSON. */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

export function clipFileBytes(clip: ClipFile): Uint8Array<ArrayBuffer> {
  return jsonBytes({ format: CLIP_FORMAT, ...clip });
}

/** Checks what was stored; null where it is no clip of this format. */
export function clipFileRead(bytes: Uint8Array): ClipFile | null {
  return storedTake(clipFileSchema, jsonOf(bytes));
}
