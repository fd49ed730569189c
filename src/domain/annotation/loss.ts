import type { MarkableFinding } from '../findings/finding.ts';
import type { Sector } from '../geometry/sector.ts';
import type { AnnotationFormatName } from '../message/annotation-messages.ts';
import type { MessageFact } from '../message/message-fact.ts';
import { type Annotation, type PolylineShape, type Shape, type ShapeKind, shapesOf } from './annotation.ts';
import { lineWay } from './line-way.ts';

/** The formats that an annotation is written in. */
export const WRITTEN_FORMATS = [
  'slicer',
  'cvat-json',
  'cvat-xml',
  'coco',
  'masks',
  'csv',
  'dicom-sr',
] as const;
export type WrittenFormat = (typeof WRITTEN_FORMATS)[number];

/** What becomes of a kind of shape: it stays, becomes its outline or pixels, or is left out. */
type Becomes = 'kept' | 'outline' | 'pixels' | 'left_out';

/** What a format can hold. */
export interface FormatHolds {
  readonly format: AnnotationFormatName;
  readonly shapes: Readonly<Record<ShapeKind, Becomes>>;
  /** The only findings that it knows; null where labels are free. */
  readonly findings: readonly MarkableFinding[] | null;
  /** Who drew each shape, or only who drew all of them. */
  readonly rater: 'each' | 'all_together';
  readonly status: 'whole' | 'verdict' | 'none';
  /** Whether shapes that were rejected are written too. */
  readonly takesRejected: boolean;
  readonly tracks: boolean;
  readonly groups: boolean;
  readonly breadth: boolean;
  /** Whether other programs than this one take its lines for areas. */
  readonly linesAsAreas: boolean;
  /** Whether B-lines are drawn across (see `lineWay`). */
  readonly bLinesAcross: boolean;
  /** What is said of the whole clip. */
  readonly tags: boolean;
  readonly size: boolean;
  readonly spacing: boolean;
  /** Geometries of images. */
  readonly sector: 'any' | 'fans' | 'none';
  readonly clipUids: boolean;
  readonly frameCount: boolean;
}

const ALL_KEPT = { polyline: 'kept', polygon: 'kept', box: 'kept', mask: 'kept' } as const;

export const FORMAT_HOLDS: Readonly<Record<WrittenFormat, FormatHolds>> = {
  slicer: {
    format: 'SlicerUltrasound',
    shapes: { polyline: 'kept', polygon: 'left_out', box: 'left_out', mask: 'left_out' },
    findings: ['pleural_line', 'b_line'],
    rater: 'each',
    status: 'whole',
    takesRejected: true,
    tracks: false,
    groups: false,
    breadth: false,
    linesAsAreas: false,
    bLinesAcross: true,
    tags: true,
    size: true,
    spacing: false,
    sector: 'fans',
    clipUids: true,
    frameCount: false,
  },
  'cvat-json': {
    format: 'CVAT',
    shapes: ALL_KEPT,
    findings: null,
    rater: 'each',
    status: 'whole',
    takesRejected: true,
    tracks: true,
    groups: true,
    breadth: true,
    linesAsAreas: false,
    bLinesAcross: false,
    tags: false,
    size: false,
    spacing: false,
    sector: 'none',
    clipUids: false,
    frameCount: false,
  },
  'cvat-xml': {
    format: 'CVAT',
    shapes: ALL_KEPT,
    findings: null,
    rater: 'each',
    status: 'whole',
    takesRejected: true,
    tracks: true,
    groups: true,
    breadth: true,
    linesAsAreas: false,
    bLinesAcross: false,
    tags: false,
    size: true,
    spacing: false,
    sector: 'none',
    clipUids: false,
    frameCount: true,
  },
  coco: {
    format: 'COCO',
    shapes: ALL_KEPT,
    findings: null,
    rater: 'each',
    status: 'whole',
    takesRejected: true,
    tracks: true,
    groups: true,
    breadth: true,
    linesAsAreas: true,
    bLinesAcross: false,
    tags: false,
    size: true,
    spacing: false,
    sector: 'none',
    clipUids: false,
    frameCount: false,
  },
  masks: {
    format: 'PNG',
    shapes: { polyline: 'pixels', polygon: 'pixels', box: 'pixels', mask: 'kept' },
    findings: null,
    rater: 'all_together',
    status: 'none',
    takesRejected: false,
    tracks: false,
    groups: false,
    breadth: false,
    linesAsAreas: false,
    bLinesAcross: false,
    tags: true,
    size: true,
    spacing: true,
    sector: 'any',
    clipUids: true,
    frameCount: true,
  },
  csv: {
    format: 'CSV',
    shapes: { polyline: 'kept', polygon: 'kept', box: 'kept', mask: 'outline' },
    findings: null,
    rater: 'each',
    status: 'verdict',
    takesRejected: true,
    tracks: true,
    groups: true,
    breadth: true,
    linesAsAreas: false,
    bLinesAcross: false,
    tags: false,
    size: true,
    spacing: false,
    sector: 'none',
    clipUids: false,
    frameCount: false,
  },
  'dicom-sr': {
    format: 'DICOM SR',
    shapes: { polyline: 'kept', polygon: 'kept', box: 'outline', mask: 'outline' },
    findings: null,
    rater: 'each',
    status: 'none',
    takesRejected: false,
    tracks: true,
    groups: false,
    breadth: false,
    linesAsAreas: false,
    bLinesAcross: false,
    tags: false,
    size: false,
    spacing: false,
    sector: 'none',
    clipUids: true,
    frameCount: false,
  },
};

function isKnownTo(holds: FormatHolds, shape: Shape): boolean {
  return holds.findings === null || holds.findings.some((finding) => finding === shape.label);
}

/** Whether a shape gets into a file of this format at all. */
export function shapeIsHeld(holds: FormatHolds, shape: Shape): boolean {
  return holds.shapes[shape.kind] !== 'left_out' && isKnownTo(holds, shape);
}

/**
 * What of an annotation does not come through when it is written in a format, most important first; one fact that says
 * so where all does. Labels have to be mapped before.
 */
export function annotationLosses(annotation: Annotation, to: WrittenFormat): readonly MessageFact[] {
  const holds = FORMAT_HOLDS[to];
  const all = shapesOf(annotation);
  const held = all.filter((shape) => shapeIsHeld(holds, shape));
  const losses = [
    ...leftOutLosses(all, holds),
    ...shapeLosses(held, holds, annotation),
    ...peopleLosses(held, holds),
    ...clipLosses(annotation, holds),
  ];
  return losses.length === 0 ? [{ code: 'lossNone', format: holds.format }] : losses;
}

function leftOutLosses(shapes: readonly Shape[], holds: FormatHolds): readonly MessageFact[] {
  const { format } = holds;
  const unknown = new Map<string, number>();
  let areas = 0;
  for (const shape of shapes) {
    if (!isKnownTo(holds, shape)) unknown.set(shape.label, (unknown.get(shape.label) ?? 0) + 1);
    else if (!shapeIsHeld(holds, shape)) areas += 1;
  }
  return [
    ...[...unknown].map(([label, count]): MessageFact => ({ code: 'lossClasses', format, label, count })),
    ...(areas > 0 ? [{ code: 'lossAreas', format, count: areas } as const] : []),
  ];
}

/** Those of a list of facts that are true of something. */
function counted(facts: readonly (MessageFact & { readonly count: number })[]): readonly MessageFact[] {
  return facts.filter(({ count }) => count > 0);
}

function countOf(shapes: readonly Shape[], is: (shape: Shape) => boolean): number {
  return shapes.filter(is).length;
}

function shapeLosses(
  shapes: readonly Shape[],
  holds: FormatHolds,
  { sector }: Annotation,
): readonly MessageFact[] {
  const { format } = holds;
  const lines = shapes.filter((shape): shape is PolylineShape => shape.kind === 'polyline');
  const isTurned = ({ label, points }: PolylineShape): boolean =>
    holds.bLinesAcross && label === 'b_line' && lineWay(points, sector) === 'along';
  const isBroad = (line: PolylineShape): boolean =>
    !holds.breadth && holds.shapes.polyline === 'kept' && line.breadthPx !== null && !isTurned(line);
  const become = (kind: 'outline' | 'pixels'): number =>
    countOf(shapes, (shape) => holds.shapes[shape.kind] === kind);
  return counted([
    { code: 'lossToOutlines', format, count: become('outline') },
    { code: 'lossToPixels', format, count: become('pixels') },
    { code: 'lossBLineWay', format, count: lines.filter(isTurned).length },
    { code: 'lossBreadth', format, count: lines.filter(isBroad).length },
    { code: 'lossLinesAsAreas', format, count: holds.linesAsAreas ? lines.length : 0 },
    { code: 'lossTracks', format, count: holds.tracks ? 0 : countOf(shapes, ({ track }) => track !== null) },
    { code: 'lossGroups', format, count: holds.groups ? 0 : countOf(shapes, ({ group }) => group !== null) },
  ]);
}

function peopleLosses(
  shapes: readonly Shape[],
  { format, rater, status, takesRejected }: FormatHolds,
): readonly MessageFact[] {
  const raters = new Set(shapes.map((shape) => shape.rater)).size;
  const judged = countOf(shapes, (shape) => shape.status !== null);
  const rejected = countOf(shapes, (shape) => shape.status?.verdict === 'invalidated');
  const signed = countOf(
    shapes,
    (shape) => (shape.status?.adjudicator ?? shape.status?.timestamp ?? null) !== null,
  );
  return counted([
    { code: 'lossRaterOfShape', format, count: rater === 'all_together' && raters > 1 ? raters : 0 },
    { code: 'lossStatus', format, count: status === 'none' ? judged : 0 },
    { code: 'lossRejected', format, count: takesRejected ? 0 : rejected },
    { code: 'lossAdjudicator', format, count: status === 'verdict' ? signed : 0 },
  ]);
}

function clipLosses({ clip, spacing, sector, tags }: Annotation, holds: FormatHolds): readonly MessageFact[] {
  const { format } = holds;
  const facts: readonly (MessageFact & { readonly isLost: boolean })[] = [
    { code: 'lossTags', format, isLost: !holds.tags && tags.length > 0 },
    { code: 'lossSize', format, isLost: !holds.size },
    { code: 'lossSpacing', format, isLost: !holds.spacing && spacing !== null },
    { code: 'lossSector', format, isLost: sector !== null && !sectorIsHeld(holds, sector) },
    { code: 'lossClipUids', format, isLost: !holds.clipUids && clip.sopInstanceUid !== null },
    { code: 'lossFrameCount', format, isLost: !holds.frameCount && clip.frames !== null },
  ];
  return facts.flatMap(({ isLost, ...fact }) => (isLost ? [fact] : []));
}

function sectorIsHeld({ sector: held }: FormatHolds, { kind }: Sector): boolean {
  return held === 'any' || (held === 'fans' && kind === 'convex');
}
