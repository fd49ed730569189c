import type { AnnotationFormatName } from '../message/annotation-messages.ts';
import type { MessageFact } from '../message/message-fact.ts';
import type { Annotation, PxSize } from './annotation.ts';
import { AnnotationError } from './annotation-error.ts';

/** An annotation of an hour's clip stays far below these; a damaged or hostile file is refused by them. */
export const MOST_BYTES = 64 * 1024 * 1024;
export const MOST_FRAMES = 100_000;
export const MOST_SHAPES = 200_000;
export const MOST_POINTS = 2_000_000;
/** Pixels of all masks together, by the rectangles that they lie in. */
const MOST_MASK_PX = 400_000_000;
/** Letters of a label or a name. */
export const MOST_LETTERS = 200;

type Counted = 'frames' | 'shapes' | 'points' | 'maskPixels';

/** Counts while a file is read, so that it is refused before it fills the memory. */
export interface AnnotationCount {
  /** @throws AnnotationError `annotation-too-large` */
  add(what: Counted, count: number): void;
}

const MOST: Readonly<Record<Counted, MessageFact & { readonly most: number }>> = {
  frames: { code: 'annotationFramesTooMany', most: MOST_FRAMES },
  shapes: { code: 'annotationShapesTooMany', most: MOST_SHAPES },
  points: { code: 'annotationPointsTooMany', most: MOST_POINTS },
  maskPixels: { code: 'annotationMasksTooLarge', most: MOST_MASK_PX },
};

export function annotationCount(): AnnotationCount {
  const counted = { frames: 0, shapes: 0, points: 0, maskPixels: 0 };
  return {
    add(what, count) {
      counted[what] += count;
      if (counted[what] > MOST[what].most) throw new AnnotationError('annotation-too-large', MOST[what]);
    },
  };
}

/** @throws AnnotationError `annotation-too-large`, or `annotation-damaged` for a file of no bytes */
export function annotationBytesCheck(bytes: number, format: AnnotationFormatName): void {
  if (bytes === 0) throw annotationDamaged(format, '');
  if (bytes <= MOST_BYTES) return;
  const [megabytes, most] = [Math.ceil(bytes / 1048576), MOST_BYTES / 1048576];
  throw new AnnotationError('annotation-too-large', { code: 'annotationBytes', megabytes, most });
}

/** Refuses an annotation of more than is read. @throws AnnotationError `annotation-too-large` */
export function annotationLimit(annotation: Annotation): Annotation {
  const count = annotationCount();
  count.add('frames', annotation.frames.length);
  for (const { shapes } of annotation.frames) {
    count.add('shapes', shapes.length);
    for (const shape of shapes) {
      if (shape.kind === 'polyline' || shape.kind === 'polygon') count.add('points', shape.points.length);
      if (shape.kind !== 'mask') continue;
      count.add('maskPixels', shape.width * shape.height);
      count.add('points', shape.runs.length);
    }
  }
  return annotation;
}

/** @param place in the file, as its own fields are named; empty for the whole */
export function annotationDamaged(format: AnnotationFormatName, place: string): AnnotationError {
  return place === ''
    ? new AnnotationError('annotation-damaged', { code: 'annotationDamaged', format })
    : new AnnotationError('annotation-damaged', { code: 'annotationDamagedAt', format, place });
}

/** The size of the images by the file or else the clip. @throws AnnotationError `annotation-clip-needed` */
export function annotationSize(
  stated: PxSize | null,
  known: PxSize | null,
  format: AnnotationFormatName,
): PxSize {
  const size = stated ?? known;
  if (size !== null) return size;
  throw new AnnotationError('annotation-clip-needed', { code: 'annotationSizeMissing', format });
}
