import type { FrameCut } from '../frame/sector-crop.ts';
import type { Sector } from '../geometry/sector.ts';

/** A recorded clip as it is kept: the sector's pixels alone, all else black, with their geometry and times. */
export interface ClipRecord {
  /** A UUID. */
  readonly id: string;
  /** As the person called it; file names are not taken over unasked, they may name a patient. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly savedAtMs: number;
  readonly from: 'file' | 'camera' | 'patient';
  readonly width: number;
  readonly height: number;
  readonly sector: Sector;
  /** Whether the sector's millimetres rest on a usual depth that nobody confirmed. */
  readonly isScaleAssumed: boolean;
  /** Where its images lie in the file's own pictures; absent of other clips, and of those kept before it was noted. */
  readonly cut?: FrameCut;
  /** Of each image, rising, from 0. */
  readonly timesMs: readonly number[];
  /** The size of its images on the device. */
  readonly bytes: number;
}
