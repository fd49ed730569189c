import {
  type AnnotationRead,
  type ClipFacts,
  clipJoin,
  framesOf,
  labelsOf,
  type PxSize,
  type Shape,
  type ShapeForm,
} from '../../domain/annotation/annotation.ts';
import { AnnotationError } from '../../domain/annotation/annotation-error.ts';
import {
  type AnnotationCount,
  annotationCount,
  annotationDamaged,
  annotationLimit,
  annotationSize,
} from '../../domain/annotation/annotation-limits.ts';
import type { PxPoint } from '../../domain/geometry/point.ts';
import { framesOfNames } from '../annotation/frame-names.ts';
import { jsonRead } from '../annotation/json-read.ts';
import { countsUnpack, maskFromCounts } from './coco-runs.ts';
import { type CocoAnnotation, type CocoFile, cocoSchema } from './coco-schema.ts';

const FORMAT = 'COCO';

/**
 * A file of COCO instances, whose images are those of one clip: by the numbers in their names, or else in their order.
 * Polygons, boxes, and masks as runs, packed or not.
 * @throws AnnotationError `annotation-damaged`, `annotation-clip-needed`, `annotation-too-large`
 */
export function cocoRead(text: string, clip: ClipFacts): AnnotationRead {
  const file = jsonRead(text, cocoSchema, FORMAT);
  const size = annotationSize(sizeOfAll(file), clip.size, FORMAT);
  const numbered = framesOfNames(file.images.map(({ file_name }) => file_name));
  const frameOf = new Map(file.images.map(({ id }, i) => [id, numbered?.[i] ?? i]));
  const labelOf = new Map(file.categories.map(({ id, name }) => [id, name]));
  const count = annotationCount();
  let group = file.annotations.reduce((most, { attributes }) => Math.max(most, attributes?.group ?? 0), 0);
  const drawn = file.annotations.flatMap((annotation, i) => {
    const place = `annotations[${i}]`;
    const index = frameOf.get(annotation.image_id);
    if (index === undefined) throw annotationDamaged(FORMAT, `${place}.image_id`);
    const label = labelOf.get(annotation.category_id);
    if (label === undefined) throw annotationDamaged(FORMAT, `${place}.category_id`);
    const parts = partsOf(annotation, size, place, count);
    if (parts.length > 1) group += 1;
    const own = {
      label,
      rater: annotation.attributes?.rater ?? null,
      status: annotation.attributes?.status ?? null,
      track: annotation.attributes?.track_id ?? null,
      group: annotation.attributes?.group ?? (parts.length > 1 ? group : null),
    };
    return parts.map((part) => ({ index, shape: { ...own, ...part } as Shape }));
  });
  const frames = framesOf(drawn);
  const annotation = annotationLimit({
    clip: clipJoin({}, clip),
    size,
    spacing: clip.spacing,
    sector: null,
    labels: labelsOf([...labelOf.values()], frames),
    tags: [],
    frames,
  });
  const isOrdered = numbered === null && file.images.length > 1;
  return { annotation, notes: isOrdered ? [{ code: 'annotationFramesByOrder', format: FORMAT }] : [] };
}

function sizeOfAll({ images }: CocoFile): PxSize | null {
  const [first] = images;
  if (first === undefined) return null;
  const { width, height } = first;
  if (images.some((image) => image.width !== width || image.height !== height)) {
    throw new AnnotationError('annotation-damaged', { code: 'annotationSizesDiffer', format: FORMAT });
  }
  return { width, height };
}

function partsOf(
  { segmentation, bbox, attributes }: CocoAnnotation,
  size: PxSize,
  place: string,
  count: AnnotationCount,
): readonly ShapeForm[] {
  const line = attributes?.polyline ?? null;
  if (line !== null) {
    const points = line.map(([x, y]): PxPoint => ({ x: x!, y: y! }));
    return [{ kind: 'polyline', points, breadthPx: attributes?.breadth_px ?? null }];
  }
  if (segmentation !== null && !Array.isArray(segmentation)) {
    const [height, width] = segmentation.size;
    const { counts } = segmentation;
    const lengths = typeof counts === 'string' ? countsUnpack(counts) : counts;
    if (width !== size.width || height !== size.height || lengths === null) {
      throw annotationDamaged(FORMAT, `${place}.segmentation`);
    }
    count.add('maskPixels', width * height);
    const mask = maskFromCounts(lengths, size);
    if (mask === null) throw annotationDamaged(FORMAT, `${place}.segmentation.counts`);
    return [{ kind: 'mask', ...mask }];
  }
  if (segmentation !== null && segmentation.length > 0) {
    return segmentation.map((numbers, i): ShapeForm => {
      if (numbers.length < 4 || numbers.length % 2 === 1) {
        throw annotationDamaged(FORMAT, `${place}.segmentation[${i}]`);
      }
      const points = pairs(numbers);
      return points.length === 2
        ? { kind: 'polyline', points, breadthPx: null }
        : { kind: 'polygon', points };
    });
  }
  if (bbox === null || bbox[2]! < 0 || bbox[3]! < 0) throw annotationDamaged(FORMAT, `${place}.bbox`);
  const [left, top, width, height] = bbox as [number, number, number, number];
  return [{ kind: 'box', left, top, width, height }];
}

function pairs(numbers: readonly number[]): PxPoint[] {
  return Array.from({ length: numbers.length / 2 }, (_, i) => ({
    x: numbers[2 * i]!,
    y: numbers[2 * i + 1]!,
  }));
}
