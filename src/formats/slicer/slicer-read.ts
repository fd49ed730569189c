import {
  type AnnotationRead,
  type ClipFacts,
  clipJoin,
  framesOf,
  labelsOf,
  type PxSpacing,
  type Shape,
  type ShapeStatus,
} from '../../domain/annotation/annotation.ts';
import { AnnotationError } from '../../domain/annotation/annotation-error.ts';
import { annotationLimit, annotationSize } from '../../domain/annotation/annotation-limits.ts';
import type { PxPoint } from '../../domain/geometry/point.ts';
import type { MessageFact } from '../../domain/message/message-fact.ts';
import { jsonRead } from '../annotation/json-read.ts';
import { fanRead } from './slicer-fan.ts';
import { type SlicerFile, type SlicerLine, slicerSchema } from './slicer-schema.ts';

const FORMAT = 'SlicerUltrasound';

/** Who is written where nobody is known, since the program shows only lines of somebody. */
export const RATER_UNKNOWN = 'unknown';

type Space = 'LPS' | 'RAS';

/**
 * A file of SlicerUltrasound: pleural lines, and B-lines as lines across them. Its points are in mm, in LPS or RAS, from
 * the middle of the first pixel, and the file does not say how large a pixel is: that is the clip's to tell.
 * @param name of the file, which names who drew lines that name nobody: `CLIP.RATER.json`
 * @throws AnnotationError `annotation-damaged`, `annotation-clip-needed`, `annotation-too-large`
 */
export function slicerRead(text: string, clip: ClipFacts, name = ''): AnnotationRead {
  const file = jsonRead(text, slicerSchema, FORMAT);
  const { spacing } = clip;
  if (spacing === null) {
    throw new AnnotationError('annotation-clip-needed', { code: 'annotationSpacingMissing', format: FORMAT });
  }
  const { image_size_rows: height, image_size_cols: width } = file;
  const size = annotationSize(
    height === null || width === null ? null : { width, height },
    clip.size,
    FORMAT,
  );
  const drawn = framesRead(file);
  const stated = drawn.some(({ space }) => space !== null);
  const guess = stated ? 'RAS' : spaceGuess(drawn.flatMap(({ lines }) => lines.map(({ line }) => line)));
  const rater = raterOfName(name);
  const shapes = drawn.flatMap(({ index, space, lines }) =>
    lines.map(({ label, line }) => ({
      index,
      shape: shapeRead(label, line, spacing, space ?? guess, rater),
    })),
  );
  const frames = framesOf(shapes);
  const { sector, isTilted } = fanRead(file, spacing);
  const notes: MessageFact[] = [
    ...(stated || shapes.length === 0 ? [] : [{ code: 'annotationSpaceGuessed', space: guess } as const]),
    ...(isTilted ? [{ code: 'annotationTilted' } as const] : []),
  ];
  const annotation = annotationLimit({
    clip: clipJoin({ sopInstanceUid: file.SOPInstanceUID || null }, clip),
    size,
    spacing,
    sector,
    labels: labelsOf(['pleural_line', 'b_line'], frames),
    tags: [...new Set([...(file.AnnotationLabels ?? []), ...(file.labels ?? [])])],
    frames,
  });
  return { annotation, notes };
}

interface LinesOfFrame {
  readonly index: number;
  readonly space: Space | null;
  readonly lines: readonly { readonly label: string; readonly line: SlicerLine }[];
}

function framesRead({ frame_annotations: frames }: SlicerFile): readonly LinesOfFrame[] {
  const listed = Array.isArray(frames)
    ? frames
    : Object.entries(frames).map(([number, frame]) => ({ ...frame, frame_number: Number(number) }));
  return listed.map(({ frame_number: index, coordinate_space: space, pleura_lines, b_lines }) => ({
    index,
    space,
    lines: [
      ...(pleura_lines ?? []).map((line) => ({ label: 'pleural_line', line })),
      ...(b_lines ?? []).map((line) => ({ label: 'b_line', line })),
    ],
  }));
}

function pointsOf(line: SlicerLine): readonly (readonly number[])[] {
  return Array.isArray(line) ? line : line.line.points;
}

/** An image lies right of and below its first pixel: in LPS its points are positive, in RAS negative. */
function spaceGuess(lines: readonly SlicerLine[]): Space {
  let sum = 0;
  for (const line of lines) for (const [x, y] of pointsOf(line)) sum += Math.sign(x!) + Math.sign(y!);
  return sum < 0 ? 'RAS' : 'LPS';
}

function shapeRead(
  label: string,
  line: SlicerLine,
  spacing: PxSpacing,
  space: Space,
  raterOfFile: string | null,
): Shape {
  const sign = space === 'RAS' ? -1 : 1;
  const points = pointsOf(line).map(
    ([x, y]): PxPoint => ({ x: (sign * x!) / spacing.x + 0.5, y: (sign * y!) / spacing.y + 0.5 }),
  );
  const said = Array.isArray(line) ? null : line.rater?.trim() || null;
  const rater = said === RATER_UNKNOWN ? null : (said ?? raterOfFile);
  return {
    kind: 'polyline',
    label,
    rater,
    status: statusRead(line),
    track: null,
    group: null,
    points,
    breadthPx: null,
  };
}

function statusRead(line: SlicerLine): ShapeStatus | null {
  if (Array.isArray(line) || line.validation === null) return null;
  const { status, adjudicator, timestamp } = line.validation;
  return { verdict: status, adjudicator: adjudicator || null, timestamp: timestamp || null };
}

function raterOfName(name: string): string | null {
  const rater = /\.([^./\\]+)\.json$/i.exec(name)?.[1];
  return rater === undefined || rater.toLowerCase() === 'adjudication' ? null : rater;
}
