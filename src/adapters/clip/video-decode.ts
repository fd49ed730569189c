import { type InputVideoTrack, type VideoSample, VideoSampleSink } from 'mediabunny';
import { InputError } from '../../formats/files/input-error.ts';
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

/** To the very picture: forwards from one to the next, elsewhere from the key picture before it. */
export function videoDecoding(
  track: InputVideoTrack,
  { places, seconds, seeks, keys, isCounted }: VideoTimes,
  onPicture: (index: number, picture: VideoSample) => void,
): VideoDecoding {
  const sink = new VideoSampleSink(track);
  let samples: AsyncGenerator<VideoSample, void, unknown> | null = null;
  /** Place of what the decoder gives next. */
  let next = 0;

  const stop = (): void => {
    samples?.return(undefined).catch(() => {});
    samples = null;
  };

  /** Picture of each place that is shown. */
  const indices = new Map(places.map((place, index) => [place, index]));

  /**
   * Where decoding begins for a place. Counting needs the key picture itself; elsewhere pictures before the place are
   * decoded and never given, but for those of its own time.
   */
  const startOf = (place: number): number => {
    if (isCounted) return keys[place]!;
    let first = place;
    while (first > 0 && seconds[first - 1] === seconds[place]) first -= 1;
    return first;
  };

  /** A decoder may leave pictures out; their times tell which came. */
  const placeOf = (at: number): number => {
    let place = next;
    if (isCounted) return place;
    while (
      place + 1 < seconds.length &&
      Math.abs(seconds[place + 1]! - at) < Math.abs(seconds[place]! - at)
    ) {
      place += 1;
    }
    return place;
  };

  const run = async (wanted: number): Promise<void> => {
    if (samples === null || wanted < next || keys[wanted]! > next + AHEAD) {
      stop();
      next = startOf(wanted);
      samples = sink.samples(seeks[next]!);
    }
    while (next <= wanted) {
      const { value: sample } = await samples.next();
      if (sample === undefined) throw videoDamaged();
      try {
        const came = placeOf(sample.timestamp);
        if (came > wanted) throw videoDamaged();
        next = came + 1;
        const index = indices.get(came);
        if (index !== undefined) onPicture(index, sample);
      } finally {
        sample.close();
      }
    }
  };

  return {
    async reach(index) {
      try {
        await run(places[index]!);
      } catch (error) {
        stop();
        // WebCodecs throws DOMExceptions for data that its decoder cannot digest.
        throw error instanceof InputError ? error : videoDamaged();
      }
    },
  };
}
