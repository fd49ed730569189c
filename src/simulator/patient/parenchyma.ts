import { sin } from '../../domain/numbers/portable-math.ts';

/** The kinds of tissue whose speckle differs. */
export type Parenchyma = 'lung' | 'airless' | 'liver' | 'spleen' | 'heart' | 'bowel';

const SIZE = 1024;
const SINES = Float32Array.from({ length: SIZE }, (_, i) => sin((i / SIZE) * 6.283185307179586));

/** Sine of a number of turns. */
function wave(turns: number): number {
  return SINES[Math.floor(turns * SIZE) & (SIZE - 1)]!;
}

/** Spacing of the liver's vessels, mm, how much fainter blood is, dB, and how wide they are (square of a level). */
const VESSEL_MM = 47;
const BLOOD_DB = 13;
const VESSEL_LEVEL = 0.14;

const MOTTLE_DB: Readonly<Record<Parenchyma, number>> = {
  lung: 1.1,
  airless: 2,
  liver: 1.1,
  spleen: 0.7,
  heart: 1.6,
  bowel: 3.5,
};

/**
 * Level of an organ's echo at a place of the body, dB about its mean. Two wavy surfaces cross in curves that run
 * through the whole organ: along them lie the liver's vessels.
 */
export function parenchymaDb(kind: Parenchyma, aroundMm: number, downMm: number, belowMm: number): number {
  const a = 0.8 * aroundMm + 0.6 * downMm;
  const b = 0.8 * downMm - 0.6 * aroundMm + 0.35 * belowMm;
  const c = 0.94 * belowMm - 0.25 * aroundMm;
  const mottle =
    wave(a / 9.1 + 0.8 * wave(c / 23)) * wave(c / 6.3 + 0.3) +
    wave(b / 7.7 + 0.6 * wave(a / 19)) +
    0.7 * wave((a + b) / 4.9 + wave(c / 13));
  let db = MOTTLE_DB[kind] * mottle;
  if (kind === 'liver') {
    const one = wave(a / VESSEL_MM) + wave(b / VESSEL_MM + 0.25 * wave(c / 61)) + wave(c / VESSEL_MM);
    const two = wave(b / (1.3 * VESSEL_MM) + 0.3) + wave(c / (1.3 * VESSEL_MM)) - wave(a / (1.2 * VESSEL_MM));
    const apart = (one * one + two * two) / VESSEL_LEVEL;
    if (apart < 1) db -= BLOOD_DB * Math.min(1, 2 * (1 - apart));
  }
  return db;
}
