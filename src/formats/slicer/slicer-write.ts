import type {
  AnnotatedFrame,
  Annotation,
  PolylineShape,
  PxSpacing,
} from '../../domain/annotation/annotation.ts';
import { AnnotationError } from '../../domain/annotation/annotation-error.ts';
import { lineAcross, lineWay } from '../../domain/annotation/line-way.ts';
import { FORMAT_HOLDS, shapeIsHeld } from '../../domain/annotation/loss.ts';
import { BEAM_BREADTH_MM } from '../../domain/annotation/shape-marks.ts';
import type { PxPoint } from '../../domain/geometry/point.ts';
import { textBytes } from '../annotation/json-read.ts';
import { fanWrite } from './slicer-fan.ts';
import { RATER_UNKNOWN } from './slicer-read.ts';

/**
 * An annotation as a file of SlicerUltrasound. Its labels have to be mapped to findings; only pleural lines and B-lines
 * that are lines get into it, in LPS, a B-line across itself.
 * @throws AnnotationError `annotation-clip-needed` where the size of a pixel is not known, `annotation-empty`
 */
export function slicerWrite(annotation: Annotation): Uint8Array<ArrayBuffer> {
  const { spacing } = annotation;
  if (spacing === null) {
    throw new AnnotationError('annotation-clip-needed', {
      code: 'annotationSpacingMissing',
      format: 'SlicerUltrasound',
    });
  }
  const frames = annotation.frames.flatMap((frame) => frameWrite(frame, annotation, spacing) ?? []);
  if (frames.length === 0) {
    throw new AnnotationError('annotation-empty', {
      code: 'annotationNothingLeft',
      format: 'SlicerUltrasound',
    });
  }
  const file = {
    SOPInstanceUID: annotation.clip.sopInstanceUid ?? '',
    GrayscaleConversion: false,
    ...fanWrite(annotation.sector),
    image_size_rows: annotation.size.height,
    image_size_cols: annotation.size.width,
    AnnotationLabels: [],
    labels: annotation.tags,
    frame_annotations: frames,
  };
  return textBytes(`${JSON.stringify(file, null, 1)}\n`);
}

function frameWrite(
  { index, shapes }: AnnotatedFrame,
  annotation: Annotation,
  spacing: PxSpacing,
): object | null {
  const lines = shapes.filter(
    (shape): shape is PolylineShape => shape.kind === 'polyline' && shapeIsHeld(FORMAT_HOLDS.slicer, shape),
  );
  if (lines.length === 0) return null;
  const of = (label: string): readonly object[] =>
    lines.filter((line) => line.label === label).map((line) => lineWrite(line, annotation, spacing));
  return {
    frame_number: index,
    coordinate_space: 'LPS',
    pleura_lines: of('pleural_line'),
    b_lines: of('b_line'),
  };
}

function lineWrite(line: PolylineShape, { sector }: Annotation, spacing: PxSpacing): object {
  const { status } = line;
  return {
    rater: line.rater ?? RATER_UNKNOWN,
    line: { points: pointsWritten(line).map((point) => lpsOf(point)) },
    ...(status === null
      ? {}
      : {
          validation: {
            status: status.verdict,
            adjudicator: status.adjudicator ?? '',
            timestamp: status.timestamp ?? '',
          },
        }),
  };

  function lpsOf({ x, y }: PxPoint): readonly number[] {
    return [(x - 0.5) * spacing.x, (y - 0.5) * spacing.y, 0];
  }

  function pointsWritten({ label, points, breadthPx }: PolylineShape): readonly PxPoint[] {
    if (label !== 'b_line' || lineWay(points, sector) === 'across') return points;
    return lineAcross(points, breadthPx ?? BEAM_BREADTH_MM / spacing.x, sector);
  }
}
