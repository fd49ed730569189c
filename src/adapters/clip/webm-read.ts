import { InputError } from '../../domain/frame/input-error.ts';
import type { ByteWindow } from './byte-window.ts';
import type { VideoSample, VideoTrack } from './video-track.ts';

/** Element identifiers of Matroska (RFC 9559) that matter here. */
const ID = {
  segment: 0x18538067,
  info: 0x1549a966,
  timestampScale: 0x2ad7b1,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  trackNumber: 0xd7,
  trackType: 0x83,
  codecId: 0x86,
  codecPrivate: 0x63a2,
  video: 0xe0,
  pixelWidth: 0xb0,
  pixelHeight: 0xba,
  cluster: 0x1f43b675,
  timestamp: 0xe7,
  simpleBlock: 0xa3,
  blockGroup: 0xa0,
  block: 0xa1,
  referenceBlock: 0xfb,
} as const;

/** Elements whose children are read; all others are skipped by their size. */
const ENTERED: ReadonlySet<number> = new Set([
  ID.segment,
  ID.info,
  ID.tracks,
  ID.trackEntry,
  ID.video,
  ID.cluster,
  ID.blockGroup,
]);

const MAX_SAMPLES = 1_000_000;
/** No element that is read as a value is longer; a longer one is a damaged file. */
const MAX_VALUE = 1 << 16;

interface TrackDraft {
  number: number;
  type: number;
  codecId: string;
  codecPrivate: Uint8Array<ArrayBuffer> | null;
  width: number;
  height: number;
}

interface SampleDraft {
  readonly track: number;
  readonly sample: VideoSample;
}

/**
 * The first video track of a WebM file, also one of a recorder that wrote no sizes and no index. Reads headers
 * only. Returns null where there is no video track with pictures.
 * @throws InputError `file-damaged` where the file breaks off before its first picture.
 */
export async function webmRead(bytes: ByteWindow): Promise<VideoTrack | null> {
  const tracks: TrackDraft[] = [];
  const blocks: SampleDraft[] = [];
  let scaleNs = 1_000_000;
  let clusterTime = 0;
  let isPlainBlock = false;
  let isCutOff = false;
  let at = 0;
  while (at < bytes.size && blocks.length < MAX_SAMPLES) {
    const head = await bytes.read(at, 12);
    const id = vintRead(head, 0, true);
    const size = id === null ? null : vintRead(head, id.length, false);
    if (id === null || size === null) {
      // Zeros may pad the end; anything else there is an element that was cut in its head.
      isCutOff ||= head.length < 12 && head[0] !== 0;
      break;
    }
    const body = at + id.length + size.length;
    isCutOff ||= Number.isFinite(size.value) && body + size.value > bytes.size;
    const track = tracks.at(-1);
    if (id.value === ID.trackEntry) {
      tracks.push({ number: 0, type: 0, codecId: '', codecPrivate: null, width: 0, height: 0 });
    }
    if (id.value === ID.blockGroup) isPlainBlock = true;
    if (ENTERED.has(id.value)) {
      at = body;
      continue;
    }
    if (id.value === ID.simpleBlock || id.value === ID.block) {
      const block = blockRead(await bytes.read(body, 12), body, size.value);
      if (block === null || body + size.value > bytes.size) break;
      const timeUs = ((clusterTime + block.time) * scaleNs) / 1000;
      const isKey = id.value === ID.block ? isPlainBlock : block.isKey;
      blocks.push({
        track: block.track,
        sample: { offset: block.offset, size: block.size, timeUs: Math.round(timeUs), isKey },
      });
    } else if (id.value === ID.referenceBlock) {
      const last = blocks.at(-1);
      if (last !== undefined)
        blocks[blocks.length - 1] = { ...last, sample: { ...last.sample, isKey: false } };
    } else if (size.value <= MAX_VALUE) {
      const value = (): Promise<Uint8Array<ArrayBuffer>> => bytes.read(body, size.value);
      if (id.value === ID.timestampScale) scaleNs = numberRead(await value());
      else if (id.value === ID.timestamp) clusterTime = numberRead(await value());
      else if (track !== undefined) await trackFill(track, id.value, value);
    }
    at = body + size.value;
  }
  const video = tracks.find((track) => track.type === 1);
  if (video === undefined) return nothingGive(isCutOff);
  const samples = blocks.filter((block) => block.track === video.number).map((block) => block.sample);
  if (samples.length === 0) return nothingGive(isCutOff);
  const { width, height } = video;
  return {
    codec: codecName(video),
    description: video.codecId.startsWith('V_MPEG') ? video.codecPrivate : null,
    width,
    height,
    samples,
    isCutOff,
  };
}

/** No picture was found: there is none, or the file ends before it. */
function nothingGive(isCutOff: boolean): null {
  if (!isCutOff) return null;
  throw new InputError(
    'file-damaged',
    'The video breaks off before its first picture: it was not copied whole; copy or export it again.',
  );
}

async function trackFill(
  track: TrackDraft,
  id: number,
  value: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<void> {
  if (id === ID.trackNumber) track.number = numberRead(await value());
  else if (id === ID.trackType) track.type = numberRead(await value());
  else if (id === ID.codecId) track.codecId = new TextDecoder().decode(await value()).replace(/\0+$/, '');
  else if (id === ID.codecPrivate) track.codecPrivate = (await value()).slice();
  else if (id === ID.pixelWidth) track.width = numberRead(await value());
  else if (id === ID.pixelHeight) track.height = numberRead(await value());
}

interface Vint {
  readonly value: number;
  readonly length: number;
}

/** A variable-size integer: the count of leading zero bits gives its length. An unknown size reads as Infinity. */
function vintRead(bytes: Uint8Array, at: number, keepMarker: boolean): Vint | null {
  const first = bytes[at];
  if (first === undefined || first === 0) return null;
  const length = Math.clz32(first) - 23;
  if (at + length > bytes.length || (keepMarker && length > 4)) return null;
  let value = keepMarker ? first : first & (0xff >> length);
  let isUnknown = !keepMarker && value === 0xff >> length;
  for (let i = 1; i < length; i++) {
    const next = bytes[at + i]!;
    value = value * 256 + next;
    if (next !== 0xff) isUnknown = false;
  }
  return { value: isUnknown ? Number.POSITIVE_INFINITY : value, length };
}

function numberRead(bytes: Uint8Array): number {
  return bytes.subarray(0, 8).reduce((sum, byte) => sum * 256 + byte, 0);
}

interface Block {
  readonly track: number;
  /** Relative to its cluster, in timestamp units. */
  readonly time: number;
  readonly isKey: boolean;
  readonly offset: number;
  readonly size: number;
}

/** A block's head: track number, signed 16-bit time, flags. Laced blocks (audio alone has them) are no pictures. */
function blockRead(head: Uint8Array, body: number, size: number): Block | null {
  const track = vintRead(head, 0, false);
  if (track === null || !Number.isFinite(size) || size < track.length + 4) return null;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (head.length < track.length + 3) return null;
  const flags = head[track.length + 2]!;
  const length = track.length + 3;
  return {
    track: (flags & 0x06) === 0 ? track.value : -1,
    time: view.getInt16(track.length),
    isKey: (flags & 0x80) !== 0,
    offset: body + length,
    size: size - length,
  };
}

/** The WebCodecs name of a Matroska codec. */
function codecName({ codecId, codecPrivate }: TrackDraft): string {
  const hex = (value: number): string => value.toString(16).padStart(2, '0');
  if (codecId === 'V_VP8') return 'vp8';
  if (codecId === 'V_VP9') return 'vp09.00.10.08';
  if (codecId === 'V_AV1') return 'av01.0.04M.08';
  if (codecId === 'V_MPEG4/ISO/AVC' && codecPrivate !== null && codecPrivate.length >= 4) {
    return `avc1.${hex(codecPrivate[1]!)}${hex(codecPrivate[2]!)}${hex(codecPrivate[3]!)}`;
  }
  return codecId;
}
