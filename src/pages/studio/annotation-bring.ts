import type { AnnotationRead, ClipFacts } from '../../domain/annotation/annotation.ts';
import { annotationBytesCheck, MOST_BYTES } from '../../domain/annotation/annotation-limits.ts';
import { annotationFits, annotationInside } from '../../domain/annotation/clip-fit.ts';
import { annotationTextRead } from '../../formats/annotation/annotation-file.ts';
import { zlibOpen } from '../../formats/deflate/deflate.ts';
import { pngMasksRead } from '../../formats/png-mask/png-mask-read.ts';

/**
 * The annotations in one file, or in masks with or without the file that says what they show.
 *
 * @throws AnnotationError where it is none that is read, or of another clip
 */
export async function annotationBring(files: readonly File[], clip: ClipFacts): Promise<AnnotationRead> {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  // Before it is read at all; what is in it is counted by who reads it.
  if (bytes > MOST_BYTES) annotationBytesCheck(bytes, 'PNG');
  const [first] = files;
  const isMasks = files.some(({ name }) => /\.png$/i.test(name));
  const read =
    first === undefined || isMasks
      ? pngMasksRead(await Promise.all(files.map(bytesOf)), clip, zlibOpen)
      : annotationTextRead(await first.text(), first.name, clip);
  // One that says where in the body its pixels lie fits whatever the size of its images.
  annotationFits(read.annotation, read.annotation.sector === null ? clip : { ...clip, size: null });
  annotationInside(read.annotation);
  return read;
}

async function bytesOf(file: File): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
