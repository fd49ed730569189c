import { type InputVideoTrack, type VideoSample, VideoSampleSink } from 'mediabunny';
import { InputError } from '../../domain/frame/input-error.ts';
import { videoDamaged } from './video-damaged.ts';
import type { VideoTimes } from './video-times.ts';

/** Pictures that the decoder runs ahead; a jump that is no longer is decoded through. */
const AHEAD = 8;

/** Decodes single pictures of a video. */
export interface VideoDecoding {
  /**
   * Decodes until `onPicture` has got picture `index`; it gets pictures on the way too, and each is closed afterwards.
   * Calls must not overlap. @throws InputError `file-damaged`
   */
  reach(index: number): Promise<void>;
}

/** Frame-exact: forwards from picture to picture, elsewhere from the key picture before it. */
export function videoDecoding(
  track: InputVideoTrack,
  { seconds, keys }: VideoTimes,
  onPicture: (index: number, picture: VideoSample) => void,
): VideoDecoding {
  const sink = new VideoSampleSink(track);
  let samples: AsyncGenerator<VideoSample, void, unknown> | null = null;
  /** What the decoder gives next. */
  let next = 0;

  const stop = (): void => {
    samples?.return(undefined).catch(() => {});
    samples = null;
  };

  /** Between its own time and that of the one after it, so that no rounding gives its neighbour. */
  const startAt = (index: number): AsyncGenerator<VideoSample, void, unknown> => {
    const own = seconds[index]!;
    const after = seconds[index + 1];
    return sink.samples(after === undefined ? own + 1e-3 : (own + after) / 2);
  };

  /** A decoder may leave pictures out; their times tell which came. */
  const indexOf = (at: number): number => {
    let index = next;
    while (
      index + 1 < seconds.length &&
      Math.abs(seconds[index + 1]! - at) < Math.abs(seconds[index]! - at)
    ) {
      index += 1;
    }
    return index;
  };

  const run = async (index: number): Promise<void> => {
    if (samples === null || index < next || keys[index]! > next + AHEAD) {
      stop();
      samples = startAt(index);
      next = index;
    }
    while (next <= index) {
      const { value: sample } = await samples.next();
      if (sample === undefined) throw videoDamaged();
      try {
        const came = indexOf(sample.timestamp);
        if (came > index) throw videoDamaged();
        next = came + 1;
        onPicture(came, sample);
      } finally {
        sample.close();
      }
    }
  };

  return {
    async reach(index) {
      try {
        await run(index);
      } catch (error) {
        stop();
        // WebCodecs throws DOMExceptions for data that its decoder cannot digest.
        throw error instanceof InputError ? error : videoDamaged();
      }
    },
  };
}
