import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { CommandError } from '../../cli/shared/command.ts';
import { videoFrames } from '../../cli/shared/video-frames.ts';
import { sectorFind } from '../../sector/sector-find.ts';
import { type ClipSample, LATER_S } from './image-measures.ts';

const VIDEO_ENDINGS = ['.mp4', '.mov', '.webm', '.mkv', '.avi', '.m4v'];
const MOMENTS = 3;
/** Images in which the sector is searched: what is lit in any of them. */
const SEARCHED = 16;

/** Paths of a folder's videos, by name. */
export function videoPaths(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    throw new CommandError('no-folder', `${folder} is not a folder that can be read: give one with videos.`);
  }
  const paths = names
    .filter((name) => VIDEO_ENDINGS.includes(extname(name).toLowerCase()))
    .sort()
    .map((name) => join(folder, name));
  if (paths.length > 0) return paths;
  throw new CommandError('no-videos', `${folder} holds no videos (${VIDEO_ENDINGS.join(', ')}).`);
}

/**
 * Three moments of a recorded clip (fewer of a very short one), in the middles of its thirds, and the sector by the product's own finder.
 * @throws CommandError `clip-unreadable`, `clip-short` or `sector-missing`, naming the file
 */
export async function clipSample(path: string): Promise<ClipSample> {
  const greys: Uint8Array[] = [];
  let width = 0;
  let height = 0;
  let laterBy = 1;
  for await (const frame of videoFrames(path)) {
    greys.push(frame.grey);
    width = frame.width;
    height = frame.height;
    laterBy = Math.max(1, Math.round(frame.frameRateHz * LATER_S));
  }
  const usable = Math.max(greys.length - laterBy, 1);
  if (greys.length < 2) throw new CommandError('clip-short', `${path} is too short to be measured.`);
  const step = Math.ceil(greys.length / SEARCHED);
  const found = sectorFind(
    greys.filter((_, index) => index % step === 0),
    width,
    height,
  );
  if (found === null) {
    throw new CommandError('sector-missing', `No ultrasound image is found in ${path}.`);
  }
  const moments = Array.from({ length: Math.min(MOMENTS, usable) }, (_, part) => {
    const at = Math.floor(((part + 0.5) * usable) / MOMENTS);
    return { now: greys[at]!, next: greys[at + 1]!, later: greys[at + laterBy] ?? null };
  });
  return { width, height, sector: found.sector, moments };
}
