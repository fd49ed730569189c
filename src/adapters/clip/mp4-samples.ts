import { type Mp4Box, mp4Boxes, mp4Find, wideRead } from './mp4-boxes.ts';
import type { VideoSample } from './video-track.ts';

/** More pictures than hours of video have: a damaged count must not fill the memory. */
const MAX_SAMPLES = 1_000_000;

/** The entries of a full box that lists `size` bytes each after its count; as many as truly are there. */
function entriesCount(bytes: DataView, box: Mp4Box | null, size: number): number {
  if (box === null || box.end - box.start < 8) return 0;
  return Math.min(bytes.getUint32(box.start + 4), Math.floor((box.end - box.start - 8) / size), MAX_SAMPLES);
}

/** The samples of a sample table (`stbl`), in decoding order. */
export function mp4TableSamples(bytes: DataView, stbl: Mp4Box, timescale: number): VideoSample[] {
  const sizes = sizesRead(bytes, mp4Find(bytes, stbl, 'stsz'));
  const offsets = offsetsRead(bytes, stbl, sizes);
  const durations = runsRead(bytes, mp4Find(bytes, stbl, 'stts'), sizes.length, false);
  const shifts = runsRead(bytes, mp4Find(bytes, stbl, 'ctts'), sizes.length, true);
  const keys = keysRead(bytes, mp4Find(bytes, stbl, 'stss'));
  const samples: VideoSample[] = [];
  let time = 0;
  for (let i = 0; i < offsets.length; i++) {
    samples.push({
      offset: offsets[i]!,
      size: sizes[i]!,
      timeUs: Math.round(((time + (shifts[i] ?? 0)) * 1e6) / timescale),
      isKey: keys === null || keys.has(i + 1),
    });
    time += durations[i] ?? 0;
  }
  return samples;
}

function sizesRead(bytes: DataView, stsz: Mp4Box | null): readonly number[] {
  if (stsz === null || stsz.end - stsz.start < 12) return [];
  const fixed = bytes.getUint32(stsz.start + 4);
  const stated = bytes.getUint32(stsz.start + 8);
  if (fixed !== 0) return new Array<number>(Math.min(stated, MAX_SAMPLES)).fill(fixed);
  const count = Math.min(stated, Math.floor((stsz.end - stsz.start - 12) / 4), MAX_SAMPLES);
  return Array.from({ length: count }, (_, i) => bytes.getUint32(stsz.start + 12 + 4 * i));
}

/** Where each sample begins: chunk offsets (stco, co64) shared out by samples per chunk (stsc). */
function offsetsRead(bytes: DataView, stbl: Mp4Box, sizes: readonly number[]): readonly number[] {
  const wide = mp4Find(bytes, stbl, 'co64');
  const chunks = wide ?? mp4Find(bytes, stbl, 'stco');
  const stsc = mp4Find(bytes, stbl, 'stsc');
  const chunkCount = entriesCount(bytes, chunks, wide === null ? 4 : 8);
  const runCount = entriesCount(bytes, stsc, 12);
  if (chunks === null || stsc === null || runCount === 0) return [];
  const offsets: number[] = [];
  let run = 0;
  for (let chunk = 1; chunk <= chunkCount && offsets.length < sizes.length; chunk++) {
    while (run + 1 < runCount && bytes.getUint32(stsc.start + 8 + 12 * (run + 1)) <= chunk) run += 1;
    let offset =
      wide === null
        ? bytes.getUint32(chunks.start + 8 + 4 * (chunk - 1))
        : wideRead(bytes, chunks.start + 8 + 8 * (chunk - 1));
    const perChunk = bytes.getUint32(stsc.start + 8 + 12 * run + 4);
    for (let i = 0; i < perChunk && offsets.length < sizes.length; i++) {
      offset += i === 0 ? 0 : sizes[offsets.length - 1]!;
      offsets.push(offset);
    }
  }
  return offsets;
}

/** Run-length coded values, one per sample. */
function runsRead(bytes: DataView, box: Mp4Box | null, wanted: number, isSigned: boolean): readonly number[] {
  const values: number[] = [];
  const count = entriesCount(bytes, box, 8);
  for (let entry = 0; entry < count && box !== null && values.length < wanted; entry++) {
    const at = box.start + 8 + 8 * entry;
    const length = Math.min(bytes.getUint32(at), wanted - values.length);
    const value = isSigned ? bytes.getInt32(at + 4) : bytes.getUint32(at + 4);
    for (let i = 0; i < length; i++) values.push(value);
  }
  return values;
}

/** Numbers (from 1) of the samples that decode alone; null when all do. */
function keysRead(bytes: DataView, stss: Mp4Box | null): ReadonlySet<number> | null {
  if (stss === null) return null;
  const count = entriesCount(bytes, stss, 4);
  return new Set(Array.from({ length: count }, (_, i) => bytes.getUint32(stss.start + 8 + 4 * i)));
}

/** What fragments of a track take where they say nothing themselves (`trex`). */
export interface FragmentDefaults {
  readonly trackId: number;
  readonly timescale: number;
  readonly duration: number;
  readonly size: number;
  readonly flags: number;
}

/** A sample that needs others: sample_is_non_sync_sample. */
const NOT_KEY = 0x10000;

/**
 * The samples of one movie fragment (`moof`), whose first byte lies at `moofStart` of the file.
 * @param time decoding time at which the fragment goes on where it states none, in the track's timescale
 */
export function mp4FragmentSamples(
  bytes: DataView,
  moof: Mp4Box,
  moofStart: number,
  defaults: FragmentDefaults,
  time: number,
): { readonly samples: readonly VideoSample[]; readonly time: number } {
  const samples: VideoSample[] = [];
  let now = time;
  for (const traf of mp4Boxes(bytes, moof.start, moof.end).filter((box) => box.type === 'traf')) {
    const head = fragmentHead(bytes, mp4Find(bytes, traf, 'tfhd'), moofStart, defaults);
    if (head === null) continue;
    const tfdt = mp4Find(bytes, traf, 'tfdt');
    if (tfdt !== null && tfdt.end - tfdt.start >= 8) {
      const isWide = bytes.getUint8(tfdt.start) === 1 && tfdt.end - tfdt.start >= 12;
      now = isWide ? wideRead(bytes, tfdt.start + 4) : bytes.getUint32(tfdt.start + 4);
    }
    let offset = head.base;
    for (const trun of mp4Boxes(bytes, traf.start, traf.end).filter((box) => box.type === 'trun')) {
      const run = runRead(bytes, trun, head, offset, now, defaults.timescale);
      samples.push(...run.samples);
      offset = run.offset;
      now = run.time;
    }
  }
  return { samples, time: now };
}

interface FragmentHead {
  readonly base: number;
  readonly duration: number;
  readonly size: number;
  readonly flags: number;
}

function fragmentHead(
  bytes: DataView,
  tfhd: Mp4Box | null,
  moofStart: number,
  defaults: FragmentDefaults,
): FragmentHead | null {
  if (tfhd === null || tfhd.end - tfhd.start < 8) return null;
  const flags = bytes.getUint32(tfhd.start) & 0xffffff;
  if (bytes.getUint32(tfhd.start + 4) !== defaults.trackId) return null;
  let at = tfhd.start + 8;
  const take = (bit: number, size: 4 | 8): number | null => {
    if ((flags & bit) === 0 || at + size > tfhd.end) return null;
    at += size;
    return size === 8 ? wideRead(bytes, at - 8) : bytes.getUint32(at - 4);
  };
  const base = take(0x1, 8) ?? moofStart;
  take(0x2, 4);
  return {
    base,
    duration: take(0x8, 4) ?? defaults.duration,
    size: take(0x10, 4) ?? defaults.size,
    flags: take(0x20, 4) ?? defaults.flags,
  };
}

function runRead(
  bytes: DataView,
  trun: Mp4Box,
  head: FragmentHead,
  from: number,
  time: number,
  timescale: number,
): { readonly samples: readonly VideoSample[]; readonly offset: number; readonly time: number } {
  const samples: VideoSample[] = [];
  if (trun.end - trun.start < 8) return { samples, offset: from, time };
  const flags = bytes.getUint32(trun.start) & 0xffffff;
  let at = trun.start + 8;
  const take = (bit: number): number | null => {
    if ((flags & bit) === 0 || at + 4 > trun.end) return null;
    at += 4;
    return bytes.getUint32(at - 4);
  };
  const shift = take(0x1);
  let offset = shift === null ? from : head.base + (shift | 0);
  const firstFlags = take(0x4);
  const perSample = 4 * [0x100, 0x200, 0x400, 0x800].filter((bit) => (flags & bit) !== 0).length;
  const room = perSample === 0 ? MAX_SAMPLES : Math.floor((trun.end - at) / perSample);
  const count = Math.min(bytes.getUint32(trun.start + 4), room, MAX_SAMPLES);
  let now = time;
  for (let i = 0; i < count; i++) {
    const duration = take(0x100) ?? head.duration;
    const size = take(0x200) ?? head.size;
    const own = take(0x400) ?? head.flags;
    const shown = now + ((take(0x800) ?? 0) | 0);
    samples.push({
      offset,
      size,
      timeUs: Math.round((shown * 1e6) / timescale),
      isKey: ((i === 0 ? (firstFlags ?? own) : own) & NOT_KEY) === 0,
    });
    offset += size;
    now += duration;
  }
  return { samples, offset, time: now };
}
