/** Not yet in TypeScript's library: W3C, MediaStreamTrack Insertable Media Processing. */
interface TrackProcessor {
  readonly readable: ReadableStream<VideoFrame>;
}
type TrackProcessorMaker = new (init: {
  readonly track: MediaStreamTrack;
  readonly maxBufferSize?: number;
}) => TrackProcessor;

/** So many pictures wait while the worker copies one; beyond, the oldest is left out unseen. */
const BUFFERED = 4;

/** The track's pictures as a stream that a worker can take; null where the browser has none on its pages. */
export function pictureStream(track: MediaStreamTrack): ReadableStream<VideoFrame> | null {
  const { MediaStreamTrackProcessor: Maker } = globalThis as {
    readonly MediaStreamTrackProcessor?: TrackProcessorMaker;
  };
  return Maker === undefined ? null : new Maker({ track, maxBufferSize: BUFFERED }).readable;
}

/**
 * Hands over the pictures of a video one by one, where there is no such stream: each as it is shown, and none while
 * the one before is still being made.
 * @param onPicture gets the picture and its time in microseconds
 * @returns what ends it
 */
export function picturesGrab(
  video: HTMLVideoElement,
  onPicture: (picture: ImageBitmap, timeUs: number) => void,
): () => void {
  let isEnded = false;
  let handle = 0;
  const ask = (): void => {
    handle = video.requestVideoFrameCallback(async (_, { mediaTime }) => {
      const picture = await createImageBitmap(video).catch(() => null);
      if (isEnded) {
        picture?.close();
        return;
      }
      if (picture !== null) onPicture(picture, mediaTime * 1e6);
      ask();
    });
  };
  ask();
  return () => {
    isEnded = true;
    video.cancelVideoFrameCallback(handle);
  };
}
