import type { ByteWindow } from '../../formats/files/byte-window.ts';
import { type Mp4Box, mp4Boxes, mp4BoxFind } from '../../formats/mp4/mp4-boxes.ts';

/** A stretch of a track that is shown, in seconds of the track's own time. */
export interface Edit {
  readonly from: number;
  /** Infinity: to the end. */
  readonly to: number;
}

/** The stretches of a track that an edit list (ISO/IEC 14496-12, 8.6.6) shows. */
export interface EditList {
  /** In the order in which they are shown. */
  readonly edits: readonly Edit[];
  /** Seconds that Mediabunny 1.61, which goes by the first edit alone, takes off the track's own times. */
  readonly offset: number;
  /** Seconds by which an end may be off: lengths are stated in ticks of the movie, mostly a millisecond. */
  readonly slack: number;
}

interface Entry {
  /** In ticks of the movie; 0 for the whole rest. */
  readonly duration: number;
  /** In ticks of the track; -1 shows nothing. */
  readonly mediaTime: number;
  readonly rate: number;
}

/** Entries of lists that are read: nobody cuts a clip more often. */
const ENTRIES = 1000;

/** Null where the track has no list, or one that shows all of it. */
export async function editListRead(bytes: ByteWindow, trackId: number): Promise<EditList | null> {
  const moov = await mp4BoxFind(bytes, 'moov', { bodyAt: 0, endAt: bytes.size });
  if (moov === null) return null;
  const movieTicks = await ticksRead(bytes, 'mvhd', moov);
  for await (const box of mp4Boxes(bytes, moov.bodyAt, Math.min(moov.endAt, bytes.size))) {
    if (box.type !== 'trak' || (await trackIdRead(bytes, box)) !== trackId) continue;
    const edts = await mp4BoxFind(bytes, 'edts', box);
    const elst = edts === null ? null : await mp4BoxFind(bytes, 'elst', edts);
    const mdia = await mp4BoxFind(bytes, 'mdia', box);
    if (elst === null || mdia === null) return null;
    return listOf(await entriesRead(bytes, elst), movieTicks, await ticksRead(bytes, 'mdhd', mdia));
  }
  return null;
}

function listOf(entries: readonly Entry[], movieTicks: number, trackTicks: number): EditList | null {
  const shown = entries.filter(({ mediaTime }) => mediaTime >= 0);
  const [first] = shown;
  if (first === undefined || !(movieTicks > 0 && trackTicks > 0)) return null;
  const before = entries
    .slice(0, entries.indexOf(first))
    .reduce((sum, { duration }) => sum + duration / movieTicks, 0);
  return {
    edits: shown.map(({ duration, mediaTime, rate }) => {
      const from = mediaTime / trackTicks;
      return { from, to: duration === 0 ? Number.POSITIVE_INFINITY : from + (rate * duration) / movieTicks };
    }),
    offset: first.rate === 1 ? (first.mediaTime - Math.round(before * trackTicks)) / trackTicks : 0,
    slack: 1 / movieTicks,
  };
}

async function entriesRead(bytes: ByteWindow, { bodyAt, endAt }: Mp4Box): Promise<readonly Entry[]> {
  const body = await bytes.read(bodyAt, Math.min(endAt - bodyAt, 8 + 20 * ENTRIES));
  if (body.length < 8) return [];
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const isLong = view.getUint8(0) === 1;
  const entryBytes = isLong ? 20 : 12;
  const count = Math.min(view.getUint32(4), Math.floor((body.length - 8) / entryBytes));
  return Array.from({ length: count }, (_, entry) => {
    const at = 8 + entry * entryBytes;
    return {
      duration: isLong ? Number(view.getBigUint64(at)) : view.getUint32(at),
      mediaTime: isLong ? Number(view.getBigInt64(at + 8)) : view.getInt32(at + 4),
      rate: view.getInt32(at + entryBytes - 4) / 0x10000,
    };
  });
}

/** Where a full box keeps a field that stands behind two times, each of four bytes or, in version 1, of eight. */
async function behindTimes(bytes: ByteWindow, type: string, within: Mp4Box): Promise<number> {
  const box = await mp4BoxFind(bytes, type, within);
  if (box === null) return 0;
  const head = await bytes.read(box.bodyAt, 24);
  const at = head[0] === 1 ? 20 : 12;
  if (head.length < at + 4) return 0;
  return new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(at);
}

/** Ticks a second of a movie or track header. */
function ticksRead(bytes: ByteWindow, type: 'mvhd' | 'mdhd', within: Mp4Box): Promise<number> {
  return behindTimes(bytes, type, within);
}

function trackIdRead(bytes: ByteWindow, trak: Mp4Box): Promise<number> {
  return behindTimes(bytes, 'tkhd', trak);
}
