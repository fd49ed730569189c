import {
  BlobSource,
  type EncodedPacket,
  EncodedPacketSink,
  Input,
  type InputVideoTrack,
  MATROSKA,
  MP4,
  QTFF,
  WEBM,
} from 'mediabunny';
import { byteWindow } from '../../formats/files/byte-window.ts';
import { InputError } from '../../formats/files/input-error.ts';
import { pictureCountCheck } from '../../formats/files/picture-header.ts';
import { containerCheck } from './container-check.ts';
import { editListRead } from './edit-list.ts';
import { isLookedInto, type PacketLook, packetLook } from './packet-look.ts';
import { videoDamaged } from './video-damaged.ts';
import { type PacketFound, type VideoTimes, videoTimesOf } from './video-times.ts';

/** An opened video file; `close` lets go of it. */
export interface VideoFile {
  readonly track: InputVideoTrack;
  close(): void;
}

/** @throws InputError `file-damaged`, `video-without-pictures` */
export async function videoFileOpen(file: Blob): Promise<VideoFile> {
  const input = new Input({ source: new BlobSource(file), formats: [MP4, QTFF, WEBM, MATROSKA] });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (track === null) throw withoutPictures();
    levelMend(track);
    return { track, close: () => input.dispose() };
  } catch (error) {
    input.dispose();
    throw error instanceof InputError ? error : videoDamaged();
  }
}

/**
 * Chromium's own recorder writes MP4s of VP9 with a level of 0, which is none, and then refuses to decode them by that
 * name; level 1 is a name that every decoder takes, and VP9 decoders go by the stream.
 */
function levelMend(track: InputVideoTrack): void {
  const own = track.getDecoderConfig.bind(track);
  track.getDecoderConfig = async () => {
    const config = await own();
    return config === null
      ? null
      : { ...config, codec: config.codec.replace(/^(vp09\.\d\d)\.00\./, '$1.10.') };
  };
  track.canDecode = async () => {
    try {
      const config = await track.getDecoderConfig();
      return config !== null && (await VideoDecoder.isConfigSupported(config)).supported === true;
    } catch {
      return false;
    }
  };
}

function withoutPictures(): InputError {
  return new InputError('video-without-pictures', { code: 'videoWithoutPictures' });
}

/** Refuses a file that is not whole, which a player would show as far as it goes; gives it without what follows it. */
export async function videoWhole(kind: 'mp4' | 'webm', file: Blob): Promise<Blob> {
  const { isCutOff, hasIndex, isGarbled, endAt } = await containerCheck(kind, byteWindow(file));
  if (isCutOff) throw new InputError('file-damaged', { code: 'videoCutOff' });
  if (!hasIndex || isGarbled) throw videoDamaged();
  return file.slice(0, endAt);
}

/** @throws InputError `decoder-missing`, `codec-unsupported` */
export async function videoDecoderCheck(track: InputVideoTrack): Promise<void> {
  if (typeof VideoDecoder === 'undefined') {
    throw new InputError('decoder-missing', { code: 'decoderMissing' });
  }
  if (await track.canDecode()) return;
  const name = await codecName(track);
  throw new InputError('codec-unsupported', { code: 'codecUnsupported', codec: name });
}

async function codecName(track: InputVideoTrack): Promise<string> {
  const stated = await track.getCodecParameterString().catch(() => null);
  const own = track.internalCodecId;
  const name = stated ?? (typeof own === 'number' ? String(own) : own);
  return typeof name === 'string' && /^[\w./-]{1,40}$/.test(name) ? name : 'unknown';
}

/** Packets after which the search for more tells that it goes on. */
const PROGRESS_PACKETS = 256;

/**
 * The pictures that are shown and their times, without decoding any.
 * @param file as `videoWhole` gives it
 * @throws InputError `file-damaged`, `video-without-pictures`, `too-many-pictures`
 */
export async function videoTimes(
  track: InputVideoTrack,
  kind: 'mp4' | 'webm',
  file: Blob,
  onProgress: () => void = () => {},
): Promise<VideoTimes> {
  const found: PacketFound[] = [];
  let start: number | null = null;
  try {
    const list = kind === 'mp4' ? await editListRead(byteWindow(file), track.id) : null;
    const key = await new EncodedPacketSink(track).getFirstKeyPacket({ verifyKeyPackets: true });
    for await (const { packet, look } of packetsLook(track, file.size)) {
      if (start === null && key !== null && packet.sequenceNumber >= key.sequenceNumber) start = found.length;
      found.push({
        seconds: packet.timestamp,
        lastsSeconds: packet.duration,
        isKey: packet.type === 'key',
        isShown: look?.isShown ?? true,
        size: look?.size ?? null,
      });
      pictureCountCheck(found.length);
      if (found.length % PROGRESS_PACKETS === 0) onProgress();
    }
    if (found.length === 0) throw withoutPictures();
    const times = start === null ? null : videoTimesOf(found, start, list);
    if (times === null) throw videoDamaged();
    return times;
  } catch (error) {
    throw error instanceof InputError ? error : videoDamaged();
  }
}

/** Each packet of a track, in decoding order, and what it says of its picture where its codec tells without decoding. */
async function* packetsLook(
  track: InputVideoTrack,
  fileBytes: number,
): AsyncGenerator<{ readonly packet: EncodedPacket; readonly look: PacketLook | null }, void> {
  const codec = await track.getCodec();
  const sink = new EncodedPacketSink(track);
  const options = { metadataOnly: !isLookedInto(codec) };
  let bytes = 0;
  let packet = await sink.getFirstPacket(options);
  while (packet !== null) {
    bytes += packet.byteLength;
    // No file holds more than itself.
    if (bytes > fileBytes || !Number.isFinite(packet.timestamp)) throw videoDamaged();
    yield { packet, look: isLookedInto(codec) ? packetLook(codec, packet.data) : null };
    packet = await sink.getNextPacket(packet, options);
  }
}
