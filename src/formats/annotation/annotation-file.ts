import type { Annotation, AnnotationRead, ClipFacts } from '../../domain/annotation/annotation.ts';
import { AnnotationError } from '../../domain/annotation/annotation-error.ts';
import type { WrittenFormat } from '../../domain/annotation/loss.ts';
import { csvRead, csvWrite, isAnnotationCsv } from '../annotation-csv/annotation-csv.ts';
import { cocoRead } from '../coco/coco-read.ts';
import { cocoWrite } from '../coco/coco-write.ts';
import { cvatJsonRead } from '../cvat/cvat-json-read.ts';
import { cvatJsonWrite } from '../cvat/cvat-json-write.ts';
import { cvatXmlRead } from '../cvat/cvat-xml-read.ts';
import { cvatXmlWrite } from '../cvat/cvat-xml-write.ts';
import { slicerRead } from '../slicer/slicer-read.ts';
import { slicerWrite } from '../slicer/slicer-write.ts';

/** The formats of annotations that are one text file. */
export type TextFormat = Exclude<WrittenFormat, 'masks' | 'dicom-sr'>;

/** So many letters of the beginning tell formats apart; fields of JSON may come in any order and are looked for in all. */
const BEGINNING = 2000;

/** The format of a text by what is in it, whatever its name says; null where it is none that is known. */
export function textFormat(text: string): TextFormat | null {
  const begin = text
    .slice(0, BEGINNING)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (begin.startsWith('<')) return /<annotations[\s>]/.test(text) ? 'cvat-xml' : null;
  if (!begin.startsWith('{') && !begin.startsWith('[')) return isAnnotationCsv(begin) ? 'csv' : null;
  if (text.includes('"frame_annotations"')) return 'slicer';
  if (text.includes('"categories"') && text.includes('"annotations"')) return 'coco';
  return /"(shapes|tracks)"/.test(text) ? 'cvat-json' : null;
}

/**
 * The annotation in a text of any format that is read.
 * @param name of the file, for what only that says, and for its sentence
 * @throws AnnotationError
 */
export function annotationTextRead(text: string, name: string, clip: ClipFacts): AnnotationRead {
  switch (textFormat(text)) {
    case 'slicer':
      return slicerRead(text, clip, name);
    case 'coco':
      return cocoRead(text, clip);
    case 'cvat-json':
      return cvatJsonRead(text, clip);
    case 'cvat-xml':
      return cvatXmlRead(text, clip);
    case 'csv':
      return csvRead(text, clip);
    case null:
      throw new AnnotationError('annotation-unknown', {
        code: isJsonDamaged(text) ? 'annotationJsonDamaged' : 'annotationUnknown',
        name,
      });
  }
}

/** Whether a text begins as JSON does and is none: what tells its format may be what is missing. */
function isJsonDamaged(text: string): boolean {
  if (!/^\uFEFF?\s*[{[]/.test(text)) return false;
  try {
    JSON.parse(text.replace(/^\uFEFF/, ''));
    return false;
  } catch {
    return true;
  }
}

export const ANNOTATION_TEXT_WRITE: Readonly<
  Record<TextFormat, (annotation: Annotation) => Uint8Array<ArrayBuffer>>
> = {
  slicer: slicerWrite,
  coco: cocoWrite,
  'cvat-json': cvatJsonWrite,
  'cvat-xml': cvatXmlWrite,
  csv: csvWrite,
};
