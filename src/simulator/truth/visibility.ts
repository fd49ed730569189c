import type { EchoBuffers } from '../acoustics/echo-buffers.ts';
import { gridArc } from '../acoustics/grid.ts';
import type { Scene } from '../acoustics/scene.ts';
import type { LabelRules } from './label-rules.ts';

/** A scene as it is looked at on a display; `buffers` hold the ring-down maps of that moment. */
export interface ShownScene extends Scene {
  readonly buffers: EchoBuffers;
  /** Power that is just told from black. */
  readonly visiblePower: number;
  readonly rules: LabelRules;
  /** Added to every contrast that an echo needs to count as visible, dB; 0 but for readers who judge otherwise. */
  readonly contrastShiftDb: number;
}

/** Power at a sample that hides whatever is fainter: noise, clutter, E-lines and the display's black. */
export function maskingPower(shown: ShownScene, line: number, sample: number): number {
  const { grid, levels } = shown;
  const { noisePower, clutterPower, gain } = levels;
  const { eLines } = shown.buffers;
  let beside = 0;
  if (eLines.length > 0) {
    const wallGain =
      levels.wallGain[sampleOf(shown, Math.min(sample * grid.stepMm, shown.lines.pleuraMm[line]!))]!;
    beside = eLines[line * noisePower.length + sample]! * wallGain * wallGain;
  }
  return beside + noisePower[sample]! + clutterPower[sample]! + shown.visiblePower / gain[sample]!;
}

export function sampleOf({ grid: { samples, stepMm } }: ShownScene, depthMm: number): number {
  return Math.min(samples - 1, Math.max(0, Math.floor(depthMm / stepMm + 0.5)));
}

/** Power factor of shadow, gas and contact at a depth of a scan line. */
export function throughAt({ lines, buffers: { gas } }: ShownScene, line: number, depthMm: number): number {
  const { contact, passes, shadowFromMm } = lines;
  const amplitude =
    contact[line]! *
    (depthMm >= shadowFromMm[line]! ? passes[line]! : 1) *
    (depthMm >= gas.fromMm[line]! ? gas.passes[line]! : 1);
  return amplitude * amplitude;
}

/** Loudness over its surroundings at which an echo counts as visible, dB, whatever the rules. */
const CONTRAST_DB = {
  rib: 6,
  pleural_line: 5,
  a_line: 4,
  layer: 6,
} as const;

function contrastOf(rules: LabelRules, echo: keyof typeof CONTRAST_DB | 'b_line' | 'b_line_edge'): number {
  if (echo === 'b_line') return rules.bLineDb;
  if (echo === 'b_line_edge') return rules.bLineEdgeDb;
  return CONTRAST_DB[echo];
}

/** Speckle hides faint echoes: the more looks a scanner adds up, the less louder they must be. */
export function contrastDb(
  { traits: { looks }, rules, contrastShiftDb }: ShownScene,
  echo: Parameters<typeof contrastOf>[1],
): number {
  const needed = contrastOf(rules, echo) * (looks === 1 ? 1 : 0.4 + 0.6 / Math.sqrt(looks));
  return needed + contrastShiftDb;
}

export function linesOf({ grid }: ShownScene, mm: number, depthMm: number): number {
  return Math.max(1, Math.round(mm / (gridArc(grid, depthMm) * grid.placeStep)));
}
