import { CodedError } from '../../domain/errors/coded-error.ts';

export type InputErrorCode =
  /** Nothing in it. */
  | 'file-empty'
  /** More bytes than are read. */
  | 'file-too-large'
  /** Of no kind that is read. */
  | 'file-unknown'
  /** 0 pixels, or too few to hold an ultrasound image. */
  | 'picture-too-small'
  /** More pixels than are decoded. */
  | 'picture-too-large'
  /** It begins as it should, but its data are broken or cut off. */
  | 'file-damaged'
  | 'video-without-pictures'
  /** More pictures than are read. */
  | 'too-many-pictures'
  /** Pictures of a sequence that do not go together. */
  | 'pictures-differ'
  /** Stored in a way that is not read, e.g. a DICOM file compressed as JPEG 2000. */
  | 'encoding-unsupported'
  /** A zip that is locked, would swell beyond measure, or holds nothing of use. */
  | 'archive-refused'
  /** The browser has no decoder for the video's codec. */
  | 'codec-unsupported'
  /** The browser cannot decode frame by frame at all. */
  | 'decoder-missing'
  /** No ultrasound image in it. */
  | 'sector-missing';

/** A picture or video that cannot be used, with what a person can do about it. */
export class InputError extends CodedError<InputErrorCode> {
  override readonly name = 'InputError';
}
