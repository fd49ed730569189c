/** How a scanner sends, receives and displays: all that the echoes hang on besides what they come from. */
export interface ScannerTraits {
  /** Centre frequency, MHz. */
  readonly frequencyMhz: number;
  /** Depth of the lateral focus. */
  readonly focusMm: number;
  /** Pulse length (standard deviation of its envelope). */
  readonly pulseMm: number;
  /** Beam width at the focus (standard deviation), in scan lines. */
  readonly beamLines: number;
  /** Absorption that the time-gain compensation assumes, dB/cm/MHz, one way. */
  readonly tgcDbCmMhz: number;
  /** Most that the compensation can add, dB. */
  readonly tgcLimitDb: number;
  /** Electronic noise before compensation, dB re the echo of muscle at the skin. */
  readonly noiseDb: number;
  /** Echo from beside the beam (side lobes, reverberation) that fills shadows, dB re muscle. */
  readonly clutterDb: number;
  /** Share of each scan line that the display takes from its two neighbours, 0-1 (line averaging). */
  readonly smoothing: number;
  /** The same along each scan line, from the samples before and behind. */
  readonly axialSmoothing: number;
  /**
   * How many independent looks (angles, frequencies) the scanner adds into one image: 1, 2 or 4. Speckle's mean
   * over standard deviation grows with their square root.
   */
  readonly looks: 1 | 2 | 4;
  /** Exponent by which a filter compresses what speckle is left: 1 leaves it, 0 would remove it. */
  readonly speckleExponent: number;
  /** Share of the grain that a filter takes out of the image as displayed, 0-1; 0 if not given. */
  readonly speckleFilter?: number;
  /** Exponent of the grey map. */
  readonly gamma: number;
}
