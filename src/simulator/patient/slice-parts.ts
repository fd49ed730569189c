import { amplitudeFromDb, exp } from '../../domain/numbers/portable-math.ts';
import { A_LINES, type EchoParts } from '../acoustics/echo.ts';
import type { RingDown } from '../acoustics/ring-down.ts';
import type { Run } from '../acoustics/run.ts';
import type { Exam } from '../exam/exam.ts';
import type { Patient } from './patient.ts';
import { patternAt } from './pattern.ts';
import { AIRLESS, type Slice } from './slice.ts';

/** Working memory of the parts. */
export interface PartsMemory {
  readonly pleura: Float64Array;
  readonly rib: Float64Array;
  readonly haze: Float64Array;
  readonly aLines: readonly Float64Array[];
}

export function partsMemoryCreate(lines: number): PartsMemory {
  const make = (): Float64Array => new Float64Array(lines);
  return { pleura: make(), rib: make(), haze: make(), aLines: Array.from({ length: A_LINES }, make) };
}

/** What air between the pleurae adds to the mirror: it lies smooth against the chest wall. */
const AIR_DB = 1.5;

/** What the lung's surface lacks in evenness where it is ill, dB. */
const UNEVEN_DB = { well: 4, ill: 5 } as const;

/** How much of an A-line's amplitude is left where the lung has fluid in it: it is no mirror any more. */
const WET_KEEPS = 0.35;

/** Level of the pleura behind fluid or airless lung is the engine's; before it, tissue lies against tissue, dB. */
const WET_PLEURA_DB = -1;

/** How much more than healthy lung the torn border of airless lung sends back: air and tissue in turn, dB of power. */
const SHREDS_DB = 12;

/** The named echoes of the scan lines of `range`, before shadow and contact. */
export function slicePartsFill(
  patient: Patient,
  exam: Exam,
  slice: Slice,
  rings: readonly RingDown[],
  range: Run,
  memory: PartsMemory,
): EchoParts {
  const { unevenness, illness } = patient;
  const { lines } = slice;
  const { lung } = exam;
  const { pleura, rib, haze, aLines } = memory;
  const isWet = illness.kind === 'interstitial' || illness.kind === 'white_lung';
  const unevenDb = isWet ? UNEVEN_DB.ill : UNEVEN_DB.well;
  for (let line = range.from; line <= range.to; line++) {
    // The lung's surface carries its unevenness with it.
    const around = slice.lungAroundMm[line]!;
    const down = slice.lungDownMm[line]!;
    const slope = lines.slope[line]!;
    const isFilled = slice.filling[line] !== 0;
    const aerated = 1 - lines.organ[line]!;
    const coherent = lines.passes[line]!;
    const uneven = unevenDb * patternAt(unevenness.pleura, around, down);
    const airDb = slice.air[line] === 1 ? AIR_DB : 0;
    const facing = exp(-2.2 * slope * slope);
    const wetDb = isFilled ? WET_PLEURA_DB : 0;
    pleura[line] =
      amplitudeFromDb(lung.pleuraDb + uneven + airDb + wetDb) * facing * coherent * (isFilled ? 1 : aerated);
    rib[line] =
      lines.ribFacing[line]! > 0 ? amplitudeFromDb(slice.boneDb[line]!) * lines.ribFacing[line]! : 0;
    const shreds =
      slice.filling[line] === AIRLESS ? SHREDS_DB + 4 * patternAt(unevenness.ragged, around, down) : 0;
    haze[line] = amplitudeFromDb(1.8 * patternAt(unevenness.haze, around, down) + shreds);
    const lean = slope / lung.aLineTilt;
    for (let i = 0; i < A_LINES; i++) {
      const bounces = i + 1;
      const level =
        lung.pleuraDb +
        0.5 * uneven +
        airDb -
        bounces * lung.aLineLossDb +
        lung.aLineUnevenDb * patternAt(unevenness.aLines[i]!, around, down);
      aLines[i]![line] = isFilled
        ? 0
        : amplitudeFromDb(level) * exp(-bounces * lean * lean) * coherent * aerated * (isWet ? WET_KEEPS : 1);
    }
  }
  return { rings, pleura, rib, aLines, haze };
}
