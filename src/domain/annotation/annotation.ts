import type { PxPoint } from '../geometry/point.ts';
import type { Sector } from '../geometry/sector.ts';
import type { MessageFact } from '../message/message-fact.ts';

/** How those who look over an annotation judged a shape; `unadjudicated` where nobody has yet. */
export const VERDICTS = ['unadjudicated', 'validated', 'invalidated'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface ShapeStatus {
  readonly verdict: Verdict;
  /** Who judged; null where it is not said. */
  readonly adjudicator: string | null;
  /** When, as the file writes it; null where it is not said. */
  readonly timestamp: string | null;
}

interface ShapeBase {
  /** As the file has it, until labels are mapped to findings. */
  readonly label: string;
  /** Who drew it; null where it is not said. */
  readonly rater: string | null;
  readonly status: ShapeStatus | null;
  /** The same for one thing that is followed from frame to frame; null where nothing is followed. */
  readonly track: number | null;
  /** The same for shapes of one frame that are one thing; null where it stands alone. */
  readonly group: number | null;
}

/** An open line through points. */
export interface PolylineShape extends ShapeBase {
  readonly kind: 'polyline';
  /** Two or more, in pixels of the clip's images. */
  readonly points: readonly PxPoint[];
  /** How broad the line is, in pixels; null where it is not said. */
  readonly breadthPx: number | null;
}

/** A closed outline; its inside is by the even-odd rule. */
export interface PolygonShape extends ShapeBase {
  readonly kind: 'polygon';
  /** Three or more; the first is not repeated at the end. */
  readonly points: readonly PxPoint[];
}

/** An upright rectangle. */
export interface BoxShape extends ShapeBase {
  readonly kind: 'box';
  readonly left: number;
  readonly top: number;
  /** Pixels, 0 or more, as the height. */
  readonly width: number;
  readonly height: number;
}

/** Single pixels within a rectangle of whole pixels. */
export interface MaskShape extends ShapeBase {
  readonly kind: 'mask';
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Lengths of runs, row by row, outside and inside in turn, beginning outside; together `width * height`. */
  readonly runs: readonly number[];
}

/** Something that was drawn in a frame, in pixels of the clip's images: pixel (0, 0) covers 0 to 1. */
export type Shape = PolylineShape | PolygonShape | BoxShape | MaskShape;
export type ShapeKind = Shape['kind'];

type FormOf<Each> = Each extends Shape ? Omit<Each, keyof ShapeBase> : never;

/** What of a shape is drawn, without what is said of it. */
export type ShapeForm = FormOf<Shape>;
/** What is said of a shape, whatever is drawn. */
export type ShapeSaid = ShapeBase;

export interface AnnotatedFrame {
  /** Of the clip's images, from 0. */
  readonly index: number;
  readonly shapes: readonly Shape[];
}

/** What a file says of the clip that it annotates; null where it says nothing. */
export interface AnnotatedClip {
  /** The unique identifiers of a DICOM object. */
  readonly sopClassUid: string | null;
  readonly sopInstanceUid: string | null;
  readonly studyInstanceUid: string | null;
  readonly seriesInstanceUid: string | null;
  /** How many images it has. */
  readonly frames: number | null;
}

export interface PxSize {
  readonly width: number;
  readonly height: number;
}

/** Length of a pixel's sides in mm. */
export interface PxSpacing {
  readonly x: number;
  readonly y: number;
}

/** What was drawn into the images of one clip: the form that every format of annotations is read into and written from. */
export interface Annotation {
  readonly clip: AnnotatedClip;
  /** Of each image. */
  readonly size: PxSize;
  readonly spacing: PxSpacing | null;
  /** The geometry of the images; null where the file says nothing of it. */
  readonly sector: Sector | null;
  /** All that can be drawn, by name, in the order of the file; those of the shapes are among them. */
  readonly labels: readonly string[];
  /** What is said of the whole clip, such as its zone or its quality. */
  readonly tags: readonly string[];
  /** By their index, each once, and only those in which something is drawn. */
  readonly frames: readonly AnnotatedFrame[];
}

/** What was read of a file. */
export interface AnnotationRead {
  readonly annotation: Annotation;
  /** How things were taken up that a file leaves open, and what of it is not read. */
  readonly notes: readonly MessageFact[];
}

/** Facts of the clip that a file of annotations leaves out, from whoever has the clip; null where nobody knows. */
export interface ClipFacts extends AnnotatedClip {
  readonly size: PxSize | null;
  readonly spacing: PxSpacing | null;
}

/** A clip of which nothing is known. */
export const CLIP_UNNAMED: AnnotatedClip = {
  sopClassUid: null,
  sopInstanceUid: null,
  studyInstanceUid: null,
  seriesInstanceUid: null,
  frames: null,
};
export const CLIP_UNKNOWN: ClipFacts = { ...CLIP_UNNAMED, size: null, spacing: null };

/** What a file says of its clip, and for want of that what is known of it. */
export function clipJoin(stated: Partial<AnnotatedClip>, known: AnnotatedClip): AnnotatedClip {
  return {
    sopClassUid: stated.sopClassUid ?? known.sopClassUid,
    sopInstanceUid: stated.sopInstanceUid ?? known.sopInstanceUid,
    studyInstanceUid: stated.studyInstanceUid ?? known.studyInstanceUid,
    seriesInstanceUid: stated.seriesInstanceUid ?? known.seriesInstanceUid,
    frames: stated.frames ?? known.frames,
  };
}

export function shapesOf(annotation: Annotation): readonly Shape[] {
  return annotation.frames.flatMap(({ shapes }) => shapes);
}

/** Shapes by frame, from a list in any order. */
export function framesOf(
  drawn: readonly { readonly index: number; readonly shape: Shape }[],
): AnnotatedFrame[] {
  const byIndex = new Map<number, Shape[]>();
  for (const { index, shape } of drawn) {
    const shapes = byIndex.get(index);
    if (shapes === undefined) byIndex.set(index, [shape]);
    else shapes.push(shape);
  }
  return [...byIndex.entries()].sort(([a], [b]) => a - b).map(([index, shapes]) => ({ index, shapes }));
}

/** The file's own labels, and behind them those of shapes that it does not list. */
export function labelsOf(listed: readonly string[], frames: readonly AnnotatedFrame[]): string[] {
  const labels = new Set(listed);
  for (const { shapes } of frames) for (const { label } of shapes) labels.add(label);
  return [...labels];
}
