import type { PxPoint } from '../geometry/point.ts';
import type { Annotation, ClipFacts, PxSize, Shape } from './annotation.ts';
import { AnnotationError } from './annotation-error.ts';

/** So far beyond the border, in pixels, the corner of the last pixel may be written by rounding. */
const BORDER_SLIP_PX = 1;

/**
 * Refuses an annotation of another clip: where both state them, the identifiers and the size of the images have to be
 * the same, and no frame may lie behind the clip's last.
 * @throws AnnotationError `annotation-foreign`
 */
export function annotationFits(annotation: Annotation, clip: ClipFacts): void {
  const own = annotation.clip.sopInstanceUid;
  if (own !== null && clip.sopInstanceUid !== null && own !== clip.sopInstanceUid) {
    throw new AnnotationError('annotation-foreign', { code: 'annotationForeignUid' });
  }
  const { size } = annotation;
  if (clip.size !== null && (size.width !== clip.size.width || size.height !== clip.size.height)) {
    const [clipWidth, clipHeight] = [clip.size.width, clip.size.height];
    throw new AnnotationError('annotation-foreign', {
      code: 'annotationForeignSize',
      ...size,
      clipWidth,
      clipHeight,
    });
  }
  const images = clip.frames ?? annotation.clip.frames;
  const last = annotation.frames.at(-1)?.index ?? 0;
  if (images !== null && last >= images) {
    throw new AnnotationError('annotation-foreign', {
      code: 'annotationForeignFrame',
      image: last + 1,
      images,
    });
  }
}

/** Corners of a shape, or of the rectangle that it lies in. */
export function shapeCorners(shape: Shape): readonly PxPoint[] {
  if (shape.kind === 'polyline' || shape.kind === 'polygon') return shape.points;
  const { left, top, width, height } = shape;
  return [
    { x: left, y: top },
    { x: left + width, y: top },
    { x: left + width, y: top + height },
    { x: left, y: top + height },
  ];
}

function isWithin({ x, y }: PxPoint, { width, height }: PxSize): boolean {
  const slip = BORDER_SLIP_PX;
  return x >= -slip && y >= -slip && x <= width + slip && y <= height + slip;
}

/**
 * Refuses an annotation of which points lie outside of the image, naming the first such shape and how many there are:
 * they would be drawn elsewhere or not at all, and mostly tell a wrong clip or a wrong size of a pixel.
 * @throws AnnotationError `annotation-outside`
 */
export function annotationInside(annotation: Annotation): void {
  const outside = annotation.frames.flatMap(({ index, shapes }) =>
    shapes
      .filter((shape) => shapeCorners(shape).some((corner) => !isWithin(corner, annotation.size)))
      .map(({ label }) => ({ index, label })),
  );
  const [first] = outside;
  if (first === undefined) return;
  throw new AnnotationError('annotation-outside', {
    code: 'annotationOutside',
    label: first.label,
    image: first.index + 1,
    count: outside.length,
  });
}

/** The annotation with every point brought to the nearest place within the image. */
export function annotationClamp(annotation: Annotation): Annotation {
  const { width, height } = annotation.size;
  const clampX = (x: number): number => Math.max(0, Math.min(width, x));
  const clampY = (y: number): number => Math.max(0, Math.min(height, y));
  const clamp = (shape: Shape): Shape => {
    switch (shape.kind) {
      case 'polyline':
      case 'polygon':
        return { ...shape, points: shape.points.map(({ x, y }) => ({ x: clampX(x), y: clampY(y) })) };
      case 'box': {
        const [left, top] = [clampX(shape.left), clampY(shape.top)];
        const right = clampX(shape.left + shape.width);
        return { ...shape, left, top, width: right - left, height: clampY(shape.top + shape.height) - top };
      }
      case 'mask':
        return shape;
    }
  };
  return {
    ...annotation,
    frames: annotation.frames.map(({ index, shapes }) => ({ index, shapes: shapes.map(clamp) })),
  };
}
