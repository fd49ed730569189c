import { CodedError } from '../../../domain/errors/coded-error.ts';

export type CameraErrorCode =
  /** The browser has no cameras to give, or the page is not on a secure address. */
  | 'camera-unsupported'
  | 'camera-refused'
  | 'camera-none'
  /** Another program holds it. */
  | 'camera-busy'
  /** It cannot give pictures of that size. */
  | 'camera-size'
  | 'camera-failed'
  /** The image that was asked for is not held any more, or not yet. */
  | 'camera-index'
  | 'camera-closed';

/** Why a camera or capture card gives no image. */
export class CameraError extends CodedError<CameraErrorCode> {
  override readonly name = 'CameraError';
}
