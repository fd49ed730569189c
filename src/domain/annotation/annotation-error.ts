import { CodedError } from '../errors/coded-error.ts';

export type AnnotationErrorCode =
  /** It begins as it should, but is broken, cut off or contradicts itself. */
  | 'annotation-damaged'
  /** Of no format that is read. */
  | 'annotation-unknown'
  /** More than is read: bytes, frames, shapes or points. */
  | 'annotation-too-large'
  /** The file leaves out what only its clip tells: the size of the images or of a pixel, or its identifiers. */
  | 'annotation-clip-needed'
  /** Drawn on another clip. */
  | 'annotation-foreign'
  /** Something lies outside of the image. */
  | 'annotation-outside'
  /** A label of which nobody said what it is. */
  | 'annotation-label'
  /** Nothing in it can be written in the format that was asked for. */
  | 'annotation-empty';

/** A file of annotations that cannot be used as it is, with what a person can do about it. */
export class AnnotationError extends CodedError<AnnotationErrorCode> {
  override readonly name = 'AnnotationError';
}
