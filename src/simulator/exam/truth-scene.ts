import type { EchoBuffers, EchoParts } from '../acoustics/echo.ts';
import { gridArc } from '../acoustics/grid.ts';
import type { Levels } from '../acoustics/levels.ts';
import type { Anatomy, LineAnatomy } from './anatomy.ts';

/** One moment of an exam, as far as labels need it; `buffers` hold the ring-down maps of that moment. */
export interface Scene {
  readonly anatomy: Anatomy;
  readonly lines: LineAnatomy;
  readonly parts: EchoParts;
  readonly levels: Levels;
  readonly buffers: EchoBuffers;
  /** Power that is just told from black. */
  readonly visiblePower: number;
  /** Added to every contrast that an echo needs to count as visible, dB; 0 but for readers who judge otherwise. */
  readonly contrastShiftDb: number;
}

/** Power at a sample that hides whatever is fainter: noise, clutter, E-lines and the display's black. */
export function veilAt(scene: Scene, line: number, sample: number): number {
  const { noisePower, clutterPower, fade } = scene.levels;
  const { eLines } = scene.buffers;
  let beside = 0;
  if (eLines.length > 0) {
    const gain =
      scene.levels.wallGain[
        sampleOf(scene, Math.min(sample * scene.anatomy.grid.stepMm, scene.lines.pleuraMm[line]!))
      ]!;
    beside = eLines[line * noisePower.length + sample]! * gain * gain;
  }
  return beside + noisePower[sample]! + clutterPower[sample]! + scene.visiblePower / fade[sample]!;
}

export function sampleOf(scene: Scene, depthMm: number): number {
  const { samples, stepMm } = scene.anatomy.grid;
  return Math.min(samples - 1, Math.max(0, Math.floor(depthMm / stepMm + 0.5)));
}

/** Power factor of shadow, gas and contact at a depth of a scan line. */
export function throughAt(scene: Scene, line: number, depthMm: number): number {
  const { contact, passes, shadowFromMm, gasPasses, gasFromMm } = scene.lines;
  const amplitude =
    contact[line]! *
    (depthMm >= shadowFromMm[line]! ? passes[line]! : 1) *
    (depthMm >= gasFromMm[line]! ? gasPasses[line]! : 1);
  return amplitude * amplitude;
}

/** How much louder than its surroundings an echo must be to count as visible, dB. */
const CONTRAST_DB = {
  rib: 6,
  pleural_line: 5,
  a_line: 4,
  // By edition: the second one's haze is as bright as B-lines, and what is to be told from it must be louder.
  b_line: { 1: 6, 2: 9 },
  b_line_edge: { 1: 3, 2: 4.5 },
  layer: 6,
} as const;

/** Speckle hides faint echoes: the more looks a machine adds up, the less louder they must be. */
export function contrastDb(scene: Scene, what: keyof typeof CONTRAST_DB): number {
  const { edition, machine } = scene.anatomy.exam;
  const { looks } = machine;
  const db = CONTRAST_DB[what];
  const needed =
    (typeof db === 'number' ? db : db[edition]) * (looks === 1 ? 1 : 0.4 + 0.6 / Math.sqrt(looks));
  return needed + scene.contrastShiftDb;
}

export function linesOf(scene: Scene, mm: number, depthMm: number): number {
  return Math.max(1, Math.round(mm / (gridArc(scene.anatomy.grid, depthMm) * scene.anatomy.grid.placeStep)));
}
