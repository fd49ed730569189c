import type { Clip } from '../adapters/clip/clip.ts';

/** What a field for files offers to choose from; what a file really is, its bytes say. */
export const CLIP_ACCEPT =
  'video/mp4,video/quicktime,video/webm,image/png,image/jpeg,image/gif,application/dicom,.dcm,application/zip,.zip';

/**
 * Opens a person's own recording: one file, or the pictures of a sequence. Readers are fetched when they are needed.
 * @throws InputError with one sentence for whatever cannot be used.
 */
export async function clipFilesOpen(files: readonly File[]): Promise<Clip> {
  const { clipOpen } = await import('../adapters/clip/clip-open.ts');
  return clipOpen(files, {
    async zip(file) {
      const { archiveRead } = await import('../adapters/archive/archive-read.ts');
      return archiveRead(await bytesOf(file)).map(({ path, bytes }) => new File([bytes], path));
    },
    async dicom(file) {
      const { dicomRead } = await import('../adapters/dicom/dicom-read.ts');
      return dicomRead(await bytesOf(file));
    },
    async gif(file) {
      const { gifRead } = await import('../adapters/gif/gif-read.ts');
      return gifRead(await bytesOf(file));
    },
  });
}

async function bytesOf(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}
