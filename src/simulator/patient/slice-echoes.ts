import { amplitudeFromDb, exp } from '../../domain/numbers/portable-math.ts';
import { A_LINES, type LineEchoes } from '../acoustics/line-echoes.ts';
import type { LineRun } from '../acoustics/run.ts';
import type { Patient } from './patient.ts';
import { patternAt } from './pattern.ts';
import { AIRLESS, type Slice } from './slice.ts';

/** Gain of the mirror by air between the pleurae, dB: it lies smooth against the chest wall. */
const AIR_DB = 1.5;

/** How uneven the lung's surface is, dB. */
const UNEVEN_DB = { well: 4, ill: 5 } as const;

/** Share of an A-line's amplitude that is left where the lung has fluid in it: it is no mirror any more. */
const WET_KEEPS = 0.35;

/** Before fluid or airless lung, tissue lies against tissue, dB; behind them the pleura is as loud as ever. */
const WET_PLEURA_DB = -1;

/** Echo of the torn border of airless lung above that of healthy lung: air and tissue in turn, dB of power. */
const SHREDS_DB = 12;

/** Slope of the pleura at which an A-line has lost 1/e of its amplitude, and how uneven A-lines are along them, dB. */
const A_LINE_TILT = 0.22;
const A_LINE_UNEVEN_DB = 4;

/** Writes the named echoes of the scan lines of `range`. */
export function sliceEchoesFill(patient: Patient, slice: Slice, range: LineRun, out: LineEchoes): void {
  const { unevenness, illness, build } = patient;
  const { lines } = slice;
  const { pleura, rib, haze, aLines } = out;
  const isWet = illness.kind === 'interstitial' || illness.kind === 'white_lung';
  const unevenDb = isWet ? UNEVEN_DB.ill : UNEVEN_DB.well;
  for (let line = range.from; line <= range.to; line++) {
    // The lung's surface carries its unevenness with it.
    const around = slice.lungAroundMm[line]!;
    const down = slice.lungDownMm[line]!;
    const slope = slice.slope[line]!;
    const isFilled = slice.filling[line] !== 0;
    const aerated = 1 - lines.organ[line]!;
    const coherent = lines.passes[line]!;
    const uneven = unevenDb * patternAt(unevenness.pleura, around, down);
    const airDb = slice.air[line] === 1 ? AIR_DB : 0;
    const facing = exp(-2.2 * slope * slope);
    const wetDb = isFilled ? WET_PLEURA_DB : 0;
    pleura[line] =
      amplitudeFromDb(build.pleuraDb + uneven + airDb + wetDb) * facing * coherent * (isFilled ? 1 : aerated);
    rib[line] =
      slice.ribFacing[line]! > 0 ? amplitudeFromDb(slice.boneDb[line]!) * slice.ribFacing[line]! : 0;
    const shreds =
      slice.filling[line] === AIRLESS ? SHREDS_DB + 4 * patternAt(unevenness.ragged, around, down) : 0;
    haze[line] = amplitudeFromDb(1.8 * patternAt(unevenness.haze, around, down) + shreds);
    const lean = slope / A_LINE_TILT;
    for (let i = 0; i < A_LINES; i++) {
      const bounces = i + 1;
      const level =
        build.pleuraDb +
        0.5 * uneven +
        airDb -
        bounces * build.aLineLossDb +
        A_LINE_UNEVEN_DB * patternAt(unevenness.aLines[i]!, around, down);
      aLines[i]![line] = isFilled
        ? 0
        : amplitudeFromDb(level) * exp(-bounces * lean * lean) * coherent * aerated * (isWet ? WET_KEEPS : 1);
    }
  }
}
