export type InputErrorCode =
  /** Nothing in it. */
  | 'file-empty'
  /** More bytes than are read. */
  | 'file-too-large'
  /** Neither a picture nor a video that is known. */
  | 'file-unknown'
  /** 0 pixels, or too few to hold an ultrasound image. */
  | 'picture-too-small'
  /** More pixels than are decoded. */
  | 'picture-too-large'
  /** It begins as it should, but its data are broken or cut off. */
  | 'file-damaged'
  | 'video-without-pictures'
  /** The browser has no decoder for the video's codec. */
  | 'codec-unsupported'
  /** The browser cannot decode frame by frame at all. */
  | 'decoder-missing'
  /** No ultrasound image in it. */
  | 'sector-missing';

/** A picture or video that cannot be used, with one sentence a person can act on. */
export class InputError extends Error {
  readonly code: InputErrorCode;

  constructor(code: InputErrorCode, sentence: string) {
    super(sentence);
    this.name = 'InputError';
    this.code = code;
  }
}
