import type { Sector } from '../geometry/sector.ts';
import { sectorSchema } from '../geometry/sector-schema.ts';
import type { StoredSchema } from '../stored/stored-read.ts';
import { flagSchema, objectSchema, sideSchema } from '../stored/values.ts';

/** How the pictures of one device at one size are read; told once by a person, and kept for the next time. */
export interface CaptureCalibration {
  /** Pixels of the device's whole picture. */
  readonly width: number;
  readonly height: number;
  /** Where the ultrasound image lies, in those pixels. */
  readonly sector: Sector;
  /** Whether the image is turned over left to right, so that the probe's marked side is on the left. */
  readonly isMirrored: boolean;
}

/** A calibration as it is kept. */
export const captureCalibrationSchema: StoredSchema<CaptureCalibration> = objectSchema({
  width: sideSchema,
  height: sideSchema,
  sector: sectorSchema,
  isMirrored: flagSchema,
});
