import type { FilePictures } from './file-pictures.ts';
import type { Pictures, PicturesOpen } from './picture.ts';
import { videoReader } from './video-reader.ts';

/** A video's pictures, whose times are all known before any is decoded. */
export async function videoPictures(file: Blob, kind: 'mp4' | 'webm'): Promise<FilePictures> {
  // The worker that looked the file through is the first to read its pictures too.
  let onPicture: Parameters<PicturesOpen>[0] = () => {};
  const reader = await videoReader(file, kind, null, (index, picture) => onPicture(index, picture));
  let spare: Pictures | null = reader;
  const { times } = reader;
  const first = times.seconds[0]!;
  return {
    kind: 'clip',
    timesMs: times.seconds.map((seconds) => Math.round((seconds - first) * 1e6) / 1000),
    tagsRemoved: [],
    region: null,
    scale: null,
    async open(listener) {
      if (spare === null) return videoReader(file, kind, times, listener);
      const taken = spare;
      spare = null;
      onPicture = listener;
      return taken;
    },
  };
}
