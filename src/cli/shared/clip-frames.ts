import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { promisify } from 'node:util';
import { pictureSizeCheck } from '../../formats/files/picture-header.ts';
import { pictureFileRead, pictureRead } from '../segment/picture-read.ts';
import { cacheRead, cacheWrite } from './cache.ts';
import { CommandError } from './command.ts';
import { toolSaid, videoFrames } from './video-frames.ts';

/** The sampled images of one recording, all of one size. */
export interface ClipFrames {
  readonly width: number;
  readonly height: number;
  /**
   * Row-major grey levels 0-255 by place in the recording; also of the images before and after each group, which those
   * of a clip are read with.
   */
  readonly greys: ReadonlyMap<number, Uint8Array>;
  /** The images in which the sector is searched. */
  readonly searched: readonly number[];
  /** The images to be read: groups of neighbours, two each (one where the recording is a single image). */
  readonly groups: readonly (readonly number[])[];
}

/** The product looks for the sector in 12 of a video's first 240 images. */
const SEARCHED = 12;
const SEARCHED_OF = 240;

/** Places of the images in which the product searches for the sector, for a recording of `count` images. */
export function searchPlaces(count: number): readonly number[] {
  const span = Math.min(count, SEARCHED_OF);
  const searched = Math.min(SEARCHED, span);
  return Array.from({ length: searched }, (_, place) => Math.floor((place * span) / searched));
}

/** `groups` pairs of neighbouring images in the middles of as many equal parts of a recording of `count`. */
export function groupPlaces(count: number, groups: number): readonly (readonly number[])[] {
  if (count < 2) return count === 1 ? [[0]] : [];
  const firsts = Array.from({ length: groups }, (_, group) =>
    Math.floor(((group + 0.5) * (count - 1)) / groups),
  );
  return [...new Set(firsts)].map((first) => [first, first + 1]);
}

/**
 * Reads the images that are wanted of a recording.
 * @param key under which a video's images are remembered in `.cache/clips` (`cacheKey`); null not to
 * @throws InputError or CommandError with one sentence when the file cannot be read.
 */
export async function clipFramesRead(
  entry: { readonly kind: 'video' | 'frame'; readonly path: string },
  groups: number,
  key: string | null,
): Promise<ClipFrames> {
  if (entry.kind === 'frame') {
    const { width, height, grey } = pictureRead(await pictureFileRead(entry.path));
    return { width, height, greys: new Map([[0, grey]]), searched: [0], groups: [[0]] };
  }
  const name = key === null ? null : `${key}.frames`;
  const known = name === null ? null : cacheRead(name, framesFromBytes);
  if (known !== null) return known;
  const frames = await clipDecode(entry.path, groups, await imageCount(entry.path));
  if (name !== null) cacheWrite(name, framesToBytes(frames));
  return frames;
}

/** `count` is what the file states; a video that breaks off is read as far as it goes. */
async function clipDecode(path: string, groups: number, count: number): Promise<ClipFrames> {
  const wanted = { searched: searchPlaces(count), groups: groupPlaces(count, groups) };
  const beside = wanted.groups.flatMap((group) => [group[0]! - 1, group.at(-1)! + 1]);
  const places = new Set([
    ...wanted.searched,
    ...wanted.groups.flat(),
    ...beside.filter((place) => place >= 0 && place < count),
  ]);
  const last = Math.max(...places);
  const greys = new Map<number, Uint8Array>();
  let width = 0;
  let height = 0;
  let decoded = 0;
  for await (const image of videoFrames(path)) {
    if (width === 0) {
      pictureSizeCheck(image);
      ({ width, height } = image);
    }
    if (image.width !== width || image.height !== height) {
      throw new CommandError('clip-size-changes', 'The size of the images changes within the video.');
    }
    if (places.has(image.index)) greys.set(image.index, image.grey);
    decoded = image.index + 1;
    if (image.index >= last) break;
  }
  return greys.has(last) ? { width, height, greys, ...wanted } : clipDecode(path, groups, decoded);
}

/** Images of a video, counted without decoding them. */
async function imageCount(path: string): Promise<number> {
  const { stdout } = await promisify(execFile)('ffprobe', [
    ...['-v', 'error', '-select_streams', 'v:0', '-count_packets'],
    ...['-show_entries', 'stream=nb_read_packets', '-of', 'csv=p=0', path],
  ]).catch((error: { readonly stderr?: string }) => {
    const why = toolSaid(error.stderr ?? '');
    throw new CommandError(
      'clip-unreadable',
      `It cannot be read as a video${why === '' ? '' : ` (${why})`}.`,
    );
  });
  const count = Number.parseInt(stdout, 10);
  if (!(count > 0)) throw new CommandError('clip-empty', 'The video holds no image.');
  return count;
}

/** Names a file as it is now and what is taken from it. */
export function cacheKey(path: string, groups: number): string {
  const { mtimeMs, size } = statSync(path);
  const facts = [path, mtimeMs, size, groups, 'beside', SEARCHED, SEARCHED_OF].join('\n');
  return createHash('sha256').update(facts).digest('hex').slice(0, 32);
}

/** One line of JSON that says what follows, then the images one after another. */
interface CacheHead {
  readonly width: number;
  readonly height: number;
  readonly places: readonly number[];
  readonly searched: readonly number[];
  readonly groups: readonly (readonly number[])[];
}

function framesFromBytes(bytes: Buffer): ClipFrames | null {
  const end = bytes.indexOf(10);
  const head = JSON.parse(bytes.toString('utf8', 0, end)) as CacheHead;
  const { width, height, places, searched, groups } = head;
  const size = width * height;
  if (bytes.length !== end + 1 + places.length * size) return null;
  const greys = new Map(
    places.map((place, at) => {
      const from = end + 1 + at * size;
      return [place, new Uint8Array(bytes.subarray(from, from + size))];
    }),
  );
  return { width, height, greys, searched, groups };
}

function framesToBytes({ width, height, greys, searched, groups }: ClipFrames): Buffer {
  const head: CacheHead = { width, height, places: [...greys.keys()], searched, groups };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...greys.values()]);
}
