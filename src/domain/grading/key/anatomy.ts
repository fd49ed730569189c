import { FINDING_INDEX, type MarkableFinding } from '../../findings/finding.ts';
import { maskComponents } from '../../frame/components.ts';
import type { Mask } from '../../frame/frame.ts';
import { arcMm } from '../../geometry/arc.ts';
import { beamRasterOf } from '../../geometry/beam-raster.ts';
import { type Instance, instanceOf } from '../instances.ts';
import { aLinesRead } from './a-lines.ts';
import type { AnatomyFinding, AnatomyView } from './anatomy-finding.ts';
import { areasRead } from './areas.ts';
import { bLinesRead } from './b-lines.ts';
import { type PleuraProfile, pleuraAt, pleuraPick, pleuraProfile } from './pleura.ts';
import { ribsRead } from './ribs.ts';
import { type IntercostalWindow, windowAt, windowMain, windowsOf } from './window.ts';

/** Impossible parts of a mask: counts of pieces. */
export interface AnatomyRefusals {
  /** B-lines and confluences that begin too far from the pleural line: left out, and drawn up to it. */
  readonly rootless: number;
  readonly joined: number;
  /** Pieces of any class of which anatomy has no place there, other than these. */
  readonly misplaced: number;
}

/** The findings of a mask, which obey anatomy. */
export interface Anatomy {
  /** In mask order, each class from left to right. */
  readonly findings: readonly AnatomyFinding[];
  readonly windows: readonly IntercostalWindow[];
  /** Place of the main window in `windows`. */
  readonly main: number;
  readonly pleura: PleuraProfile;
  readonly refusals: AnatomyRefusals;
}

/**
 * Reads a mask (of the network, an expert or the truth) as findings that obey anatomy; what cannot be is left out, and
 * counted. The rules, in order:
 * - a rib is at least as wide as one can be seen, lies above the pleural line, and no A-line lies in its shadow;
 * - the pleural line is one line, in pieces by intercostal window;
 * - A-lines lie at 2, 3, ... times the depth of the pleural line above them;
 * - B-lines and confluences begin at the pleural line and follow the scan lines to where they fade; pieces below one
 *   another are one;
 * - effusion and consolidation lie under the pleural line, or under one another.
 * Edges are smoothed to what a hand could draw.
 */
export function anatomyOf(mask: Mask): Anatomy {
  const beams = beamRasterOf(mask.sector, mask.width, mask.height);
  const components = maskComponents(mask);
  const piecesOf = (finding: MarkableFinding): readonly Instance[] =>
    components[FINDING_INDEX[finding]]!.map((pixels) => instanceOf(mask, finding, pixels));
  const lines = piecesOf('pleural_line');
  const picked = pleuraPick(lines, mask);
  const seen = piecesOf('rib');
  const profile = pleuraProfile(picked, mask);
  const ribs = ribsRead(seen, mask, profile);
  const windows = windowsOf(ribs);
  const view: AnatomyView = {
    mask,
    beams,
    ribs,
    windows,
    pleuraMm: (lateral) => {
      const { from, to } = windows[windowAt(windows, lateral)]!;
      return pleuraAt(profile, lateral, from, to) ?? pleuraAt(profile, lateral);
    },
  };
  const aLines = aLinesRead(piecesOf('a_line'), view);
  const bLines = bLinesRead([...piecesOf('b_line'), ...piecesOf('b_line_confluence')], view);
  const areas = areasRead([...piecesOf('pleural_effusion'), ...piecesOf('consolidation')], view);
  return {
    findings: [
      ...ribs.map((rib) => placed(rib, windows)),
      ...pleuraByWindow(picked, view),
      ...aLines.findings,
      ...bLines.findings.map((line) => placed(line, windows)),
      ...areas.findings.map((area) => placed(area, windows)),
    ],
    windows,
    main: windowMain(windows),
    pleura: profile,
    refusals: {
      rootless: bLines.rootless,
      joined: bLines.joined,
      misplaced:
        lines.length -
        picked.length +
        (seen.length - ribs.length) +
        aLines.refused +
        bLines.misplaced +
        areas.refused,
    },
  };
}

function placed(instance: Instance, windows: readonly IntercostalWindow[]): AnatomyFinding {
  return { ...instance, window: windowAt(windows, instance.origin.lateral), multiple: null };
}

/** Shorter than this a part of the pleural line in a window is left out, mm. */
const PLEURA_SHORTEST_MM = 2;

/** One piece of the pleural line in each window, of all that lie in it. */
function pleuraByWindow(
  pieces: readonly Instance[],
  { mask, beams, windows }: AnatomyView,
): readonly AnatomyFinding[] {
  const parts = windows.map((): number[] => []);
  for (const { pixels } of pieces) {
    for (const at of pixels) parts[windowAt(windows, beams.lateral[at]!)]!.push(at);
  }
  return parts
    .flatMap((pixels, window) =>
      pixels.length === 0
        ? []
        : [{ ...instanceOf(mask, 'pleural_line', Int32Array.from(pixels)), window, multiple: null }],
    )
    .filter(
      ({ lateralFrom, lateralTo, mean }) =>
        arcMm(mask.sector, lateralTo - lateralFrom, mean.depthMm) >= PLEURA_SHORTEST_MM,
    );
}
