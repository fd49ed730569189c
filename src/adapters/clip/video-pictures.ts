import type { FilePictures } from './file-pictures.ts';
import { videoReader } from './video-reader.ts';

/** A video's pictures, whose times are all known before any is decoded. */
export async function videoPictures(file: Blob, kind: 'mp4' | 'webm'): Promise<FilePictures> {
  const { times, close } = await videoReader(file, kind, null, () => {});
  close();
  const first = times.seconds[0]!;
  return {
    kind: 'clip',
    timesMs: times.seconds.map((seconds) => Math.round((seconds - first) * 1e6) / 1000),
    tagsRemoved: [],
    region: null,
    mmPerPx: null,
    open: (onPicture) => videoReader(file, kind, times, onPicture),
  };
}
