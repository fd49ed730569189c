import { sectorIs } from '../../../domain/frame/clip-used.ts';
import { MAX_SIDE_PX } from '../../../formats/files/picture-header.ts';
import type { ClipRecord } from '../../../ports/records.ts';

/** What lies in a clip's folder. */
export const CLIP_FILE = 'clip.json';
export const FRAMES_FILE = 'frames.bin';
export const NAME_FILE = 'name.json';

/** Of `clip.json`; another version is not read. */
const FORMAT = 1;

const FROM: readonly string[] = ['file', 'camera', 'patient'] satisfies readonly ClipRecord['from'][];

/** What is written last of a clip, and makes it one. Its name lies apart, so that renaming puts nothing at risk. */
export interface ClipFile
  extends Pick<
    ClipRecord,
    'savedAtMs' | 'from' | 'width' | 'height' | 'sector' | 'isScaleAssumed' | 'timesMs'
  > {
  /** Bytes of each image in `frames.bin`, one after the other. */
  readonly lengths: readonly number[];
}

export function jsonBytes(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** What JSON bytes say; undefined where they are none. */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

export function clipFileBytes(clip: ClipFile): Uint8Array<ArrayBuffer> {
  return jsonBytes({ format: FORMAT, ...clip });
}

/** Checks what was stored; null where it is no clip of this format. */
export function clipFileRead(bytes: Uint8Array): ClipFile | null {
  const stored = jsonOf(bytes);
  if (typeof stored !== 'object' || stored === null) return null;
  const { format, savedAtMs, from, width, height, sector, isScaleAssumed, timesMs, lengths } =
    stored as Record<string, unknown>;
  const isSound =
    format === FORMAT &&
    numberIs(savedAtMs) &&
    FROM.includes(String(from)) &&
    sideIs(width) &&
    sideIs(height) &&
    sectorIs(sector) &&
    typeof isScaleAssumed === 'boolean' &&
    timesAre(timesMs) &&
    Array.isArray(lengths) &&
    lengths.length === timesMs.length &&
    lengths.every((length) => Number.isSafeInteger(length) && length > 0);
  if (!isSound) return null;
  return {
    savedAtMs,
    from: from as ClipRecord['from'],
    width,
    height,
    sector,
    isScaleAssumed,
    timesMs,
    lengths,
  };
}

function numberIs(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function sideIs(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0 && Number(value) <= MAX_SIDE_PX;
}

/** From 0, each after the one before. */
function timesAre(value: unknown): value is readonly number[] {
  if (!Array.isArray(value) || value.length === 0 || value[0] !== 0) return false;
  return value.every((time, index) => numberIs(time) && (index === 0 || time > value[index - 1]));
}
