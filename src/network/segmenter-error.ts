import { CodedError } from '../domain/errors/coded-error.ts';

export type SegmenterErrorCode =
  /** A file of the model could not be fetched. */
  | 'model-unreachable'
  /** The manifest (models/batsign-unet.json) is not one. */
  | 'model-manifest'
  /** The weights are not the bytes that the manifest describes. */
  | 'model-damaged'
  /** The weights belong to another network than the specification's. */
  | 'model-mismatch'
  /** The specification (models/network.json) is not one, or asks for what cannot be built. */
  | 'network-specification'
  /** No backend runs on this machine. */
  | 'backend-missing'
  /** The worker broke down more often than it is restarted. */
  | 'segmenter-crashed'
  | 'segmenter-disposed'
  /** The frame cannot be read: no pixels, or fewer bytes than its size says. */
  | 'frame-invalid'
  /** The network's answer holds values that are no finite numbers. */
  | 'answer-invalid';

/** A failure in the segmenter. */
export class SegmenterError extends CodedError<SegmenterErrorCode> {
  override readonly name = 'SegmenterError';
}

export function disposedError(): SegmenterError {
  return new SegmenterError('segmenter-disposed', { code: 'networkShutDown' });
}
