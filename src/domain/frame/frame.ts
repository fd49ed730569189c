import type { MmPoint } from '../geometry/point.ts';
import type { Sector } from '../geometry/sector.ts';
import type { ScanTruth } from '../scan/scan-truth.ts';

/** One ultrasound image with its geometry and time. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Row-major grey levels 0-255, `width * height` of them. */
  readonly grey: Uint8Array;
  readonly sector: Sector;
  /** Milliseconds since the source began. */
  readonly timeMs: number;
}

/** One class per pixel (see FINDINGS for the values), with the geometry of its own raster. */
export interface Mask {
  readonly width: number;
  readonly height: number;
  /** Row-major class indices 0-7. */
  readonly classes: Uint8Array;
  readonly sector: Sector;
}

/** One visible horizontal reverberation of the pleural line. */
export interface ALineTruth {
  /** 2 for the first A-line (twice the pleural depth), 3 for the next, ... */
  readonly multiple: number;
  /** Along the line, left to right. */
  readonly points: readonly MmPoint[];
}

/** One visible B-line, or one merged group of them. */
export interface BLineTruth {
  /** Where it leaves the pleural line. */
  readonly origin: MmPoint;
  /** Its scan line: -1 first, +1 last. */
  readonly lateral: number;
  /** Width at the pleural line, mm. */
  readonly widthMm: number;
  /** Where it ends, mm along the scan line. */
  readonly endDepthMm: number;
  readonly confluent: boolean;
}

/** The labels of a frame at two other limits of visibility, on one raster with its mask. */
export interface VisibilityBands {
  /** The labels where an echo must be CLEAR_DB louder than for the mask. */
  readonly clear: Mask;
  /** The labels for an eye that makes out echoes FAINT_DB quieter. */
  readonly faint: Mask;
}

/** Widths of the bands, dB: two readers who differ by so much both read right, and nobody asks for what is fainter. */
export const CLEAR_DB = 2;
export const FAINT_DB = 6;

/** The truth of a phantom frame. */
export interface Truth {
  readonly mask: Mask;
  /** Of frames that marks are graded on; absent where nobody asked for them. */
  readonly bands?: VisibilityBands;
  readonly aLines: readonly ALineTruth[];
  readonly bLines: readonly BLineTruth[];
  /** The visible pleural line, one polyline per intercostal space. */
  readonly pleura: readonly (readonly MmPoint[])[];
  /** The visible front surface of each rib. */
  readonly ribs: readonly (readonly MmPoint[])[];
  /** Whether the lung slides in this exam; of a patient who is scanned by hand, somewhere in this image. */
  readonly sliding: boolean;
  /** Only of a virtual patient who is scanned by hand. */
  readonly scan?: ScanTruth;
}
