import { aroundWrap, smoothStep } from '../../domain/scan/skin.ts';
import type { Patient } from './patient.ts';
import { patternAt } from './pattern.ts';

/** Layers of the chest wall at a place, under the probe's pressure; depths below the skin, mm. */
export interface WallLayers {
  /** Where fat ends and muscle begins. */
  fasciaMm: number;
  /** Where the muscles over the ribs end: the ribs' front. */
  ribFrontMm: number;
  pleuraMm: number;
}

/** Fat against that of the front of the chest. */
function fatShare(outMm: number, downMm: number): number {
  const side = smoothStep(120, 230, outMm) * (1 - smoothStep(300, 400, outMm));
  return 1 + 0.25 * side + 0.6 * smoothStep(190, 330, downMm) - 0.25 * (1 - smoothStep(10, 45, outMm));
}

/** Muscle over the ribs: pectorals in front, serratus and latissimus at the side, trapezius and erectors behind. */
function muscleMm(outMm: number, downMm: number): number {
  const pectoral =
    10 *
    smoothStep(15, 55, outMm) *
    (1 - smoothStep(125, 175, outMm)) *
    smoothStep(-20, 30, downMm) *
    (1 - smoothStep(95, 145, downMm));
  const side = 4 * smoothStep(150, 220, outMm) * (1 - smoothStep(380, 430, outMm));
  const latissimus = 6 * smoothStep(255, 310, outMm) * (1 - smoothStep(385, 420, outMm));
  const trapezius = 6 * smoothStep(320, 400, outMm) * (1 - smoothStep(90, 180, downMm));
  const erectors = 17 * smoothStep(395, 440, outMm);
  return 3.5 + pectoral + side + latissimus + trapezius + erectors;
}

/** The most that full pressure takes off from fat and muscle. */
const FAT_YIELDS = 0.5;
const MUSCLE_YIELDS = 0.18;

/** Writes the wall's layers at a place of the skin map. `pressure` 0-1. */
export function wallLayersAt(
  { build, unevenness }: Patient,
  aroundMm: number,
  downMm: number,
  pressure: number,
  out: WallLayers,
): void {
  const around = aroundWrap(aroundMm);
  const outMm = Math.abs(around);
  const fat = build.fatMm * fatShare(outMm, downMm) * (1 - FAT_YIELDS * pressure);
  const muscle = build.muscle * muscleMm(outMm, downMm) * (1 - MUSCLE_YIELDS * pressure);
  const wave = 0.45 * patternAt(unevenness.wave, around, downMm);
  out.fasciaMm = build.skinMm + fat;
  out.ribFrontMm = out.fasciaMm + muscle;
  out.pleuraMm = out.ribFrontMm + 2 * build.ribHalfHeightMm + build.ribGapMm + wave;
}
