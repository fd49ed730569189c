import { UUID } from '../../../domain/digest/uuid.ts';
import { sectorInside } from '../../../domain/frame/mask.ts';
import type { ClipPart } from '../../../ports/records.ts';
import { RecordsError } from '../shared/records-error.ts';
import { logRead } from './analysis-log.ts';
import { analysisFileIs } from './clip-analyses.ts';
import {
  CLIP_FILE,
  type ClipFile,
  clipFileBytes,
  clipFileRead,
  FRAMES_FILE,
  jsonBytes,
  jsonOf,
  NAME_FILE,
} from './clip-file.ts';
import { inflate } from './deflate.ts';
import { type Drive, fileReplace } from './drive.ts';

/** A description or a name that is longer is none. */
const MAX_JSON_BYTES = 32 << 20;
/** As long as a name can be typed. */
const MAX_NAME = 80;

/** The files of a clip, to be put into a copy. */
export async function clipFiles(drive: Drive, id: string): Promise<readonly ClipPart[]> {
  const parts: ClipPart[] = [];
  for (const name of await drive.files(id)) {
    const isKnown = [CLIP_FILE, FRAMES_FILE, NAME_FILE].includes(name) || analysisFileIs(name);
    const content = isKnown ? await drive.blob(id, name) : null;
    if (content !== null) parts.push({ name, content });
  }
  return parts;
}

/**
 * Keeps a clip that was read from a copy. Each image is looked at first: that it can be unpacked, and is black outside its
 * sector. What of an analysis is unsound is left out. Gives false where the clip is here already: a clip never changes.
 * @throws RecordsError `clip_damaged` where it is no sound clip; nothing of it is kept then
 */
export async function clipTake(drive: Drive, id: string, parts: readonly ClipPart[]): Promise<boolean> {
  const find = (name: string): Blob | null => parts.find((part) => part.name === name)?.content ?? null;
  const described = await jsonPart(find(CLIP_FILE));
  const clip = described === null ? null : clipFileRead(described);
  const frames = find(FRAMES_FILE);
  if (!UUID.test(id) || clip === null || frames === null) throw damaged();
  const release = await drive.claim(id);
  try {
    if ((await drive.size(id, CLIP_FILE)) !== null) return false;
    await framesWrite(drive, id, clip, frames);
    for (const { name, content } of parts.filter((part) => analysisFileIs(part.name))) {
      const log = new Uint8Array(await content.arrayBuffer());
      const { end } = logRead(log, clip.timesMs.length);
      if (end > 0) await fileReplace(drive, id, name, log.slice(0, end));
    }
    await fileReplace(drive, id, NAME_FILE, jsonBytes({ name: await nameOf(find(NAME_FILE)) }));
    await fileReplace(drive, id, CLIP_FILE, clipFileBytes(clip));
    return true;
  } catch (error) {
    await drive.folderRemove(id);
    throw error;
  } finally {
    release();
  }
}

async function framesWrite(drive: Drive, id: string, clip: ClipFile, frames: Blob): Promise<void> {
  const { width, height, sector, lengths } = clip;
  const inside = sectorInside(sector, width, height);
  const file = await drive.open(id, FRAMES_FILE);
  try {
    await file.truncate(0);
    let at = 0;
    for (const length of lengths) {
      const packed = new Uint8Array(await frames.slice(at, at + length).arrayBuffer());
      const grey = await inflate(packed, width * height).catch(() => null);
      const isSound =
        grey !== null &&
        grey.length === width * height &&
        grey.every((level, pixel) => level === 0 || inside[pixel] === 1);
      if (!isSound) throw damaged();
      await file.write(packed, at);
      at += length;
    }
  } finally {
    await file.close();
  }
}

async function jsonPart(part: Blob | null): Promise<Uint8Array | null> {
  if (part === null || part.size > MAX_JSON_BYTES) return null;
  return new Uint8Array(await part.arrayBuffer());
}

async function nameOf(part: Blob | null): Promise<string> {
  const bytes = await jsonPart(part);
  const stored = bytes === null ? undefined : jsonOf(bytes);
  const name = (stored as { name?: unknown } | null | undefined)?.name;
  return typeof name === 'string' ? name.slice(0, MAX_NAME) : '';
}

function damaged(): RecordsError {
  return new RecordsError('clip_damaged', { code: 'clipOfCopyDamaged' });
}
