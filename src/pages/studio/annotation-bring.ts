import type { AnnotationRead, ClipFacts } from '../../domain/annotation/annotation.ts';
import { annotationBytesCheck, MOST_BYTES } from '../../domain/annotation/annotation-limits.ts';
import { annotationFits, annotationInside } from '../../domain/annotation/clip-fit.ts';
import type { Sector } from '../../domain/geometry/sector.ts';
import type { KeyClip } from '../../domain/scenario/expert-key.ts';
import { clipFactsOf } from '../../domain/studio/key-annotation.ts';
import { annotationTextRead } from '../../formats/annotation/annotation-file.ts';
import { zlibOpen } from '../../formats/deflate/deflate.ts';
import { pngMasksRead } from '../../formats/png-mask/png-mask-read.ts';

/** Annotations, and where in the body the pixels lie that they were drawn on. */
export interface AnnotationBrought extends AnnotationRead {
  readonly sector: Sector;
}

/**
 * The annotations in one file, or in masks with or without the file that says what they show.
 *
 * @param whole the clip in its recording's own pictures, which other programs show
 * @param kept the clip as it is kept here, cut to the sector, which a file may be about as well
 * @throws AnnotationError where it is none that is read, or of another clip
 */
export async function annotationBring(
  files: readonly File[],
  whole: KeyClip,
  kept: KeyClip,
): Promise<AnnotationBrought> {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  // Before it is read at all; what is in it is counted by who reads it.
  if (bytes > MOST_BYTES) annotationBytesCheck(bytes, 'PNG');
  const given = await Promise.all(files.map(bytesOf));
  const ofWhole = annotationRead(given, clipFactsOf(whole));
  const { width, height } = ofWhole.annotation.size;
  const isOfKept = width === kept.widthPx && height === kept.heightPx;
  const clip = isOfKept ? kept : whole;
  const facts = clipFactsOf(clip);
  const read = isOfKept ? annotationRead(given, facts) : ofWhole;
  // One that says where in the body its pixels lie fits whatever the size of its images.
  annotationFits(read.annotation, read.annotation.sector === null ? facts : { ...facts, size: null });
  annotationInside(read.annotation);
  return { ...read, sector: clip.sector };
}

function annotationRead(files: readonly NamedBytes[], clip: ClipFacts): AnnotationRead {
  const [first] = files;
  return first === undefined || files.some(({ name }) => /\.png$/i.test(name))
    ? pngMasksRead(files, clip, zlibOpen)
    : annotationTextRead(new TextDecoder().decode(first.bytes), first.name, clip);
}

interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

async function bytesOf(file: File): Promise<NamedBytes> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
