import type { PhantomEdition } from '../../domain/scan/phantom-request.ts';
import type { GreyAim } from '../acoustics/exposure.ts';
import type { Filling, LayerEchoes, OrganEchoes } from '../acoustics/media.ts';
import type { Probe } from '../acoustics/probe.ts';
import type { ScannerTraits } from '../acoustics/scanner-traits.ts';
import type { ELine, Streak } from '../acoustics/scene.ts';

/** Everything that fixes a simulated exam: the person, the scanner and how it is set. Lengths in mm. */
export interface Exam {
  readonly seed: number;
  readonly edition: PhantomEdition;
  readonly probe: Probe;
  readonly scanner: ExamScanner;
  readonly wall: ChestWall;
  readonly lung: Lung;
  readonly motion: Motion;
  readonly frameRateHz: number;
}

/** The scanner of an exam, with its operator's settings and what it keeps of an image. */
export interface ExamScanner extends ScannerTraits, GreyAim {
  /** Every how many-th computed scan line the scanner really has; those between are interpolated. 1 if not given. */
  readonly lineStep?: number;
  /** Loss by the operator's gain from the face of the probe to the bottom, dB. */
  readonly fadeDb: number;
  /** Weights of this frame, the one before, and the one before that; they sum to 1. */
  readonly persistence: readonly [number, number, number];
  /** Loss of contact at the first and last scan lines, dB, and how far it reaches in (share of the width). */
  readonly contactLossDb: readonly [number, number];
  readonly contactReach: readonly [number, number];
  /** Shares of the image's box that were cut off before it was stored: top, left, right. */
  readonly crop: { readonly top: number; readonly left: number; readonly right: number };
  /** Ticks and text that the scanner writes over the image. */
  readonly prints: readonly Print[];
}

/** A block of a print (a tick, a dot, part of a letter), in shares of the raster's side. */
export interface Print {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** 0-255. */
  readonly grey: number;
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
  /** Where the wall turns away from the probe, left and right: the pleura falls off steeply beyond. */
  readonly flanks: readonly Flank[];
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

export interface Flank {
  readonly side: -1 | 1;
  /** Along the pleura, from the middle outwards. */
  readonly fromMm: number;
  /** Millimetres of depth per millimetre outwards. */
  readonly fall: number;
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
  /** Length of the pleural echo's tail: a thick pleura rings on. */
  readonly pleuraTailMm: number;
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
  /** Short bright streaks under the pleura that mean nothing, or lie in a layer (air in it, fibrin). */
  readonly streaks: readonly Streak[];
  /** Ring-down from gas above the pleura (E-lines): it hides what lies below and is no B-line. */
  readonly eLines: readonly ELine[];
  readonly layer: LungLayer | null;
  readonly organ: Organ | null;
}

/**
 * An organ in the lung's place beside a moving edge: liver or spleen under the diaphragm (the edge is then the
 * curtain sign), the heart, or a view with no lung at all.
 */
export interface Organ extends OrganEchoes {
  readonly kind: 'liver' | 'heart' | 'muscle';
  readonly side: -1 | 1;
  /** Edge of the lung, mm along the pleura; the organ lies on `side` of it. */
  readonly edgeMm: number;
  /** Softness of the edge, mm. */
  readonly softMm: number;
  /** Share of the lung's sliding that the edge follows, 0-1. */
  readonly follows: number;
  /** From the chest wall down; the last one reaches to the bottom. */
  readonly layers: readonly OrganLayer[];
}

export interface OrganLayer extends LayerEchoes {
  readonly thicknessMm: number;
  /** Rise of its front away from the edge, mm per mm, and its waves, mm. */
  readonly slope: number;
  readonly waveMm: number;
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
  /** Over how many samples it fades there. */
  readonly endFade: number;
  readonly bandMm: number;
  readonly bandDb: number;
  /** Whether the bands' spacing wanders along the B-line, so that they make no ladder; they are even if not given. */
  readonly hasUnevenBands?: boolean;
}

/** Fluid or airless lung between the chest wall and the aerated lung. */
export interface LungLayer extends Filling {
  readonly xMm: number;
  readonly halfWidthMm: number;
  readonly thicknessMm: number;
  readonly raggedMm: number;
  /** Share by which breathing thickens and thins it (the sinusoid sign). */
  readonly swing: number;
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
