/** Patterns of the lung. */
export const PHANTOM_PATTERNS = [
  'a_lines',
  'b_lines',
  'confluence',
  'effusion',
  'consolidation',
  'any',
] as const;
export type PhantomPattern = (typeof PHANTOM_PATTERNS)[number];

/**
 * Which ranges of anatomy and machine an exam is drawn from: `train` and `test` never overlap in seeds or in
 * anatomy; `game` is what trainees see (drawn as `train`, with the gain set as a careful operator would).
 */
export type PhantomSplit = 'train' | 'test' | 'game';

/**
 * `calm`: images of healthy variety, as the first frozen test set and the lessons have them. `varied`: the breadth of
 * clinical images, with all that can be taken for a finding. Both keep their bytes.
 */
export const PHANTOM_EDITIONS = ['calm', 'varied'] as const;
export type PhantomEdition = (typeof PHANTOM_EDITIONS)[number];

/**
 * `trainer`: the many machines that training, tests and lessons show. `clinic`: one machine unlike all of them, which
 * stands for the one that an instructor adapts the network to; always of the varied edition and with a convex probe.
 * `hospital`: machines whose images come nearest to recorded clips, for training; always of the varied edition.
 */
export const PHANTOM_DEVICES = ['trainer', 'clinic', 'hospital'] as const;
export type PhantomDevice = (typeof PHANTOM_DEVICES)[number];

/**
 * How the game's images look. `clean`: calm, with sharp black shadows and even lines, as first lessons want them.
 * `clinical`: with the variety that the network is tested on (haze, soft shadows, uneven and faint lines), but always
 * with a window between two ribs in the middle, and with what was asked for in it.
 */
export const PHANTOM_LOOKS = ['clean', 'clinical'] as const;
export type PhantomLook = (typeof PHANTOM_LOOKS)[number];

/** A phantom to draw; everything not given is drawn from the seed. */
export interface PhantomRequest {
  /** 0 to 2^32 - 1. */
  readonly seed: number;
  readonly split?: PhantomSplit;
  /** By default `calm` for the game and `varied` otherwise. */
  readonly edition?: PhantomEdition;
  /** `trainer` unless told otherwise. */
  readonly device?: PhantomDevice;
  /** Of the game's images alone; `clean` unless told otherwise. */
  readonly look?: PhantomLook;
  readonly pattern?: PhantomPattern;
  readonly probe?: 'convex' | 'linear';
  /** Imaging depth, 60-200 mm. */
  readonly depthMm?: number;
  /** Centre frequency, 2-12 MHz. */
  readonly frequencyMhz?: number;
  /** How many separate B-lines are wanted, 0-6. */
  readonly bLines?: number;
  /** Whether the lung slides; true unless told otherwise. */
  readonly sliding?: boolean;
}
