import type { MessageFact } from '../../domain/message/message-fact.ts';
import { isOfShape, type PictureSize } from '../../formats/files/picture-header.ts';
import type { Edit, EditList } from './edit-list.ts';

/** The pictures of a video in the order in which they are shown; a place is a picture's number among all decoded ones. */
export interface VideoTimes {
  /** When each picture is shown, from 0, strictly rising. */
  readonly timesMs: readonly number[];
  /** Place of each picture: what an edit list leaves out is decoded all the same. */
  readonly places: readonly number[];
  /** Of each place, in the demultiplexer's own time, seconds. */
  readonly seconds: readonly number[];
  /** Of each place: the time to ask for it at, between its own and that of the packet after it, seconds. */
  readonly seeks: readonly number[];
  /** For each place the last one up to it that can be decoded without any other. */
  readonly keys: readonly number[];
  /** Whether some packets show nothing: then decoded pictures are told by their order, since their times slip. */
  readonly isCounted: boolean;
  /** Notes for a person: pictures that are left out or scaled. */
  readonly notes: readonly MessageFact[];
}

/** Facts of an encoded picture before it is decoded. */
export interface PacketFound {
  /** In the demultiplexer's own time. */
  readonly seconds: number;
  /** 0 where it is not stated. */
  readonly lastsSeconds: number;
  readonly isKey: boolean;
  readonly isShown: boolean;
  /** Of a key picture; null where it is not known. */
  readonly size: PictureSize | null;
}

/** Said where pictures of another size and the same shape are among those of a video. */
export const SCALED_NOTE: MessageFact = { code: 'videoScaled' };

/** How long a picture is shown where neither it nor a neighbour says. */
const USUAL_SECONDS = 0.04;

/**
 * Which pictures there are, and when.
 * @param packets in decoding order
 * @param start place in `packets` of the first that can be decoded without any other
 * @param list what the file shows of the track; null for all of it
 * @returns null where nothing is shown
 */
export function videoTimesOf(
  packets: readonly PacketFound[],
  start: number,
  list: EditList | null,
): VideoTimes | null {
  const decodable = packetsDecodable(packets, start);
  const order = decodable.toSorted((a, b) => a.seconds - b.seconds);
  const after = new Map(order.map((packet, at) => [packet, order[at + 1]?.seconds]));
  const pictures = order.filter(({ isShown }) => isShown);
  const shownBy = list === null ? null : editsView(list);
  const shownAt = (packet: PacketFound): number | null =>
    shownBy === null ? packet.seconds : shownBy(packet, after.get(packet));
  const whole = pictures.flatMap((packet, place) => {
    const seconds = shownAt(packet);
    return seconds === null ? [] : [{ place, seconds }];
  });
  const change = sizeChange(pictures);
  const kept = change?.isOfShape === false ? whole.filter(({ place }) => place < change.place) : whole;
  if (kept.length === 0) return null;
  const left = packets.filter(
    (packet) => packet.isShown && !after.has(packet) && shownAt(packet) !== null,
  ).length;
  return {
    timesMs: timesRising(kept.map(({ seconds }) => seconds)),
    places: kept.map(({ place }) => place),
    seconds: pictures.map(({ seconds }) => seconds),
    seeks: pictures.map((packet) => (packet.seconds + (after.get(packet) ?? packet.seconds + 2e-3)) / 2),
    keys: keysOf(pictures),
    isCounted: pictures.length < order.length,
    notes: notesOf(left, change, kept.length, whole.length),
  };
}

/** From the first that can be decoded on, without what is shown before it and leans on pictures that are not there. */
function packetsDecodable(packets: readonly PacketFound[], start: number): readonly PacketFound[] {
  if (start === 0) return packets;
  const from = packets[start]!.seconds;
  return packets.slice(start).filter(({ seconds }) => seconds >= from);
}

function keysOf(pictures: readonly PacketFound[]): readonly number[] {
  let key = 0;
  return pictures.map(({ isKey }, place) => {
    if (isKey) key = place;
    return key;
  });
}

/** When a picture is shown by an edit list, seconds; null where it is not. */
function editsView({
  edits,
  offset,
  slack,
}: EditList): (packet: PacketFound, next: number | undefined) => number | null {
  const isRising = edits.every(({ from, to }, at) => to > from && from >= (edits[at - 1]?.to ?? 0));
  /** Seconds that the list shows before each stretch. */
  const before: number[] = [0];
  for (const { from, to } of edits) before.push(before.at(-1)! + to - from);
  return (packet, next) => {
    const from = packet.seconds + offset;
    const lasts = packet.lastsSeconds || Math.max(0, (next ?? 0) - packet.seconds) || USUAL_SECONDS;
    const least = Math.min(slack, lasts / 2);
    const at = edits.findIndex((edit) => isWithin(edit, from, from + lasts, least));
    if (at < 0) return null;
    const within = Math.max(from, edits[at]!.from);
    // Stretches that are shown again or in another order keep their own times.
    return isRising ? before[at]! + within - edits[at]!.from : within;
  };
}

/** Whether a picture is seen in a stretch for more than a rounding of its ends, or is the one that it stands on. */
function isWithin({ from, to }: Edit, begin: number, end: number, least: number): boolean {
  if (to === from) return begin <= from && end > from;
  return end > from + least && begin < to - least;
}

/** From the first on, in milliseconds; what is not later than the one before is shown a microsecond after it. */
function timesRising(seconds: readonly number[]): readonly number[] {
  const [first = 0] = seconds;
  const us: number[] = [];
  for (const at of seconds) us.push(Math.max(Math.round((at - first) * 1e6), (us.at(-1) ?? -1) + 1));
  return us.map((at) => at / 1000);
}

interface SizeChange {
  readonly place: number;
  /** Whether width and height keep their proportion from here to the end. */
  readonly isOfShape: boolean;
}

/** The first change of shape, or else of size, as key pictures state it. */
function sizeChange(pictures: readonly PacketFound[]): SizeChange | null {
  const first = pictures.find(({ size }) => size !== null)?.size;
  if (!first) return null;
  const changed = [...pictures.entries()].filter(
    ([, { size }]) => size !== null && (size.width !== first.width || size.height !== first.height),
  );
  const shape = changed.find(([, { size }]) => !isOfShape(size!, first));
  if (shape !== undefined) return { place: shape[0], isOfShape: false };
  return changed[0] === undefined ? null : { place: changed[0][0], isOfShape: true };
}

function notesOf(left: number, change: SizeChange | null, kept: number, all: number): readonly MessageFact[] {
  const notes: MessageFact[] = [];
  if (left > 0) notes.push({ code: 'videoBeginLeftOut', count: left });
  if (change?.isOfShape === true) notes.push(SCALED_NOTE);
  if (change?.isOfShape === false && kept < all) {
    notes.push({ code: 'videoShapeChanges', kept, all });
  }
  return notes;
}
