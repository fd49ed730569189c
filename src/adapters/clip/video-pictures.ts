import type { FilePictures } from './file-pictures.ts';
import { type Picture, type Pictures, type PicturesOpen, pictureOfSize } from './picture.ts';
import { videoReader } from './video-reader.ts';
import { SCALED_NOTE } from './video-times.ts';

type OnPicture = Parameters<PicturesOpen>[0];

/** A video's pictures, whose times are all known before any is decoded. */
export async function videoPictures(file: Blob, kind: 'mp4' | 'webm'): Promise<FilePictures> {
  // The worker that looked the file through is the first to read its pictures too.
  let onPicture: OnPicture = () => {};
  const reader = await videoReader(file, kind, null, (index, picture) => onPicture(index, picture));
  let spare: Pictures | null = reader;
  const { times } = reader;
  /** Of the first picture that was decoded; those of another size are scaled to it. */
  let first: Pick<Picture, 'width' | 'height'> | null = null;
  /** By code: what a worker said is told once, whoever says it again. */
  const notes = new Map(times.notes.map((note) => [note.code, note]));
  const scaling =
    (listener: OnPicture): OnPicture =>
    (index, picture) => {
      first ??= { width: picture.width, height: picture.height };
      const scaled = pictureOfSize(picture, first);
      // Of most codecs the packets do not tell the size: it is seen when they are decoded.
      if (scaled !== picture) notes.set(SCALED_NOTE.code, SCALED_NOTE);
      listener(index, scaled);
    };
  return {
    kind: 'clip',
    timesMs: times.timesMs,
    tagsRemoved: [],
    get notes() {
      return [...notes.values()];
    },
    region: null,
    scale: null,
    async open(listener) {
      if (spare === null) return videoReader(file, kind, times, scaling(listener));
      const taken = spare;
      spare = null;
      onPicture = scaling(listener);
      return taken;
    },
  };
}
