/** The ways in which the space between the chest wall and the aerated lung can be filled. */
export const LAYER_FILLINGS = ['none', 'effusion', 'consolidation'] as const;
export type LayerFilling = (typeof LAYER_FILLINGS)[number];

/** Organs that can lie in the lung's place at the side of the image. */
export const LAYER_ORGANS = ['none', 'liver'] as const;
export type LayerOrgan = (typeof LAYER_ORGANS)[number];

export type LayerProbe = 'convex' | 'linear';

/**
 * What a simulated image is made of, layer by layer; each can be left out, put in or scaled by itself. A layer that is
 * not given is as the exam was drawn.
 */
export interface ImageLayers {
  /** Centre frequency, 2-12 MHz: the pulse is the shorter, and the sound the more absorbed, the higher it is. */
  readonly frequencyMhz?: number;
  /** Imaging depth, 60-200 mm. */
  readonly depthMm?: number;
  /** Overall gain, -30 to 30 dB around that of the whole image. */
  readonly gainDb?: number;
  readonly probe?: LayerProbe;
  /** Whether the probe is turned by half a turn, so that left and right change places. */
  readonly isTurned?: boolean;
  /** The grain of skin, fat and muscle. */
  readonly tissue?: boolean;
  /** Lines of connective tissue in the chest wall: none at 0, as drawn at 1, louder up to 2. */
  readonly fasciae?: number;
  readonly ribs?: boolean;
  /** Loss of sound behind a rib, 0-60 dB. */
  readonly shadowDb?: number;
  /** The mirror that air makes of the pleura; without it nothing repeats it. */
  readonly pleura?: boolean;
  /** How strong the echoes between pleura and probe are: none at 0, as drawn at 1. */
  readonly reverberation?: number;
  /** How many B-lines ring down between the ribs in the middle, 0-6. */
  readonly bLines?: number;
  /** From one of these to the next at most, 2-20 mm. */
  readonly bLineGapMm?: number;
  /** Their loudness over the usual one, -30 to 10 dB. */
  readonly bLineDb?: number;
  /** A comet tail: ring-down that begins at the pleura and soon fades. */
  readonly cometTail?: boolean;
  /** A Z-line: a faint stripe that begins below the pleura and stays with the chest wall. */
  readonly zLine?: boolean;
  /** An E-line: ring-down of gas in the chest wall. */
  readonly eLine?: boolean;
  readonly filling?: LayerFilling;
  /** Thickness of the filling, 2-80 mm. */
  readonly fillingMm?: number;
  readonly organ?: LayerOrgan;
  readonly sliding?: boolean;
}
