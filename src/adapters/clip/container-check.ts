import type { ByteWindow } from '../../formats/files/byte-window.ts';
import { mp4Boxes } from '../../formats/mp4/mp4-boxes.ts';
import { chunksAreSound } from '../../formats/mp4/mp4-tables.ts';

/** The outermost structure of a video file. */
export interface ContainerState {
  /** Whether something in the file states more bytes than the file has. */
  readonly isCutOff: boolean;
  /** Whether the part that describes its tracks is there. */
  readonly hasIndex: boolean;
  /** Whether there is something where nothing of the kind belongs. */
  readonly isGarbled: boolean;
  /** Where the structure ends; zeros may follow, or what others wrote behind it. */
  readonly endAt: number;
}

/**
 * Walks an MP4's or QuickTime file's boxes (ISO/IEC 14496-12, 4.2), or a Matroska file's elements (RFC 9559) down to
 * those of a cluster, passing over all content. Players show what there is of a file that was copied in part; here
 * it is refused, so this has to be known. Matroska is checked strictly: Mediabunny 1.61 looks for the next element in
 * what it does not know, and where none follows it never comes back.
 */
export function containerCheck(kind: 'mp4' | 'webm', bytes: ByteWindow): Promise<ContainerState> {
  return kind === 'mp4' ? boxesWalk(bytes) : elementsWalk(bytes);
}

/** Boxes that may lie in a file beside others: ISO/IEC 14496-12, 6.2.3, and QuickTime. */
const TOP_BOXES: ReadonlySet<string> = new Set([
  ...['ftyp', 'styp', 'moov', 'moof', 'mdat', 'mfra', 'free', 'skip', 'wide', 'pnot', 'PICT'],
  ...['udta', 'uuid', 'meta', 'meco', 'sidx', 'ssix', 'prft', 'emsg', 'pdin', 'bloc', 'imda'],
]);

async function boxesWalk(bytes: ByteWindow): Promise<ContainerState> {
  const seen = new Set<string>();
  let isGarbled = false;
  let endAt = 0;
  for await (const box of mp4Boxes(bytes, 0, bytes.size)) {
    const isOver = box.endAt > bytes.size;
    // Behind all pictures of a file in one piece, what has no name of a box and claims more than there is, is none.
    const isWhole = seen.has('moov') && seen.has('mdat') && !seen.has('moof');
    if (isOver && isWhole && !TOP_BOXES.has(box.type))
      return { isCutOff: false, hasIndex: true, isGarbled, endAt: box.at };
    if (box.type === 'moov') isGarbled ||= !(await chunksAreSound(bytes, box));
    seen.add(box.type);
    endAt = box.endAt;
  }
  return { isCutOff: endAt > bytes.size, hasIndex: seen.has('moov'), isGarbled, endAt: bytes.size };
}

const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const TRACKS = 0x1654ae6b;
/** Elements that may lie in a file or in a segment, and in a cluster: RFC 9559, 5.1. Anything else there is damage. */
const ABOVE_CLUSTER: ReadonlySet<number> = new Set([
  ...[0x1a45dfa3, SEGMENT, 0x114d9b74, 0x1549a966, TRACKS, CLUSTER, 0x1c53bb6b],
  ...[0x1941a469, 0x1043a770, 0x1254c367],
]);
const IN_CLUSTER: ReadonlySet<number> = new Set([
  ...[0xe7, 0xa3, 0xa0, 0xa7, 0xab, 0xaf, 0x5854],
  // Padding and checksums may lie anywhere.
  ...[0xec, 0xbf],
]);
/** Bytes that are looked through at once. */
const PIECE_BYTES = 1 << 16;
/** The longest head of an element. */
const HEAD_BYTES = 12;

async function elementsWalk(bytes: ByteWindow): Promise<ContainerState> {
  let hasIndex = false;
  let isCutOff = false;
  let clusterEnd = Number.POSITIVE_INFINITY;
  let at = 0;
  while (at < bytes.size) {
    const head = await bytes.read(at, HEAD_BYTES);
    const id = vintRead(head, 0, true);
    const size = id === null ? null : vintRead(head, id.length, false);
    if (id === null || size === null) {
      // Zeros may pad the end; anything else there is an element that was cut in its head.
      const isPadding = await zerosFollow(bytes, at);
      isCutOff ||= !isPadding && head.length < HEAD_BYTES;
      return { hasIndex, isCutOff, isGarbled: !isPadding, endAt: at };
    }
    const body = at + id.length + size.length;
    const end = body + size.value;
    const isUnknown = !Number.isFinite(size.value);
    isCutOff ||= !isUnknown && end > bytes.size;
    if (id.value === TRACKS) hasIndex = true;
    if (id.value === CLUSTER) clusterEnd = end;
    else if (at >= clusterEnd) clusterEnd = Number.POSITIVE_INFINITY;
    const isTorn = IN_CLUSTER.has(id.value) && end > clusterEnd;
    if (isTorn || !(IN_CLUSTER.has(id.value) || ABOVE_CLUSTER.has(id.value))) {
      return { hasIndex, isCutOff, isGarbled: true, endAt: at };
    }
    const isEntered = id.value === SEGMENT || id.value === CLUSTER;
    if (!isEntered && isUnknown) return { hasIndex, isCutOff, isGarbled: true, endAt: at };
    at = isEntered ? body : end;
  }
  return { hasIndex, isCutOff, isGarbled: false, endAt: bytes.size };
}

async function zerosFollow(bytes: ByteWindow, from: number): Promise<boolean> {
  for (let at = from; at < bytes.size; at += PIECE_BYTES) {
    const piece = await bytes.read(at, PIECE_BYTES);
    if (piece.some((byte) => byte !== 0)) return false;
  }
  return true;
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
