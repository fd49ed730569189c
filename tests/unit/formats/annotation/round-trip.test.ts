import { deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Annotation,
  CLIP_UNKNOWN,
  type ClipFacts,
  type Shape,
  shapesOf,
} from '../../../../src/domain/annotation/annotation.ts';
import { shapeCorners } from '../../../../src/domain/annotation/clip-fit.ts';
import { lineWay } from '../../../../src/domain/annotation/line-way.ts';
import { maskPixels } from '../../../../src/domain/annotation/mask-runs.ts';
import {
  ANNOTATION_TEXT_WRITE,
  annotationTextRead,
  type TextFormat,
  textFormat,
} from '../../../../src/formats/annotation/annotation-file.ts';
import { pngMasksRead } from '../../../../src/formats/png-mask/png-mask-read.ts';
import { pngMasksWrite } from '../../../../src/formats/png-mask/png-mask-write.ts';
import {
  ALONE,
  annotationDrawn,
  annotationOf,
  FAN,
  SIZE,
  SPACING,
} from '../../../support/annotation-make.ts';
import { repetitions } from '../../../support/repetitions.ts';

/** An annotation that is written and read again: nothing moves further than half a pixel. */

const NEAR_PX = 0.5;
const RUNS = { numRuns: repetitions(30, 1000) };
const clip: ClipFacts = { ...CLIP_UNKNOWN, size: SIZE, spacing: SPACING };

function again(annotation: Annotation, format: TextFormat): Annotation {
  const text = new TextDecoder().decode(ANNOTATION_TEXT_WRITE[format](annotation));
  expect(textFormat(text)).toBe(format);
  return annotationTextRead(text, 'x.json', clip).annotation;
}

function isNear(shape: Shape, other: Shape): boolean {
  const corners = shapeCorners(shape);
  const others = shapeCorners(other);
  return (
    corners.length === others.length &&
    corners.every(({ x, y }, i) => Math.hypot(x - others[i]!.x, y - others[i]!.y) <= NEAR_PX)
  );
}

/** Every shape, by its place in each frame, but for tracks of a single frame. */
function sameExpect(read: Annotation, annotation: Annotation): void {
  expect(read.size).toEqual(annotation.size);
  expect(read.frames.map(({ index }) => index)).toEqual(annotation.frames.map(({ index }) => index));
  for (const [i, { shapes }] of annotation.frames.entries()) {
    const others = read.frames[i]!.shapes;
    expect(others).toHaveLength(shapes.length);
    for (const [k, shape] of shapes.entries()) {
      const { kind, label, rater, status, group } = shape;
      expect(others[k]).toMatchObject({ kind, label, rater, status, group });
      expect(isNear(shape, others[k]!)).toBe(true);
      if (shape.kind === 'mask') expect(others[k]).toMatchObject({ runs: shape.runs });
      if (shape.kind === 'polyline') expect(others[k]).toMatchObject({ breadthPx: shape.breadthPx });
    }
  }
}

describe('what is written and read again', () => {
  it.each(['cvat-json', 'cvat-xml'] as const)('is the same in %s', (format) => {
    fc.assert(
      fc.property(annotationDrawn, (annotation) => sameExpect(again(annotation, format), annotation)),
      RUNS,
    );
  });

  it('is the same in COCO, polygons of one group as one instance', () => {
    fc.assert(
      fc.property(annotationDrawn, (annotation) => {
        // Those of one group need not follow each other, and come out together.
        const apart = {
          ...annotation,
          frames: annotation.frames.map(({ index, shapes }) => ({
            index,
            shapes: shapes.map((shape) => (shape.kind === 'polygon' ? { ...shape, group: null } : shape)),
          })),
        };
        sameExpect(again(apart, 'coco'), apart);
      }),
      RUNS,
    );
  });

  it('is the same in CSV but for who judged, and for masks, which become their outlines', () => {
    fc.assert(
      fc.property(annotationDrawn, (annotation) => {
        const read = again(annotation, 'csv');
        const unsigned = {
          ...annotation,
          frames: annotation.frames.map(({ index, shapes }, i) => ({
            index,
            shapes: shapes.map((shape, k): Shape => {
              const { status } = shape;
              const plain = {
                ...shape,
                status: status === null ? null : { ...status, adjudicator: null, timestamp: null },
              };
              if (plain.kind !== 'mask') return plain;
              expect(read.frames[i]!.shapes[k]!.kind).toBe('polygon');
              return read.frames[i]!.shapes[k]!;
            }),
          })),
        };
        sameExpect(read, unsigned);
      }),
      RUNS,
    );
  });

  it('has the same pleural lines and B-lines across in SlicerUltrasound, and nothing else', () => {
    fc.assert(
      fc.property(annotationDrawn, (annotation) => {
        const isHeld = (shape: Shape): boolean =>
          shape.kind === 'polyline' &&
          (shape.label === 'pleural_line' ||
            (shape.label === 'b_line' && lineWay(shape.points, null) === 'across'));
        const frames = annotation.frames
          .map(({ index, shapes }) => ({
            index,
            shapes: [
              ...shapes.filter((shape) => isHeld(shape) && shape.label === 'pleural_line'),
              ...shapes.filter((shape) => isHeld(shape) && shape.label === 'b_line'),
            ].map((shape) => ({ ...shape, group: null, breadthPx: null })),
          }))
          .filter(({ shapes }) => shapes.length > 0);
        fc.pre(frames.length > 0);
        const kept = { ...annotation, spacing: SPACING, frames };
        sameExpect(again(kept, 'slicer'), kept);
      }),
      { numRuns: repetitions(30, 1000) },
    );
  });

  it('is the same thing through its frames in CVAT', () => {
    const line = (index: number, track: number) => ({
      index,
      shape: {
        ...ALONE,
        track,
        kind: 'polyline' as const,
        label: 'b_line',
        breadthPx: null,
        points: [
          { x: 10 + index, y: 8 },
          { x: 12, y: 30 + track },
        ],
      },
    });
    const drawn = [line(2, 7), line(3, 7), line(6, 7), line(3, 9), line(4, 9)];
    const annotation = annotationOf(drawn);
    for (const format of ['cvat-json', 'cvat-xml'] as const) {
      const read = again(annotation, format);
      const things = new Map<number | null, readonly number[]>();
      for (const { index, shapes } of read.frames) {
        for (const { track } of shapes) things.set(track, [...(things.get(track) ?? []), index]);
      }
      // The pause of the first is no frame of it.
      expect([...things.values()].map((indices) => indices.join(' ')).sort()).toEqual(['2 3 6', '3 4']);
      expect(things.has(null)).toBe(false);
    }
  });

  it('is the same pixels in masks, and the geometry beside them', () => {
    const mask = {
      ...ALONE,
      rater: 'ann',
      kind: 'mask' as const,
      label: 'consolidation',
      left: 30,
      top: 20,
      width: 3,
      height: 2,
      runs: [0, 2, 2, 2],
    };
    const kept = { ...mask, label: 'thymus', left: 40, top: 40, width: 1, height: 1, runs: [0, 1] };
    const annotation = annotationOf(
      [
        { index: 5, shape: mask },
        { index: 5, shape: kept },
        { index: 7, shape: mask },
      ],
      { spacing: SPACING, sector: FAN, tags: ['zone/L1'] },
    );
    const files = pngMasksWrite(annotation, (bytes) => deflateSync(bytes));
    expect(files.map(({ name }) => name)).toEqual(['masks.json', 'frame_000005.png', 'frame_000007.png']);
    const { annotation: read, notes } = pngMasksRead(files, CLIP_UNKNOWN, inflate);
    expect(notes).toEqual([]);
    expect(read.frames).toEqual(annotation.frames);
    expect(read).toMatchObject({ size: SIZE, spacing: SPACING, sector: FAN, tags: ['zone/L1'] });
  });

  it('draws lines of masks as broad as they are', () => {
    const annotation = annotationOf([
      {
        index: 0,
        shape: {
          ...ALONE,
          kind: 'polyline',
          label: 'a_line',
          breadthPx: 4,
          points: [
            { x: 10, y: 20 },
            { x: 50, y: 20 },
          ],
        },
      },
    ]);
    const files = pngMasksWrite(annotation, (bytes) => deflateSync(bytes));
    const [shape] = shapesOf(pngMasksRead(files, CLIP_UNKNOWN, inflate).annotation);
    expect(shape).toMatchObject({ kind: 'mask', label: 'a_line', top: 18, height: 4 });
    if (shape?.kind !== 'mask') throw new Error('no mask');
    const middle = maskPixels(shape).filter((_, at) => at % shape.width === 20);
    expect([...middle]).toEqual([1, 1, 1, 1]);
  });
});

function inflate(packed: Uint8Array, most: number): Uint8Array {
  return inflateSync(packed, { maxOutputLength: most });
}
