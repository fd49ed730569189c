/** The tissue that sound runs through, as far as it is the same on every scan line; levels in dB re muscle at the skin. */
export interface Media {
  /** Depth of the pleura in the middle of the image, mm. */
  readonly pleuralDepthMm: number;
  /** Absorption of the chest wall, dB/cm/MHz, one way. */
  readonly absorptionDbCmMhz: number;
  readonly muscleDb: number;
  /** Length of the pleural echo's tail, mm: a thick pleura rings on. */
  readonly pleuraTailMm: number;
  /** Haze under the pleura, and its loss with depth, dB per mm. */
  readonly hazeDb: number;
  readonly hazeLossDbMm: number;
  /** Chest wall seen again, mirrored below the pleura, dB re itself. */
  readonly mirrorDb: number;
  /** Between the pleura and the aerated lung, wherever the two lie apart; null where they do nowhere. */
  readonly filling: Filling | null;
  /** In the lung's place; null where there is none. */
  readonly organ: OrganEchoes | null;
}

/** Fluid or airless lung. */
export interface Filling {
  readonly kind: 'pleural_effusion' | 'consolidation';
  readonly levelDb: number;
}

/** Echoes of an organ beside the lung; where its layers lie, the scan lines say. */
export interface OrganEchoes {
  /** From the chest wall down; the last one reaches to the bottom. */
  readonly layers: readonly LayerEchoes[];
  /** Loss with depth, dB per mm. */
  readonly lossDbMm: number;
}

export interface LayerEchoes {
  /** dB re muscle. */
  readonly levelDb: number;
  /** Echo of its front, dB re muscle. */
  readonly frontDb: number;
}
