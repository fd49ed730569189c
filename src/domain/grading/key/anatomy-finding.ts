import type { Mask } from '../../frame/frame.ts';
import type { BeamRaster } from '../../geometry/beam-raster.ts';
import type { Instance } from '../instances.ts';
import type { IntercostalWindow } from './window.ts';

/** One finding where anatomy allows it. */
export interface AnatomyFinding extends Instance {
  /** Place of its intercostal window; of a rib, that of the one to its left. */
  readonly window: number;
  /** Of an A-line: 2 for the first, at twice the depth of the pleural line; null where none is seen to tell by. */
  readonly multiple: number | null;
}

/** The image, and the findings made in it so far, for the rules of one class. */
export interface AnatomyView {
  readonly mask: Mask;
  readonly beams: BeamRaster;
  readonly ribs: readonly Instance[];
  readonly windows: readonly IntercostalWindow[];
  /** Depth of the pleural line on a scan line, mm; null where none is seen in the image. */
  readonly pleuraMm: (lateral: number) => number | null;
}
