import type { Mark } from '../marks/mark.ts';
import { markSchema } from '../marks/mark-schema.ts';
import type { StoredSchema } from '../stored/stored-read.ts';
import { countSchema, flagSchema, listSchema, objectSchema, textSchema } from '../stored/values.ts';

/** An image of a kept clip as a person labelled it, or left it out. */
export interface LabelledFrame {
  readonly clipId: string;
  /** From 0. */
  readonly index: number;
  /** In mm of the clip's own sector; none where the image shows no finding. */
  readonly marks: readonly Mark[];
  /** Whether it is not to be learnt from. */
  readonly isLeftOut: boolean;
}

/** A clip that frames are taken of, and the exam that it belongs to. */
export interface ExamClip {
  readonly clipId: string;
  /** Clips of one patient at one time have the same number, from 1. */
  readonly exam: number;
}

export const labelledFrameSchema: StoredSchema<LabelledFrame> = objectSchema({
  clipId: textSchema,
  index: countSchema,
  marks: listSchema(markSchema),
  isLeftOut: flagSchema,
});

export const examClipSchema: StoredSchema<ExamClip> = objectSchema({ clipId: textSchema, exam: countSchema });
