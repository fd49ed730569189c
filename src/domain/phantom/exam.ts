/** Everything that fixes a simulated exam: the person, the machine and how it is set. Lengths in mm. */
export interface Exam {
  readonly seed: number;
  readonly probe: Probe;
  readonly machine: Machine;
  readonly wall: ChestWall;
  readonly lung: Lung;
  readonly motion: Motion;
  readonly frameRateHz: number;
}

export type Probe =
  | {
      readonly kind: 'convex';
      readonly radiusMm: number;
      readonly angleRad: number;
      readonly depthMm: number;
    }
  | { readonly kind: 'linear'; readonly widthMm: number; readonly depthMm: number };

export interface Machine {
  /** Centre frequency, MHz. */
  readonly frequencyMhz: number;
  /** Depth of the lateral focus. */
  readonly focusMm: number;
  /** Pulse length (standard deviation of its envelope). */
  readonly pulseMm: number;
  /** Beam width at the focus (standard deviation), in scan lines. */
  readonly beamLines: number;
  /** What the time-gain compensation assumes the tissue to absorb, dB/cm/MHz, one way. */
  readonly tgcDbCmMhz: number;
  /** Most that the compensation can add, dB. */
  readonly tgcLimitDb: number;
  /** Electronic noise before compensation, dB re the echo of muscle at the skin. */
  readonly noiseDb: number;
  /** Grey level that the operator's gain gives the median and the 99th percentile of the image, 0-255. */
  readonly medianGrey: number;
  readonly brightGrey: number;
  /** Echo from beside the beam (side lobes, reverberation) that fills shadows, dB re muscle. */
  readonly clutterDb: number;
  /** Share of each scan line that the display takes from its two neighbours, 0-1 (line averaging). */
  readonly smoothing: number;
  /** Exponent of the grey map. */
  readonly gamma: number;
  /** Weights of this frame, the one before, and the one before that; they sum to 1. */
  readonly persistence: readonly [number, number, number];
  /** Loss of contact at the first and last scan lines, dB, and how far it reaches in (share of the width). */
  readonly contactLossDb: readonly [number, number];
  readonly contactReach: readonly [number, number];
}

export interface ChestWall {
  readonly skinMm: number;
  readonly fatMm: number;
  /** Depth of the pleura in the middle of the image. */
  readonly pleuralDepthMm: number;
  /** 0: the pleura lies parallel to the probe's face; 1: it is flat in the image. */
  readonly flatness: number;
  /** Rise of the pleura's depth across the image, mm per mm. */
  readonly slope: number;
  /** Height of the pleura's gentle waves, mm. */
  readonly waveMm: number;
  readonly ribs: readonly Rib[];
  /** Absorption of the chest wall, dB/cm/MHz, one way. */
  readonly absorptionDbCmMhz: number;
  readonly fatDb: number;
  readonly muscleDb: number;
  readonly skinDb: number;
  /** Strength of septa, fasciae and striae, dB re muscle. */
  readonly fibreDb: number;
  /** How many fascia-like lines cross fat and muscle. */
  readonly fibres: number;
  readonly ribDb: number;
  readonly ribShadowDb: number;
  /** Softness of the shadow's edge, mm. */
  readonly shadowEdgeMm: number;
}

export interface Rib {
  /** Along the face, 0 in the middle. */
  readonly xMm: number;
  /** Depth of its middle below the face. */
  readonly depthMm: number;
  readonly halfWidthMm: number;
  readonly halfHeightMm: number;
  /** Tilt of its section: mm of depth per mm along the face. */
  readonly tilt: number;
}

export interface Lung {
  readonly sliding: boolean;
  readonly pleuraDb: number;
  /** Unevenness of the pleural line's brightness, dB. */
  readonly pleuraUnevenDb: number;
  /** Loss at each further reverberation between pleura and probe, dB. */
  readonly aLineLossDb: number;
  /** Slope of the pleura at which an A-line has lost 1/e of its amplitude. */
  readonly aLineTilt: number;
  /** Unevenness of the A-lines' brightness along them, dB. */
  readonly aLineUnevenDb: number;
  /** Haze under the pleura, dB re muscle, and its loss with depth, dB per mm. */
  readonly hazeDb: number;
  readonly hazeLossDbMm: number;
  readonly hazeUnevenDb: number;
  /** Chest wall seen again, mirrored below the pleura, dB re itself. */
  readonly mirrorDb: number;
  readonly bLines: readonly BLine[];
  /** Short bright streaks under the pleura that mean nothing. */
  readonly streaks: readonly Streak[];
  readonly layer: LungLayer | null;
}

/** Ring-down from one place on the pleura. Short ones (comet tails, Z-lines) are not B-lines. */
export interface BLine {
  readonly kind: 'b_line' | 'comet_tail';
  /** On the lung's surface, mm along the pleura. */
  readonly xMm: number;
  /** Half width at the pleura (standard deviation), mm. */
  readonly halfWidthMm: number;
  /** 2: a Gaussian across; more: flatter on top, as merged lines look. */
  readonly flatness: 2 | 4;
  readonly levelDb: number;
  readonly lossDbMm: number;
  /** Deviation from the scan line, radians. */
  readonly tiltRad: number;
  /** Share of the image's depth where it ends. */
  readonly end: number;
  readonly bandMm: number;
  readonly bandDb: number;
}

export interface Streak {
  readonly xMm: number;
  /** Below the pleura. */
  readonly belowMm: number;
  readonly lengthMm: number;
  readonly slope: number;
  readonly levelDb: number;
}

/** Fluid or airless lung between the chest wall and the aerated lung. */
export interface LungLayer {
  readonly kind: 'pleural_effusion' | 'consolidation';
  readonly xMm: number;
  readonly halfWidthMm: number;
  readonly thicknessMm: number;
  readonly raggedMm: number;
  readonly levelDb: number;
}

export interface Motion {
  readonly breathHz: number;
  /** How far the lung slides along the chest wall to either side. */
  readonly slideMm: number;
  /** How far the pleura rises and falls. */
  readonly liftMm: number;
  /** How far the ribs move sideways. */
  readonly wallMm: number;
  readonly heartHz: number;
  readonly heartMm: number;
  /** Drift of the hand that holds the probe. */
  readonly driftMm: number;
}
