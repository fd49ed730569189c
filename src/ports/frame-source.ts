import type { Frame, Truth } from '../domain/frame/frame.ts';

export interface SourceFrame {
  readonly frame: Frame;
  /** What the frame really shows, where the source knows it. */
  readonly truth: Truth | null;
  readonly index: number;
}

/** Gives moving images: a virtual phantom, a recorded clip, a still picture. */
export interface FrameSource {
  readonly kind: 'phantom' | 'clip' | 'picture';
  /** Starts running; every new image goes to `listener` (without truth) until `freeze` or `close`. */
  play(listener: (shown: SourceFrame) => void): void;
  /** Stops on an image and gives it whole, truth included. `index` asks for one image, e.g. after a reload. */
  freeze(index?: number): Promise<SourceFrame>;
  close(): void;
}
