import type { DiceScores } from '../domain/adaptation/dice-scores.ts';
import type { Frame, Mask } from '../domain/frame/frame.ts';

/** The two files of a model: the parsed manifest and the weights. */
export interface AdaptedFiles {
  readonly manifest: unknown;
  readonly weights: Uint8Array<ArrayBuffer>;
}

/** A frame with what it truly shows. */
export interface AdaptFrame {
  /** Told back with what the network says of it. */
  readonly id: string;
  readonly frame: Frame;
  /** On the frame's own raster. */
  readonly mask: Mask;
  readonly exam: number;
  /** Whether it decides, and is not learnt from. */
  readonly isHeld: boolean;
}

/** Labelling held frames by the network as it is, learning, labelling them again. */
export type AdaptPhase = 'before' | 'learning' | 'after';

/** What the network says of a held frame, on the raster of masks. */
export interface AdaptedFrame {
  readonly id: string;
  readonly before: Mask;
  readonly after: Mask;
}

export interface AdaptResult {
  /** Of the weights that it began with, 64 hexadecimal digits. */
  readonly parent: string;
  /** That were learnt from. */
  readonly frames: number;
  readonly exams: number;
  /** Steps of learning; 0 where no number of them helped on exams that were set aside in turn. */
  readonly steps: number;
  /** Mean Dice on exams set aside in turn, by which the steps were chosen. */
  readonly crossValidation: { readonly before: number; readonly after: number };
  /** The adapted model; null where nothing was gained. */
  readonly files: AdaptedFiles | null;
  readonly sha256: string | null;
  /** Of the held frames. */
  readonly before: DiceScores;
  readonly after: DiceScores;
  /** One for each held frame; none where nothing was gained. */
  readonly held: readonly AdaptedFrame[];
}

export interface AdaptWanted {
  readonly frames: readonly AdaptFrame[];
  readonly seed: number;
  /** Time that learning may take, ms. */
  readonly budgetMs: number;
}

export interface AdaptHold {
  /** How much of a phase is done, 0-1, and how long the rest of it will take, where that is known. */
  readonly onProgress: (phase: AdaptPhase, share: number, leftMs: number | null) => void;
  /** Aborted, the tuner lets go of everything, and rejects with an AbortError. */
  readonly signal: AbortSignal;
}

/** Adapts the network that is shipped to somebody's own frames, apart from the page. Rejects with a CodedError. */
export type Tuner = (wanted: AdaptWanted, hold: AdaptHold) => Promise<AdaptResult>;
