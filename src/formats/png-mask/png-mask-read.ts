import {
  type AnnotationRead,
  type ClipFacts,
  clipJoin,
  framesOf,
  labelsOf,
  type Shape,
} from '../../domain/annotation/annotation.ts';
import { AnnotationError } from '../../domain/annotation/annotation-error.ts';
import {
  annotationBytesCheck,
  annotationCount,
  annotationDamaged,
  annotationLimit,
} from '../../domain/annotation/annotation-limits.ts';
import { maskCut } from '../../domain/annotation/mask-runs.ts';
import { MAX_SIDE_PX } from '../../domain/frame/side-limit.ts';
import type { MessageFact } from '../../domain/message/message-fact.ts';
import { framesOfNames } from '../annotation/frame-names.ts';
import { jsonRead } from '../annotation/json-read.ts';
import { type IndexPicture, type Inflate, indexPngRead } from '../png/index-png.ts';
import { MASKS_JSON, type MasksFile, masksSchema } from './png-mask-schema.ts';

const FORMAT = 'PNG';

interface MaskFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Masks {
  readonly json: MasksFile | null;
  readonly pictures: readonly { readonly index: number; readonly picture: IndexPicture }[];
  readonly notes: readonly MessageFact[];
}

/**
 * Masks as `pngMasksWrite` makes them, or PNGs alone, whose frames are then by the numbers in their names or their order,
 * and whose values are labels by themselves: `value 1`. Each value of a frame becomes one mask.
 * @throws AnnotationError `annotation-damaged`, `annotation-too-large`
 */
export function pngMasksRead(files: readonly MaskFile[], clip: ClipFacts, inflate: Inflate): AnnotationRead {
  const { json, pictures, notes } = masksRead(files, inflate);
  const size = json?.size ?? sizeOf(pictures) ?? clip.size;
  if (
    size === null ||
    pictures.some(({ picture }) => picture.width !== size.width || picture.height !== size.height)
  ) {
    throw new AnnotationError('annotation-damaged', { code: 'annotationSizesDiffer', format: FORMAT });
  }
  const rater = json?.raters.length === 1 ? json.raters[0]! : null;
  const count = annotationCount();
  const drawn = pictures.flatMap(({ index, picture }) => {
    const values = [...new Set(picture.values)].filter((value) => value !== 0).sort((a, b) => a - b);
    return values.map((value): { readonly index: number; readonly shape: Shape } => {
      const label = json === null ? `value ${value}` : json.labels[String(value)];
      if (label === undefined) throw annotationDamaged(FORMAT, `labels.${value}`);
      const area = maskCut(size, (at) => picture.values[at] === value)!;
      count.add('maskPixels', area.width * area.height);
      const said = { label, rater, status: null, track: null, group: null };
      return { index, shape: { ...said, kind: 'mask', ...area } };
    });
  });
  const frames = framesOf(drawn);
  const annotation = annotationLimit({
    clip: clipJoin(json?.clip ?? {}, clip),
    size,
    spacing: json?.spacing ?? clip.spacing,
    sector: json?.sector ?? null,
    labels: labelsOf(Object.values(json?.labels ?? {}), frames),
    tags: json?.tags ?? [],
    frames,
  });
  return { annotation, notes };
}

function sizeOf(pictures: Masks['pictures']) {
  const [first] = pictures;
  return first === undefined ? null : { width: first.picture.width, height: first.picture.height };
}

function masksRead(files: readonly MaskFile[], inflate: Inflate): Masks {
  annotationBytesCheck(
    files.reduce((sum, { bytes }) => sum + bytes.length, 0),
    FORMAT,
  );
  const about = files.find(({ name }) => name === MASKS_JSON);
  if (about === undefined) {
    const pngs = files.filter(({ name }) => /\.png$/i.test(name));
    const numbered = framesOfNames(pngs.map(({ name }) => name));
    const pictures = pngs.map((file, i) => ({
      index: numbered?.[i] ?? i,
      picture: pictureRead(file, inflate),
    }));
    const isOrdered = numbered === null && pngs.length > 1;
    return {
      json: null,
      pictures,
      notes: isOrdered ? [{ code: 'annotationFramesByOrder', format: FORMAT }] : [],
    };
  }
  const json = jsonRead(new TextDecoder().decode(about.bytes), masksSchema, FORMAT);
  const pictures = json.frames.map(({ index, file: name }) => {
    const file = files.find((each) => each.name === name);
    if (file !== undefined) return { index, picture: pictureRead(file, inflate) };
    throw new AnnotationError('annotation-damaged', { code: 'annotationPngMissing', name });
  });
  return { json, pictures, notes: [] };
}

function pictureRead({ name, bytes }: MaskFile, inflate: Inflate): IndexPicture {
  const picture = indexPngRead(bytes, MAX_SIDE_PX, inflate);
  if (picture === 'damaged') throw annotationDamaged(FORMAT, name);
  if (picture !== 'kind') return picture;
  throw new AnnotationError('annotation-damaged', { code: 'annotationPngKind', name });
}
