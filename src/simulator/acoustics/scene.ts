import type { PolarGrid } from './grid.ts';
import type { DepthLevels } from './levels.ts';
import type { LineEchoes } from './line-echoes.ts';
import type { Media } from './media.ts';
import type { RingDown } from './ring-down.ts';
import type { ScannerTraits } from './scanner-traits.ts';
import type { SceneLines } from './scene-lines.ts';
import type { SpeckleField } from './speckle.ts';

/** One moment before the probe: all that its image is computed from, whoever made it. */
export interface Scene {
  readonly grid: PolarGrid;
  readonly traits: ScannerTraits;
  readonly levels: DepthLevels;
  readonly media: Media;
  readonly lines: SceneLines;
  readonly echoes: LineEchoes;
  /** B-lines and comet tails. */
  readonly rings: readonly RingDown[];
  /** Ring-down from gas above the pleura: it hides what lies below and is no B-line. */
  readonly eLines: readonly ELine[];
  /** Short bright streaks under the pleura. */
  readonly streaks: readonly Streak[];
  /** Scatterers of the chest wall, and of all that lies under the pleura. */
  readonly wall: SpeckleField;
  readonly lung: SpeckleField;
  readonly displacement: Displacement;
  readonly timeS: number;
}

/** How far the tissue has moved since its scatterers were where their fields have them, mm. */
export interface Displacement {
  /** Sideways: chest wall and ribs, and the lung's surface. */
  readonly wallMm: number;
  readonly lungMm: number;
  /** Added depth of the pleura, mm. */
  readonly liftMm: number;
}

/** A short bright line under the pleura, with no meaning of its own or of air or fibrin in a filling. */
export interface Streak {
  /** Where it begins, mm along the lung's surface. */
  readonly xMm: number;
  /** Below the pleura. */
  readonly belowMm: number;
  readonly lengthMm: number;
  readonly slope: number;
  readonly levelDb: number;
  /** Whether it shows in the filling alone. */
  readonly isInLayer: boolean;
}

/** Ring-down from gas in the chest wall. */
export interface ELine {
  readonly xMm: number;
  readonly fromMm: number;
  readonly halfWidthMm: number;
  readonly levelDb: number;
  readonly lossDbMm: number;
}
