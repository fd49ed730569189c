import {
  type Annotation,
  CLIP_UNKNOWN,
  CLIP_UNNAMED,
  type ClipFacts,
  labelsOf,
} from '../annotation/annotation.ts';
import { shapesFromMarks } from '../annotation/marks-shapes.ts';
import { marksFromShapes } from '../annotation/shape-marks.ts';
import type { FrameCut } from '../frame/sector-crop.ts';
import type { Sector } from '../geometry/sector.ts';
import { sectorOutOfCrop } from '../geometry/sector-scale.ts';
import { carriedMarks, type KeyClip, type KeyExpert, type KeyFrame } from '../scenario/expert-key.ts';

/** A clip as its recording is elsewhere: in the whole pictures that its images were cut from. */
export function clipInPictures(
  clip: KeyClip,
  { left, top, factor, pictureWidth, pictureHeight }: FrameCut,
): KeyClip {
  const sector = sectorOutOfCrop(clip.sector, left, top, factor);
  return { ...clip, widthPx: pictureWidth, heightPx: pictureHeight, sector };
}

/** What files of annotations leave out and a kept clip tells. Its identifiers are not kept. */
export function clipFactsOf({ widthPx, heightPx, images, sector }: KeyClip): ClipFacts {
  return {
    ...CLIP_UNKNOWN,
    frames: images,
    size: { width: widthPx, height: heightPx },
    spacing: { x: sector.mmPerPx, y: sector.mmPerPx },
  };
}

/** An expert's key as an annotation of its clip: of the images that were drawn on, and of those that marks were carried to. */
export function keyAnnotation(expert: KeyExpert, clip: KeyClip): Annotation {
  const { widthPx, heightPx, images, sector } = clip;
  const size = { width: widthPx, height: heightPx };
  const { by, frames, carried = [] } = expert;
  const moved = carried
    .filter(({ isToCheck }) => !isToCheck)
    .map((frame) => ({ index: frame.index, marks: carriedMarks(expert, frame, sector) }));
  const annotated = [...frames, ...moved]
    .sort((a, b) => a.index - b.index)
    .map(({ index, marks }) => ({ index, shapes: shapesFromMarks(marks, sector, size, by) }))
    .filter(({ shapes }) => shapes.length > 0);
  return {
    clip: { ...CLIP_UNNAMED, frames: images },
    size,
    spacing: { x: sector.mmPerPx, y: sector.mmPerPx },
    sector,
    labels: labelsOf([], annotated),
    tags: [],
    frames: annotated,
  };
}

/** An annotation as images of a key. */
export interface AnnotationFrames {
  readonly frames: readonly KeyFrame[];
  /** Shapes that are no marks: of no class, rejected by who looked them over, or an open line around an area. */
  readonly left: number;
}

/**
 * The images of a key that an annotation holds; its labels have to be mapped to classes before.
 *
 * @param sector that of the clip's images in their pixels, for an annotation that does not say its own
 */
export function annotationFrames(annotation: Annotation, sector: Sector): AnnotationFrames {
  let left = 0;
  const frames = annotation.frames.flatMap((frame) => {
    const made = marksFromShapes(frame, annotation.sector ?? sector);
    left += made.left.length;
    return made.marks.length === 0 ? [] : [{ index: frame.index, marks: made.marks }];
  });
  return { frames, left };
}
