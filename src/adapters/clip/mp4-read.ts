import { InputError } from '../../domain/frame/input-error.ts';
import type { ByteWindow } from './byte-window.ts';
import { fourCc, type Mp4Box, mp4Boxes, mp4BoxHead, mp4Find } from './mp4-boxes.ts';
import { mp4CodecRead } from './mp4-codec.ts';
import { type FragmentDefaults, mp4FragmentSamples, mp4TableSamples } from './mp4-samples.ts';
import type { VideoSample, VideoTrack } from './video-track.ts';

/** An index of hours of video is smaller; a larger one is a damaged size. */
const MAX_INDEX_BYTES = 1 << 26;
const MAX_SAMPLES = 1_000_000;

interface Held {
  readonly bytes: DataView;
  /** Position in the file of the first byte. */
  readonly at: number;
  readonly box: Mp4Box;
}

/**
 * The first video track of an MP4 or QuickTime file, whole or in fragments (ISO/IEC 14496-12). Reads the index
 * only. Returns null where there is no video track.
 * @throws InputError `file-damaged` where the file ends before its index.
 */
export async function mp4Read(bytes: ByteWindow): Promise<VideoTrack | null> {
  const { movie, fragments, isCutOff } = await indexHold(bytes);
  if (movie === null) {
    throw new InputError(
      'file-damaged',
      'The video is damaged or cut off before its index; copy or export it again.',
    );
  }
  const { bytes: view, box: moov } = movie;
  const trak = mp4Boxes(view, moov.start, moov.end).find(
    (box) => box.type === 'trak' && trakIsVideo(view, box),
  );
  if (trak === undefined) return null;
  const stbl = mp4Find(view, trak, 'mdia', 'minf', 'stbl');
  const stsd = stbl === null ? null : mp4Find(view, stbl, 'stsd');
  const timescale = timescaleRead(view, mp4Find(view, trak, 'mdia', 'mdhd'));
  const codec = stsd === null ? null : mp4CodecRead(view, stsd);
  if (stbl === null || codec === null || timescale === 0) return null;
  const samples: VideoSample[] = mp4TableSamples(view, stbl, timescale);
  const defaults = fragmentDefaults(view, moov, trak, timescale);
  let time = 0;
  for (const { bytes: piece, at, box } of fragments) {
    if (samples.length >= MAX_SAMPLES) break;
    const fragment = mp4FragmentSamples(piece, box, at, defaults, time);
    for (const sample of fragment.samples) samples.push(sample);
    time = fragment.time;
  }
  const whole = samples.filter((sample) => sample.size > 0 && sample.offset + sample.size <= bytes.size);
  return { ...codec, samples: whole, isCutOff: isCutOff || whole.length < samples.length };
}

/** Walks the top level and keeps the index (`moov`) and the fragments' (`moof`); pictures are passed over. */
async function indexHold(bytes: ByteWindow): Promise<{
  readonly movie: Held | null;
  readonly fragments: readonly Held[];
  readonly isCutOff: boolean;
}> {
  let movie: Held | null = null;
  const fragments: Held[] = [];
  let at = 0;
  let last = '';
  while (at + 8 <= bytes.size) {
    const start = await bytes.read(at, 16);
    const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
    const head = mp4BoxHead(view, 0, bytes.size - at);
    if (head === null) break;
    const isIndex = head.type === 'moov' || head.type === 'moof';
    if (isIndex && head.size <= MAX_INDEX_BYTES && at + head.size <= bytes.size) {
      const whole = (await bytes.read(at, head.size)).slice();
      const held: Held = {
        bytes: new DataView(whole.buffer),
        at,
        box: { type: head.type, start: head.headSize, end: head.size },
      };
      if (head.type === 'moof') fragments.push(held);
      else movie ??= held;
    }
    last = head.type;
    at += head.size;
  }
  return { movie, fragments, isCutOff: last === 'moof' && at > bytes.size };
}

function trakIsVideo(view: DataView, trak: Mp4Box): boolean {
  const hdlr = mp4Find(view, trak, 'mdia', 'hdlr');
  return hdlr !== null && hdlr.end - hdlr.start >= 12 && fourCc(view, hdlr.start + 8) === 'vide';
}

/** Time units per second; 0 where the box is broken. */
function timescaleRead(view: DataView, mdhd: Mp4Box | null): number {
  if (mdhd === null || mdhd.end - mdhd.start < 24) return 0;
  return view.getUint32(mdhd.start + (view.getUint8(mdhd.start) === 1 ? 20 : 12));
}

function fragmentDefaults(view: DataView, moov: Mp4Box, trak: Mp4Box, timescale: number): FragmentDefaults {
  const tkhd = mp4Find(view, trak, 'tkhd');
  const idAt = tkhd === null ? 0 : tkhd.start + (view.getUint8(tkhd.start) === 1 ? 20 : 12);
  const trackId = tkhd === null || idAt + 4 > tkhd.end ? 0 : view.getUint32(idAt);
  const mvex = mp4Find(view, moov, 'mvex');
  const trex = (mvex === null ? [] : mp4Boxes(view, mvex.start, mvex.end)).find(
    (box) => box.type === 'trex' && box.end - box.start >= 24 && view.getUint32(box.start + 4) === trackId,
  );
  if (trex === undefined) return { trackId, timescale, duration: 0, size: 0, flags: 0 };
  return {
    trackId,
    timescale,
    duration: view.getUint32(trex.start + 12),
    size: view.getUint32(trex.start + 16),
    flags: view.getUint32(trex.start + 20),
  };
}
