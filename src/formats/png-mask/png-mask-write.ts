import type { AnnotatedFrame, Annotation, PxSize, Shape } from '../../domain/annotation/annotation.ts';
import { AnnotationError } from '../../domain/annotation/annotation-error.ts';
import { shapeCorners } from '../../domain/annotation/clip-fit.ts';
import { findingOfLabel } from '../../domain/annotation/label-map.ts';
import { breadthOf } from '../../domain/annotation/line-outline.ts';
import { maskOutline } from '../../domain/annotation/mask-runs.ts';
import { markOrder, marksFromShapes } from '../../domain/annotation/shape-marks.ts';
import { FINDING_INDEX, FINDINGS, MARKABLE_FINDINGS } from '../../domain/findings/finding.ts';
import type { LinearSector, Sector } from '../../domain/geometry/sector.ts';
import type { Mark } from '../../domain/marks/mark.ts';
import { marksRasterise } from '../../domain/marks/rasterise.ts';
import { frameName } from '../annotation/frame-names.ts';
import { textBytes } from '../annotation/json-read.ts';
import { greyPng } from '../png/grey-png.ts';
import { MASKS_JSON, type MasksFile } from './png-mask-schema.ts';

/** A file of several that belong together. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const MOST_VALUE = 255;

/**
 * An annotation as one grey PNG for each frame in which something is drawn, a byte a pixel, and a JSON that says what
 * its values stand for and where in the body the pixels lie. Findings have their own values, 1-7; labels that were kept
 * have those from 8 on. Where the geometry is known, B-lines run down to the bottom; what was rejected is left out.
 * @param zlib packs into the zlib format
 * @throws AnnotationError `annotation-too-large` for more labels than a byte tells apart
 */
export function pngMasksWrite(
  annotation: Annotation,
  zlib: (bytes: Uint8Array) => Uint8Array,
): readonly NamedBytes[] {
  const { clip, size, spacing, sector, tags, labels, frames } = annotation;
  const values = valuesOf(labels);
  const masks = frames.map((frame) => ({
    index: frame.index,
    name: frameName(frame.index),
    bytes: greyPng(size.width, size.height, maskDraw(frame, annotation, values), zlib),
  }));
  const raters = new Set(frames.flatMap(({ shapes }) => shapes.flatMap(({ rater }) => rater ?? [])));
  const file: MasksFile = {
    format: 'batsign-masks',
    version: 1,
    size,
    spacing,
    sector,
    clip,
    raters: [...raters],
    tags: [...tags],
    labels: Object.fromEntries([...values].map(([label, value]) => [String(value), label])),
    frames: masks.map(({ index, name }) => ({ index, file: name })),
  };
  return [
    { name: MASKS_JSON, bytes: textBytes(`${JSON.stringify(file, null, 1)}\n`) },
    ...masks.map(({ name, bytes }) => ({ name, bytes })),
  ];
}

function valuesOf(labels: readonly string[]): ReadonlyMap<string, number> {
  let next = FINDINGS.length;
  const values = new Map<string, number>();
  for (const label of labels) {
    const finding = findingOfLabel(label);
    values.set(label, finding === null ? next++ : FINDING_INDEX[finding]);
  }
  if (next - 1 <= MOST_VALUE) return values;
  throw new AnnotationError('annotation-too-large', { code: 'annotationLabelsTooMany', most: MOST_VALUE });
}

function maskDraw(
  frame: AnnotatedFrame,
  annotation: Annotation,
  values: ReadonlyMap<string, number>,
): Uint8Array {
  const { size, sector } = annotation;
  const out = new Uint8Array(size.width * size.height);
  const others = new Set(
    frame.shapes.filter(({ label }) => findingOfLabel(label) === null).map(({ label }) => label),
  );
  for (const label of others) {
    const shapes = frame.shapes.filter((shape) => shape.label === label);
    paint(out, flatMarks(shapes, annotation), flatSector(size), size, () => values.get(label)!);
  }
  const found = frame.shapes.filter(({ label }) => findingOfLabel(label) !== null);
  if (sector === null) paint(out, flatMarks(found, annotation), flatSector(size), size, (value) => value);
  else
    paint(
      out,
      marksFromShapes({ index: frame.index, shapes: found }, sector).marks,
      sector,
      size,
      (value) => value,
    );
  return out;
}

/** Draws marks over what is there; `drawnAs` gives the value of a finding's. */
function paint(
  out: Uint8Array,
  marks: readonly Mark[],
  sector: Sector,
  size: PxSize,
  drawnAs: (value: number) => number,
): void {
  const side = Math.max(size.width, size.height);
  const { classes } = marksRasterise(marks, sector, side);
  for (let row = 0; row < size.height; row++) {
    for (let column = 0; column < size.width; column++) {
      const value = classes[row * side + column]!;
      if (value !== 0) out[row * size.width + column] = drawnAs(value);
    }
  }
}

/** The whole picture as a sector of parallel scan lines, a mm to the pixel. */
function flatSector({ width, height }: PxSize): LinearSector {
  return {
    kind: 'linear',
    mmPerPx: 1,
    originPx: { x: width / 2, y: 0 },
    widthMm: width,
    depthMm: height,
  };
}

/** Shapes as they lie in the picture, lines as broad as they are, whatever runs below them. */
function flatMarks(shapes: readonly Shape[], { size, spacing }: Annotation): readonly Mark[] {
  const kept = shapes.filter(({ status }) => status?.verdict !== 'invalidated');
  return kept
    .map((shape, i): Mark => {
      const base = { id: `shape-${i + 1}`, finding: findingOfLabel(shape.label) ?? MARKABLE_FINDINGS[0]! };
      const corners = shape.kind === 'mask' ? maskOutline(shape) : shapeCorners(shape);
      const points = corners.map(({ x, y }) => ({ x: x - size.width / 2, y }));
      return shape.kind === 'polyline'
        ? { ...base, kind: 'line', points, widthMm: breadthOf(shape, spacing) }
        : { ...base, kind: 'region', points };
    })
    .sort((a, b) => markOrder(a) - markOrder(b));
}
