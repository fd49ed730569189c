import type { ExamClip, LabelledFrame } from './labelled-frame.ts';

/** Fewer teach the network little that holds for the next patient. */
export const FRAMES_LEAST = 20;
/** More would keep more in memory at once than a small laptop has to spare: about a megabyte for each side of each. */
export const FRAMES_MOST = 100;
export const EXAMS_LEAST = 10;

/** How far a set of labelled frames has come. */
export interface FrameSetCount {
  readonly frames: number;
  readonly exams: number;
  readonly framesMissing: number;
  readonly examsMissing: number;
  /** Frames beyond the most that there may be. */
  readonly framesTooMany: number;
  readonly isReady: boolean;
}

/** A labelled frame that counts, with the exam that it is of. */
export interface ExamFrame extends LabelledFrame {
  readonly exam: number;
}

/** Frames that are learnt from: those that are not left out, of clips that are chosen; clip by clip, in order. */
export function examFrames(
  clips: readonly ExamClip[],
  frames: readonly LabelledFrame[],
): readonly ExamFrame[] {
  return clips.flatMap(({ clipId, exam }) =>
    frames
      .filter((frame) => frame.clipId === clipId && !frame.isLeftOut)
      .sort((a, b) => a.index - b.index)
      .map((frame) => ({ ...frame, exam })),
  );
}

export function frameSetCount(clips: readonly ExamClip[], frames: readonly LabelledFrame[]): FrameSetCount {
  const counted = examFrames(clips, frames);
  const exams = new Set(counted.map(({ exam }) => exam)).size;
  const framesMissing = Math.max(0, FRAMES_LEAST - counted.length);
  const examsMissing = Math.max(0, EXAMS_LEAST - exams);
  const framesTooMany = Math.max(0, counted.length - FRAMES_MOST);
  return {
    frames: counted.length,
    exams,
    framesMissing,
    examsMissing,
    framesTooMany,
    isReady: framesMissing + examsMissing + framesTooMany === 0,
  };
}

/**
 * Which images of a clip to label: the middles of so many equal parts of it, so that they are as unlike as they can be.
 * @param images how many the clip has
 */
export function imagesPropose(images: number, count: number): readonly number[] {
  const parts = Math.min(images, count);
  return Array.from({ length: parts }, (_, part) => Math.floor(((part + 0.5) * images) / parts));
}

const EACH_MOST = 10;

/** How many frames of each clip to label, so that so many clips give enough together: 2 at least, 10 at most. */
export function framesOfEach(clips: number): number {
  return Math.min(EACH_MOST, Math.max(2, Math.ceil(FRAMES_LEAST / Math.max(1, clips))));
}
