/** How the scanner is set. */
export interface ScanControls {
  readonly probe: 'convex' | 'linear';
  /** Imaging depth, 40-200 mm. */
  readonly depthMm: number;
  /** Overall gain, -30 to 30 dB around the preset's. */
  readonly gainDb: number;
  /** Time-gain sliders from the face to the bottom, -20 to 20 dB each. */
  readonly tgcDb: readonly [number, number, number, number, number, number, number, number];
  /** Depth of the focus, mm. */
  readonly focusMm: number;
  /** Centre frequency, MHz: 2-6 convex, 6-12 linear. */
  readonly frequencyMhz: number;
  /** Decibels from black to white, 30-90. */
  readonly dynamicRangeDb: number;
}
