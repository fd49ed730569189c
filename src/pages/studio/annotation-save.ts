import type { Annotation, ClipFacts } from '../../domain/annotation/annotation.ts';
import type { WrittenFormat } from '../../domain/annotation/loss.ts';
import { ANNOTATION_TEXT_WRITE } from '../../formats/annotation/annotation-file.ts';
import { zipMake, zlibPack } from '../../formats/deflate/deflate.ts';
import { dicomSrWrite } from '../../formats/dicom-sr/dicom-sr-write.ts';
import { pngMasksWrite } from '../../formats/png-mask/png-mask-write.ts';

const ENDINGS: Readonly<Record<WrittenFormat, string>> = {
  slicer: 'json',
  'cvat-json': 'json',
  'cvat-xml': 'xml',
  coco: 'json',
  masks: 'zip',
  csv: 'csv',
  'dicom-sr': 'dcm',
};

/** The name of a file of annotations in a format. */
export function annotationFileName(format: WrittenFormat): string {
  return `annotations-${format}.${ENDINGS[format]}`;
}

/**
 * An annotation as a file: several pictures go into one zip.
 *
 * @param of the identifiers of the clip as an archive knows it; null where nobody named it
 * @throws AnnotationError where the format cannot hold it
 */
export function annotationSave(
  annotation: Annotation,
  format: WrittenFormat,
  of: ClipFacts | null,
  now: Date,
): Blob {
  const { sopClassUid, sopInstanceUid, studyInstanceUid, seriesInstanceUid } = of ?? annotation.clip;
  const clip = { ...annotation.clip, sopClassUid, sopInstanceUid, studyInstanceUid, seriesInstanceUid };
  const named = { ...annotation, clip };
  if (format === 'masks') {
    const files = pngMasksWrite(named, zlibPack).map(({ name, bytes }) => [name, bytes] as const);
    return new Blob([zipMake(Object.fromEntries(files))]);
  }
  if (format !== 'dicom-sr') return new Blob([ANNOTATION_TEXT_WRITE[format](named)]);
  const [date, time] = now.toISOString().replace(/[-:]/g, '').split(/[T.]/) as [string, string];
  return new Blob([dicomSrWrite(named, { date, time })]);
}
