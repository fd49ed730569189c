import type { Annotation, PolygonShape, PxSize, Shape } from '../../domain/annotation/annotation.ts';
import { shapeCorners } from '../../domain/annotation/clip-fit.ts';
import { lineOutline } from '../../domain/annotation/line-outline.ts';
import type { PxPoint } from '../../domain/geometry/point.ts';
import { frameName } from '../annotation/frame-names.ts';
import { textBytes } from '../annotation/json-read.ts';
import { countsOfMask } from './coco-runs.ts';

/**
 * An annotation as COCO instances: an image for each frame in which something is drawn, named by its index. Polygons of
 * one group are one instance. COCO has no lines: each becomes an area as broad as it, and stays as it was beside that,
 * in `attributes`.
 */
export function cocoWrite(annotation: Annotation): Uint8Array<ArrayBuffer> {
  const { size, labels, frames } = annotation;
  const categories = labels.map((name, i) => ({ id: i + 1, name, supercategory: '' }));
  const images = frames.map(({ index }, i) => ({ id: i + 1, ...size, file_name: frameName(index) }));
  const annotations = frames
    .flatMap(({ shapes }, i) => instancesOf(shapes).map((instance) => ({ image: i + 1, instance })))
    .map(({ image, instance }, i) => ({
      id: i + 1,
      image_id: image,
      category_id: labels.indexOf(instance[0]!.label) + 1,
      ...areaOf(instance, annotation),
      iscrowd: 0,
      attributes: attributesOf(instance[0]!),
    }));
  return textBytes(`${JSON.stringify({ images, annotations, categories })}\n`);
}

/** Shapes that are one instance: polygons of one group, label, rater and track; all others by themselves. */
function instancesOf(shapes: readonly Shape[]): readonly (readonly Shape[])[] {
  const instances = new Map<string, Shape[]>();
  for (const [i, shape] of shapes.entries()) {
    const { kind, group, label, rater, track } = shape;
    const key = kind !== 'polygon' || group === null ? `${i}` : JSON.stringify([group, label, rater, track]);
    const instance = instances.get(key);
    if (instance === undefined) instances.set(key, [shape]);
    else instance.push(shape);
  }
  return [...instances.values()];
}

function areaOf(instance: readonly Shape[], { size, spacing }: Annotation): object {
  const [shape] = instance;
  switch (shape!.kind) {
    case 'polygon': {
      const outlines = (instance as readonly PolygonShape[]).map(({ points }) => points);
      return outlinesArea(outlines);
    }
    case 'polyline':
      return outlinesArea([lineOutline(shape!, spacing)]);
    case 'box':
      return {
        segmentation: [],
        bbox: [shape!.left, shape!.top, shape!.width, shape!.height],
        area: shape!.width * shape!.height,
      };
    case 'mask':
      return maskArea(shape!, size);
  }
}

function outlinesArea(outlines: readonly (readonly PxPoint[])[]): object {
  return {
    segmentation: outlines.map((points) => points.flatMap(({ x, y }) => [x, y])),
    bbox: boxOf(outlines.flat()),
    area: outlines.reduce((sum, points) => sum + areaWithin(points), 0),
  };
}

function maskArea(mask: Extract<Shape, { kind: 'mask' }>, size: PxSize): object {
  return {
    segmentation: { counts: countsOfMask(mask, size), size: [size.height, size.width] },
    bbox: boxOf(shapeCorners(mask)),
    area: mask.runs.reduce((sum, run, i) => sum + (i % 2 === 1 ? run : 0), 0),
  };
}

function boxOf(points: readonly PxPoint[]): readonly number[] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return [left, top, right - left, bottom - top];
}

/** By the shoelace formula, in square pixels. */
function areaWithin(points: readonly PxPoint[]): number {
  let twice = 0;
  let before = points.at(-1)!;
  for (const point of points) {
    twice += before.x * point.y - point.x * before.y;
    before = point;
  }
  return Math.abs(twice) / 2;
}

function attributesOf(shape: Shape): object {
  const { rater, status, track, group } = shape;
  return {
    ...(rater === null ? {} : { rater }),
    ...(status === null ? {} : { status }),
    ...(track === null ? {} : { track_id: track }),
    ...(group === null ? {} : { group }),
    ...(shape.kind === 'polyline' ? { polyline: shape.points.map(({ x, y }) => [x, y]) } : {}),
    ...(shape.kind === 'polyline' && shape.breadthPx !== null ? { breadth_px: shape.breadthPx } : {}),
  };
}
