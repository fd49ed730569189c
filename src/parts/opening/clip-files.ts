import type { Clip } from '../../adapters/clip/clip.ts';
import type { ClipChoice } from '../../adapters/clip/clip-choice.ts';
import type { Opening } from '../../adapters/clip/clip-opening.ts';
import { partLoad } from '../../ui/part-load.ts';

/** The types that a field for files offers; what a file really is, its bytes say. */
export const CLIP_ACCEPT =
  'video/mp4,video/quicktime,video/webm,image/png,image/jpeg,image/gif,application/dicom,.dcm,application/zip,.zip';

/**
 * Opens a person's own recording: one file, or the pictures of a sequence; where there are several in it they are to be
 * chosen from. Readers are fetched when they are needed.
 * @throws InputError for whatever cannot be used, AbortError
 */
export async function clipFilesOpen(files: readonly File[], opening?: Opening): Promise<Clip | ClipChoice> {
  const { clipOpen } = await partLoad(() => import('../../adapters/clip/clip-open.ts'));
  return clipOpen(
    files,
    {
      async zip(file, signal) {
        const { archiveOpen } = await partLoad(() => import('../../adapters/archive/client/archive-open.ts'));
        return archiveOpen(file, { signal });
      },
      async dicom(file, signal) {
        const { dicomOpen } = await partLoad(() => import('../../adapters/dicom/client/dicom-open.ts'));
        return dicomOpen(file, signal);
      },
      async gif(file, signal) {
        const { gifOpen } = await partLoad(() => import('../../adapters/gif/gif-open.ts'));
        return gifOpen(file, signal);
      },
    },
    opening,
  );
}
