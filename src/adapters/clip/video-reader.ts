import { InputError } from '../../domain/frame/input-error.ts';
import type { VideoTrack } from './video-track.ts';

/** How many pictures are handed to the decoder before it has taken the earlier ones. */
const QUEUE = 6;
/** A decoder that says nothing for so long never will. */
const SILENCE_MS = 15_000;

/** Decodes single pictures of a video, frame-exactly. */
export interface VideoReader {
  /** Presentation times in milliseconds from the first picture, ascending: picture `index` is shown at `[index]`. */
  readonly timesMs: readonly number[];
  /**
   * Decodes until picture `index` has been given to `onPicture`; pictures on the way to it are given too.
   * Calls must not overlap. @throws InputError `file-damaged`.
   */
  reach(index: number): Promise<void>;
  close(): void;
}

/**
 * @param onPicture gets every decoded picture with its index in presentation order; it is closed afterwards
 * @throws InputError `decoder-missing` or `codec-unsupported`.
 */
export async function videoReader(
  file: Blob,
  track: VideoTrack,
  onPicture: (index: number, picture: VideoFrame) => void,
): Promise<VideoReader> {
  const config = await decoderConfig(track);
  const { samples } = track;
  const shown = samples.map((_, at) => at).sort((a, b) => samples[a]!.timeUs - samples[b]!.timeUs || a - b);
  const rankOf = new Int32Array(samples.length);
  shown.forEach((at, index) => {
    rankOf[at] = index;
  });
  const firstUs = samples[shown[0]!]!.timeUs;

  let failure: InputError | null = null;
  let wake: () => void = () => {};
  let arrived = new Set<number>();
  /** Samples from `begun` to before `fed` have gone to the decoder since it was last set up. */
  let begun = 0;
  let fed = 0;
  let mustReset = true;
  let isClosed = false;

  const decoder = new VideoDecoder({
    output: (picture) => {
      // The time stamp is the rank in presentation order, so that equal or wild times do no harm.
      arrived.add(picture.timestamp);
      try {
        if (!isClosed) onPicture(picture.timestamp, picture);
      } finally {
        picture.close();
        wake();
      }
    },
    error: () => {
      failure = damaged();
      wake();
    },
  });
  decoder.addEventListener('dequeue', () => wake());

  const change = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => {
        failure ??= damaged();
        resolve();
      }, SILENCE_MS);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const keyBefore = (at: number): number => {
    let key = at;
    while (key > 0 && !samples[key]!.isKey) key -= 1;
    return key;
  };

  const restart = (at: number): void => {
    if (decoder.state !== 'unconfigured') decoder.reset();
    decoder.configure(config);
    arrived = new Set();
    begun = at;
    fed = at;
    mustReset = false;
  };

  const feed = async (): Promise<void> => {
    const { offset, size, isKey } = samples[fed]!;
    const data = new Uint8Array(await file.slice(offset, offset + size).arrayBuffer());
    if (isClosed) return;
    const timestamp = rankOf[fed]!;
    decoder.decode(new EncodedVideoChunk({ type: isKey ? 'key' : 'delta', timestamp, data }));
    fed += 1;
  };

  const run = async (index: number): Promise<void> => {
    const at = shown[index]!;
    const key = keyBefore(at);
    // Asked for again, it is no longer at hand: decode it anew. What is fed but has not arrived is on its way.
    if (mustReset || failure !== null || at < begun || key > fed || arrived.has(index)) {
      failure = null;
      restart(key);
    }
    while (!isClosed && !arrived.has(index)) {
      if (failure !== null) throw failure;
      if (decoder.decodeQueueSize >= QUEUE) await change();
      else if (fed < samples.length) await feed();
      else {
        await decoder.flush();
        mustReset = true;
        if (!arrived.has(index)) throw damaged();
      }
    }
  };

  return {
    timesMs: shown.map((at) => (samples[at]!.timeUs - firstUs) / 1000),
    async reach(index) {
      try {
        await run(index);
      } catch (error) {
        mustReset = true;
        if (isClosed) return;
        // WebCodecs throws DOMExceptions for data that its decoder cannot digest.
        throw error instanceof InputError ? error : damaged();
      }
    },
    close() {
      isClosed = true;
      if (decoder.state !== 'closed') decoder.close();
      wake();
    },
  };
}

function damaged(): InputError {
  return new InputError(
    'file-damaged',
    'A picture of the video cannot be decoded, so the file is damaged; copy or export it again.',
  );
}

async function decoderConfig(track: VideoTrack): Promise<VideoDecoderConfig> {
  if (typeof VideoDecoder === 'undefined') {
    throw new InputError(
      'decoder-missing',
      'This browser cannot decode videos picture by picture; use a current Chrome, Edge, Firefox or Safari.',
    );
  }
  const config: VideoDecoderConfig = {
    codec: track.codec,
    codedWidth: track.width,
    codedHeight: track.height,
    ...(track.description === null ? {} : { description: track.description }),
  };
  const isSupported = await VideoDecoder.isConfigSupported(config).then(
    (answer) => answer.supported === true,
    () => false,
  );
  if (!isSupported) {
    const codec = /^[\w.-]{1,40}$/.test(track.codec) ? track.codec : 'unknown';
    throw new InputError(
      'codec-unsupported',
      `This browser cannot decode the video's codec (${codec}); convert the video to H.264 (MP4) or VP9 (WebM).`,
    );
  }
  return config;
}
