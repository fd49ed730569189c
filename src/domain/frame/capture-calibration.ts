import type { Sector } from '../geometry/sector.ts';
import { sectorIs } from './clip-used.ts';

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

/** Checks stored data. */
export function captureCalibrationIs(value: unknown): value is CaptureCalibration {
  if (typeof value !== 'object' || value === null) return false;
  const { width, height, sector, isMirrored } = value as Readonly<Record<string, unknown>>;
  return sideIs(width) && sideIs(height) && sectorIs(sector) && typeof isMirrored === 'boolean';
}

function sideIs(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) > 0;
}
