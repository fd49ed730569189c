import {
  BufferTarget,
  EncodedPacket,
  EncodedVideoPacketSource,
  MovOutputFormat,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny';
import type { Frame } from '../../../../src/domain/frame/frame.ts';
import type { ConvexSector } from '../../../../src/domain/geometry/sector.ts';
import { type Bytes, big, joined, text } from '../../../support/bytes.ts';

/** A made-up ultrasound clip and small writers of the two containers, so that no recorded file is needed. */

export const CLIP_WIDTH = 320;
export const CLIP_HEIGHT = 256;
/** The drawn fan, in pixels: apex, half angle in radians, and the two radii. */
export const CLIP_FAN = { apexX: 160, apexY: -40, half: 0.5, inner: 70, outer: 270 };

/** Grey level inside the fan of picture `index`. */
export function greyOf(index: number): number {
  return 40 + 20 * index;
}

/** Draws picture `index`: the fan in one grey, a patient's name and a scale in white outside of it. */
export function pictureDraw(index: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(CLIP_WIDTH, CLIP_HEIGHT);
  const context = canvas.getContext('2d')!;
  const { apexX, apexY, half, inner, outer } = CLIP_FAN;
  context.fillStyle = 'black';
  context.fillRect(0, 0, CLIP_WIDTH, CLIP_HEIGHT);
  context.fillStyle = `rgb(${greyOf(index)} ${greyOf(index)} ${greyOf(index)})`;
  context.beginPath();
  context.arc(apexX, apexY, outer, Math.PI / 2 - half, Math.PI / 2 + half);
  context.arc(apexX, apexY, inner, Math.PI / 2 + half, Math.PI / 2 - half, true);
  context.fill();
  context.fillStyle = 'white';
  context.font = '14px sans-serif';
  context.fillText('DOE^JANE', 6, 18);
  for (let y = 30; y < CLIP_HEIGHT; y += 25) context.fillRect(CLIP_WIDTH - 8, y, 6, 2);
  return canvas;
}

const BITS = 8;
const CELL = 12;
const CELLS_TOP = 110;

/** As `pictureDraw`, in one grey with the picture's number in it as a row of dark and bright cells, low bit first. */
export function numberedDraw(index: number): OffscreenCanvas {
  const canvas = pictureDraw(4);
  const context = canvas.getContext('2d')!;
  for (let bit = 0; bit < BITS; bit++) {
    context.fillStyle = ((index >> bit) & 1) === 1 ? 'rgb(210 210 210)' : 'rgb(60 60 60)';
    context.fillRect(CLIP_FAN.apexX + (bit - BITS / 2) * CELL, CELLS_TOP, CELL, CELL);
  }
  return canvas;
}

/** The drawn fan at a millimetre a pixel. */
export const CLIP_SECTOR: ConvexSector = {
  kind: 'convex',
  mmPerPx: 1,
  originPx: { x: CLIP_FAN.apexX, y: CLIP_FAN.apexY + CLIP_FAN.inner },
  radiusMm: CLIP_FAN.inner,
  angleRad: 2 * CLIP_FAN.half,
  depthMm: CLIP_FAN.outer - CLIP_FAN.inner,
};

/** The number in a frame of `numberedDraw` within that sector. */
export function numberOf({ grey, width, sector }: Frame): number {
  const left = CLIP_SECTOR.originPx.x - sector.originPx.x;
  const top = CLIP_SECTOR.originPx.y - sector.originPx.y;
  let index = 0;
  for (let bit = 0; bit < BITS; bit++) {
    const x = Math.round(CLIP_FAN.apexX + (bit - BITS / 2 + 0.5) * CELL - left);
    const y = Math.round(CELLS_TOP + CELL / 2 - top);
    if (grey[y * width + x]! > 135) index |= 1 << bit;
  }
  return index;
}

export interface Encoded {
  readonly data: Uint8Array<ArrayBuffer>;
  readonly isKey: boolean;
  readonly timeUs: number;
  /** What a decoder must know; with the first picture, and where a codec keeps it beside the pictures. */
  readonly config?: VideoDecoderConfig;
}

/** WebCodecs' names of profiles that any player has: VP8, VP9, H.264 high 3.0, AV1 main. */
export const CODECS = {
  vp8: 'vp8',
  vp9: 'vp09.00.10.08',
  avc: 'avc1.64001e',
  av1: 'av01.0.04M.08',
} as const;

export type CodecName = keyof typeof CODECS;

/** Whether this browser can encode it, which not all that decode it can. */
export async function codecIsHere(codec: CodecName): Promise<boolean> {
  const config = { codec: CODECS[codec], width: CLIP_WIDTH, height: CLIP_HEIGHT };
  return (await VideoEncoder.isConfigSupported(config)).supported === true;
}

export interface EncodeOptions {
  /** Lays pictures on their left side, as a phone that is held upright does. */
  readonly isTurned?: boolean;
  readonly draw?: (index: number) => OffscreenCanvas;
}

/** Encodes pictures at the given times with one key picture every `keyEvery`. */
export async function picturesEncode(
  codec: CodecName,
  timesUs: readonly number[],
  keyEvery: number,
  { isTurned = false, draw = pictureDraw }: EncodeOptions = {},
): Promise<readonly Encoded[]> {
  const encoded: Encoded[] = [];
  const encoder = new VideoEncoder({
    output: (chunk, metadata) => {
      const data = new Uint8Array(chunk.byteLength);
      chunk.copyTo(data);
      const picture = { data, isKey: chunk.type === 'key', timeUs: chunk.timestamp };
      const config = metadata?.decoderConfig;
      encoded.push(config === undefined ? picture : { ...picture, config });
    },
    error: (error) => {
      throw error;
    },
  });
  timesUs.forEach((timestamp, index) => {
    const drawn = isTurned ? pictureTurned(draw(index)) : draw(index);
    if (index === 0) {
      const { width, height } = drawn;
      encoder.configure({ codec: CODECS[codec], width, height, bitrate: 4_000_000 });
    }
    const picture = lumaFrame(drawn, timestamp);
    encoder.encode(picture, { keyFrame: index % keyEvery === 0 });
    picture.close();
  });
  await encoder.flush();
  encoder.close();
  return encoded;
}

/** Browsers differ in how they turn canvases into luma; here it is video range by the book: 16 + 219 / 255 of grey. */
function lumaFrame(canvas: OffscreenCanvas, timestamp: number): VideoFrame {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
  const luma = width * height;
  const planes = new Uint8Array((luma * 3) / 2).fill(128);
  for (let i = 0; i < luma; i++) planes[i] = Math.round(16 + (data[4 * i]! * 219) / 255);
  return new VideoFrame(planes, {
    format: 'I420',
    codedWidth: width,
    codedHeight: height,
    timestamp,
    colorSpace: { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: false },
  });
}

/** A quarter turn to the left: (x, y) comes to lie at (y, width - x). */
function pictureTurned(picture: OffscreenCanvas): OffscreenCanvas {
  const canvas = new OffscreenCanvas(picture.height, picture.width);
  const context = canvas.getContext('2d')!;
  context.translate(0, picture.width);
  context.rotate(-Math.PI / 2);
  context.drawImage(picture, 0, 0);
  return canvas;
}

const CONTAINERS = {
  MP4: () => new Mp4OutputFormat(),
  MOV: () => new MovOutputFormat(),
  WebM: () => new WebMOutputFormat(),
} as const;

/** A file as a well-kept library writes it; pictures that lie on their side are said to be turned back for showing. */
export async function videoMux(
  container: keyof typeof CONTAINERS,
  codec: CodecName,
  pictures: readonly Encoded[],
  isTurned = false,
): Promise<Uint8Array<ArrayBuffer>> {
  const target = new BufferTarget();
  const output = new Output({ format: CONTAINERS[container](), target });
  const source = new EncodedVideoPacketSource(codec);
  output.addVideoTrack(source, isTurned ? { rotation: 90 } : {});
  await output.start();
  for (const [index, { data, isKey, timeUs, config }] of pictures.entries()) {
    const lastsUs = (pictures[index + 1]?.timeUs ?? timeUs + 40_000) - timeUs;
    const packet = new EncodedPacket(data, isKey ? 'key' : 'delta', timeUs / 1e6, lastsUs / 1e6);
    await source.add(packet, config === undefined ? undefined : { decoderConfig: config });
  }
  await output.finalize();
  return new Uint8Array(target.buffer!);
}

function box(type: string, ...contents: readonly Bytes[]): Uint8Array<ArrayBuffer> {
  const body = joined(contents);
  return joined([big(body.length + 8, 4), text(type), body]);
}

function fullBox(type: string, ...contents: readonly Bytes[]): Uint8Array<ArrayBuffer> {
  return box(type, [0, 0, 0, 0], ...contents);
}

/** A stretch of the pictures that an MP4's edit list shows. */
export interface EditMade {
  /** 0 for the whole rest. */
  readonly durationMs: number;
  /** Negative for nothing. */
  readonly mediaTimeUs: number;
}

export interface Mp4Options {
  /** `soun` hides the video. */
  readonly handler?: 'vide' | 'soun';
  readonly format?: string;
  readonly edits?: readonly EditMade[];
}

/** A plain MP4: index behind the pictures, two pictures a chunk, times in microseconds. */
export function mp4Write(
  pictures: readonly Encoded[],
  { handler = 'vide', format = 'vp09', edits = [] }: Mp4Options = {},
): Uint8Array<ArrayBuffer> {
  const ftyp = box('ftyp', text('isom'), big(0, 4), text('isom'));
  const mdat = box('mdat', ...pictures.map((picture) => picture.data));
  const starts: number[] = [];
  let at = ftyp.length + 8;
  for (const picture of pictures) {
    starts.push(at);
    at += picture.data.length;
  }
  const chunkStarts = starts.filter((_, i) => i % 2 === 0);
  const gaps = pictures.map(
    (picture, i) => (pictures[i + 1]?.timeUs ?? picture.timeUs + 40_000) - picture.timeUs,
  );
  const keys = pictures.flatMap((picture, i) => (picture.isKey ? [i + 1] : []));
  const entry = box(
    format,
    [...big(0, 6), ...big(1, 2), ...big(0, 16), ...big(CLIP_WIDTH, 2), ...big(CLIP_HEIGHT, 2), ...big(0, 50)],
    fullBox('vpcC', [0, 10, 0x82, 1, 1, 1, 0, 0]),
  );
  const odd = pictures.length % 2 === 1;
  const runs = odd
    ? [...big(1, 4), ...big(2, 4), ...big(1, 4), ...big(chunkStarts.length, 4), ...big(1, 4), ...big(1, 4)]
    : [...big(1, 4), ...big(2, 4), ...big(1, 4)];
  const stbl = box(
    'stbl',
    fullBox('stsd', big(1, 4), entry),
    fullBox(
      'stts',
      big(gaps.length, 4),
      gaps.flatMap((gap) => [...big(1, 4), ...big(gap, 4)]),
    ),
    fullBox('stsc', big(odd ? 2 : 1, 4), runs),
    fullBox(
      'stsz',
      big(0, 4),
      big(pictures.length, 4),
      pictures.flatMap((picture) => big(picture.data.length, 4)),
    ),
    fullBox(
      'stco',
      big(chunkStarts.length, 4),
      chunkStarts.flatMap((start) => big(start, 4)),
    ),
    fullBox(
      'stss',
      big(keys.length, 4),
      keys.flatMap((key) => big(key, 4)),
    ),
  );
  const mdia = box(
    'mdia',
    fullBox('mdhd', big(0, 8), big(1_000_000, 4), big(0, 8)),
    fullBox('hdlr', big(0, 4), text(handler), big(0, 13)),
    box('minf', stbl),
  );
  const edts = box(
    'edts',
    fullBox(
      'elst',
      big(edits.length, 4),
      edits.flatMap(({ durationMs, mediaTimeUs }) => [
        ...big(durationMs, 4),
        ...(mediaTimeUs < 0 ? big(0xffffffff, 4) : big(mediaTimeUs, 4)),
        ...big(0x10000, 4),
      ]),
    ),
  );
  return joined([
    ftyp,
    mdat,
    box(
      'moov',
      fullBox('mvhd', big(0, 8), big(1000, 4), big(0, 84)),
      box(
        'trak',
        fullBox('tkhd', big(0, 8), big(1, 4), big(0, 68)),
        ...(edits.length === 0 ? [] : [edts]),
        mdia,
      ),
    ),
  ]);
}

function element(id: readonly number[], ...contents: readonly Bytes[]): Uint8Array<ArrayBuffer> {
  const body = joined(contents);
  return joined([id, [0x08, ...big(body.length, 4)], body]);
}

/** A WebM of one cluster with stated sizes, times in milliseconds; every second picture in a block group. */
export function webmWrite(
  pictures: readonly Encoded[],
  codecId = 'V_VP8',
  trackType = 1,
): Uint8Array<ArrayBuffer> {
  const track = element(
    [0xae],
    element([0xd7], [1]),
    element([0x83], [trackType]),
    element([0x86], text(codecId)),
    element([0xe0], element([0xb0], big(CLIP_WIDTH, 2)), element([0xba], big(CLIP_HEIGHT, 2))),
  );
  const blocks = pictures.map((picture, i) => {
    const head = [0x81, ...big(Math.round(picture.timeUs / 1000), 2)];
    if (i % 2 === 0) return element([0xa3], [...head, picture.isKey ? 0x80 : 0], picture.data);
    const reference = picture.isKey ? [] : [element([0xfb], [0xff])];
    return element([0xa0], element([0xa1], [...head, 0], picture.data), ...reference);
  });
  return joined([
    element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], text('webm'))),
    element(
      [0x18, 0x53, 0x80, 0x67],
      element([0x15, 0x49, 0xa9, 0x66], element([0x2a, 0xd7, 0xb1], big(1_000_000, 3))),
      element([0x16, 0x54, 0xae, 0x6b], track),
      element([0x1f, 0x43, 0xb6, 0x75], element([0xe7], [0]), ...blocks),
    ),
  ]);
}

/** Records a canvas with the browser's own recorder, which writes neither sizes nor an index. */
export async function pictureRecord(mimeType: string, count: number): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = CLIP_WIDTH;
  canvas.height = CLIP_HEIGHT;
  const context = canvas.getContext('2d')!;
  const stream = canvas.captureStream(0);
  const [video] = stream.getVideoTracks() as CanvasCaptureMediaStreamTrack[];
  const recorder = new MediaRecorder(stream, { mimeType, videoBitsPerSecond: 4_000_000 });
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', (event) => parts.push(event.data));
  const ended = new Promise((resolve) => recorder.addEventListener('stop', resolve));
  recorder.start();
  for (let index = 0; index < count; index++) {
    context.drawImage(pictureDraw(index), 0, 0);
    // The recorder takes pictures by the clock and drops some on a busy machine: each is sent several times.
    for (let turn = 0; turn < 6; turn++) {
      video?.requestFrame();
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
    }
  }
  recorder.stop();
  await ended;
  video?.stop();
  return new Blob(parts, { type: mimeType });
}
