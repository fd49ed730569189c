import type { MarkableFinding } from '../domain/findings/finding.ts';
import type { Frame, Mask } from '../domain/frame/frame.ts';
import type { MmPoint } from '../domain/geometry/point.ts';
import type { Mark } from '../domain/marks/mark.ts';

/** A pointer on the ultrasound image, already in millimetres. */
export interface ScannerPointer {
  readonly phase: 'down' | 'move' | 'up' | 'cancel' | 'leave';
  readonly point: MmPoint;
  readonly isInside: boolean;
}

export interface OverlayLook {
  /** 0 hides it, 1 covers the image. */
  readonly opacity: number;
  readonly findings: ReadonlySet<MarkableFinding>;
}

export interface RevealMasks {
  readonly hit: Mask;
  readonly miss: Mask;
  readonly extra: Mask;
  /** Marks that are neither right nor wrong, and what the network is unsure of. */
  readonly neutral: Mask;
  readonly unsure: Mask;
}

/** A hint drawn on the image, or the space that an answer was counted in (the mask is a `BlasSpace` then). */
export interface ScannerHint {
  readonly kind: 'region' | 'outline' | 'answer' | 'space';
  readonly mask: Mask;
}

/** The scanner's screen. It draws what it is told and reports where the pointer is; it decides nothing. */
export interface Scanner {
  frameShow(frame: Frame): void;
  overlayShow(mask: Mask | null, look: OverlayLook): void;
  /** `draft` is the mark still being drawn; `cursor` is the keyboard's cross-hair, with the tool's size in mm. */
  marksShow(
    marks: readonly Mark[],
    draft: Mark | null,
    cursor: { point: MmPoint; radiusMm: number } | null,
  ): void;
  /** Radius in mm of the ring that goes with a hovering mouse or pen (half the tool's size); null for none. */
  hoverShow(radiusMm: number | null): void;
  /** Animated: hits, then misses, then extras; resolves when it has played (at once with reduced motion). */
  revealPlay(masks: RevealMasks): Promise<void>;
  revealClear(): void;
  hintShow(hint: ScannerHint | null): void;
  onPointer(listener: (pointer: ScannerPointer) => void): () => void;
  /** Where a point of the image lies in the window, in CSS pixels; null before the first frame. */
  clientFromMm(point: MmPoint): { readonly x: number; readonly y: number } | null;
  destroy(): void;
}

export interface ScannerOptions {
  /** The HTMLElement to fill; the scanner follows its size. */
  readonly parent: unknown;
  readonly isMotionReduced: boolean;
  /** WebGL where a graphics card does it, else a 2D canvas, unless told otherwise. */
  readonly renderer?: 'auto' | 'webgl' | 'canvas';
  /** Told when the graphics card no longer draws: this scanner shows nothing from then on. */
  readonly onLost?: () => void;
}
