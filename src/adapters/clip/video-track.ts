import {
  BlobSource,
  EncodedPacketSink,
  Input,
  type InputVideoTrack,
  MATROSKA,
  MP4,
  QTFF,
  WEBM,
} from 'mediabunny';
import { InputError } from '../../domain/frame/input-error.ts';
import { pictureCountCheck } from '../../domain/frame/picture-header.ts';
import { byteWindow } from './byte-window.ts';
import { containerCheck } from './container-check.ts';

/** An opened video file; `close` lets go of it. */
export interface VideoFile {
  readonly track: InputVideoTrack;
  close(): void;
}

/** The pictures of a video in the order in which they are shown. */
export interface VideoTimes {
  /** Of each picture, in the file's own time, seconds. */
  readonly seconds: readonly number[];
  /** For each picture the last one up to it that can be decoded without any other. */
  readonly keys: readonly number[];
}

export function videoDamaged(): InputError {
  return new InputError(
    'file-damaged',
    'The video is damaged or cut off and cannot be decoded; copy or export it again.',
  );
}

/** @throws InputError `file-damaged`, `video-without-pictures` */
export async function videoFileOpen(file: Blob): Promise<VideoFile> {
  const input = new Input({ source: new BlobSource(file), formats: [MP4, QTFF, WEBM, MATROSKA] });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (track === null) throw withoutPictures();
    return { track, close: () => input.dispose() };
  } catch (error) {
    input.dispose();
    throw error instanceof InputError ? error : videoDamaged();
  }
}

function withoutPictures(): InputError {
  return new InputError(
    'video-without-pictures',
    'The file holds no moving picture, perhaps sound alone; choose another video.',
  );
}

/** Refuses a file that is not whole, which a player would show as far as it goes; gives it without its padding. */
export async function videoWhole(kind: 'mp4' | 'webm', file: Blob): Promise<Blob> {
  const { isCutOff, hasIndex, isGarbled, endAt } = await containerCheck(kind, byteWindow(file));
  if (isCutOff) {
    throw new InputError(
      'file-damaged',
      'The video breaks off before its end: the file is damaged or was not copied whole; copy or export it again.',
    );
  }
  if (!hasIndex || isGarbled) throw videoDamaged();
  return file.slice(0, endAt);
}

/** @throws InputError `decoder-missing`, `codec-unsupported` */
export async function videoDecoderCheck(track: InputVideoTrack): Promise<void> {
  if (typeof VideoDecoder === 'undefined') {
    throw new InputError(
      'decoder-missing',
      'This browser cannot decode videos picture by picture; use a current Chrome, Edge, Firefox or Safari.',
    );
  }
  if (await track.canDecode().catch(() => false)) return;
  const name = await codecName(track);
  throw new InputError(
    'codec-unsupported',
    `This browser cannot decode the video's codec (${name}); convert the video to H.264 (MP4) or VP9 (WebM).`,
  );
}

async function codecName(track: InputVideoTrack): Promise<string> {
  const stated = await track.getCodecParameterString().catch(() => null);
  const own = track.internalCodecId;
  const name = stated ?? (typeof own === 'number' ? String(own) : own);
  return typeof name === 'string' && /^[\w./-]{1,40}$/.test(name) ? name : 'unknown';
}

/** Pictures after which the search for more tells that it goes on. */
const PROGRESS_PICTURES = 256;

/**
 * The times of all pictures, without decoding any.
 * @throws InputError `file-damaged`, `video-without-pictures`, `too-many-pictures`
 */
export async function videoTimes(
  track: InputVideoTrack,
  fileBytes: number,
  onProgress: () => void = () => {},
): Promise<VideoTimes> {
  const sink = new EncodedPacketSink(track);
  const packets: { readonly seconds: number; readonly isKey: boolean }[] = [];
  let bytes = 0;
  try {
    let packet = await sink.getFirstPacket({ metadataOnly: true });
    while (packet !== null) {
      packets.push({ seconds: packet.timestamp, isKey: packet.type === 'key' });
      bytes += packet.byteLength;
      pictureCountCheck(packets.length);
      if (packets.length % PROGRESS_PICTURES === 0) onProgress();
      // No file holds more than itself.
      if (bytes > fileBytes || !Number.isFinite(packet.timestamp)) throw videoDamaged();
      packet = await sink.getNextPacket(packet, { metadataOnly: true });
    }
  } catch (error) {
    throw error instanceof InputError ? error : videoDamaged();
  }
  if (packets.length === 0) throw withoutPictures();
  if (!packets.some(({ isKey }) => isKey)) throw videoDamaged();
  const shown = packets.toSorted((a, b) => a.seconds - b.seconds);
  let key = 0;
  const keys = shown.map(({ isKey }, index) => {
    if (isKey) key = index;
    return key;
  });
  return { seconds: shown.map(({ seconds }) => seconds), keys };
}
