import { exp } from '../../domain/numbers/portable-math.ts';
import {
  type Random,
  randomBell,
  randomBetween,
  randomChance,
  randomCreate,
  randomWeighted,
} from '../../domain/numbers/random.ts';
import type { PatientRequest } from '../../domain/scan/patient-request.ts';
import { type Zone, zoneFind } from '../../domain/scan/zones.ts';
import { type ValueNoise, valueNoiseCreate } from '../acoustics/value-noise.ts';
import { bronchogramsDraw } from './bronchograms.ts';
import type { Build, Illness, NoisePattern, Patient, Rhythm, Unevenness } from './patient.ts';
import { FIRST_RIB, LAST_RIB } from './ribs.ts';

/** Random streams of patients, apart from those of the phantom's exams. */
const STREAM = 7000;

function buildDraw(random: Random): Build {
  const shift = randomBetween(random, -4, 4);
  return {
    skinMm: randomBetween(random, 1.6, 2.4),
    fatMm: 9 * exp(0.32 * randomBell(random)),
    muscle: randomBetween(random, 0.8, 1.2),
    ribHalfWidthMm: randomBetween(random, 6.2, 7.6),
    ribHalfHeightMm: randomBetween(random, 3.6, 4.6),
    ribGapMm: randomBetween(random, 1, 2.2),
    ribShiftMm: Array.from({ length: LAST_RIB - FIRST_RIB + 1 }, () => shift + 1.2 * randomBell(random)),
    ribDb: randomBetween(random, 15, 19),
    ribShadowDb: randomBetween(random, 20, 28),
    absorptionDbCmMhz: randomBetween(random, 0.48, 0.6),
    fatDb: randomBetween(random, -12, -8),
    muscleDb: randomBetween(random, -9, -5),
    skinDb: randomBetween(random, -1, 3),
    pleuraDb: randomBetween(random, 13, 17),
    aLineLossDb: randomBetween(random, 6, 9),
    hazeDb: randomBetween(random, -12, -8),
    hazeLossDbMm: randomBetween(random, 0.13, 0.2),
  };
}

function rhythmDraw(random: Random, request: PatientRequest): Rhythm {
  return {
    breathHz: (request.breathsPerMinute ?? randomBetween(random, 13, 20)) / 60,
    breathDepth: request.breathDepth ?? 1,
    breathPhase: random.next(),
    heartHz: randomBetween(random, 60, 95) / 60,
    heartPhase: random.next(),
  };
}

function unevennessDraw(random: Random): Unevenness {
  const pattern = (least: number, most: number): NoisePattern => {
    const make = (): ValueNoise => valueNoiseCreate(random, randomBetween(random, least, most));
    return [make(), make(), make()];
  };
  return {
    pleura: pattern(3, 8),
    wave: pattern(9, 22),
    haze: pattern(9, 20),
    contact: valueNoiseCreate(random, 12),
    ragged: pattern(3.5, 7),
    aLines: Array.from({ length: 5 }, () => pattern(5, 12)),
  };
}

function zoneDraw(random: Random, request: PatientRequest, among: readonly string[]): Zone {
  const drawn =
    among[
      randomWeighted(
        random,
        among.map(() => 1),
      )
    ]!;
  return zoneFind(request.zone ?? drawn) ?? zoneFind(drawn)!;
}

function illnessDraw(random: Random, request: PatientRequest): Illness {
  switch (request.condition) {
    case 'normal':
      return { kind: 'normal' };
    case 'interstitial':
    case 'white_lung':
      return {
        kind: request.condition,
        zone: request.zone === undefined ? null : zoneFind(request.zone),
        bLinesPerSpace: request.bLinesPerSpace ?? Math.floor(randomBetween(random, 3, 6)),
      };
    case 'pneumothorax': {
      // Air rises: in a patient who lies on the back it gathers in front.
      const zone = zoneDraw(random, request, ['R1', 'L1', 'R2', 'L2']);
      return { kind: 'pneumothorax', centre: zone.centre, radiusMm: randomBetween(random, 78, 92) };
    }
    case 'effusion': {
      const zone = zoneDraw(random, request, ['R-plaps', 'L-plaps']);
      return {
        kind: 'effusion',
        side: zone.centre.aroundMm < 0 ? -1 : 1,
        thicknessMm: randomBetween(random, 34, 58),
        heightMm: randomBetween(random, 80, 120),
        // Most fluid is black; some holds fine echoes.
        levelDb: randomBetween(random, -46, -31),
      };
    }
    case 'consolidation': {
      const zone = zoneDraw(random, request, ['R4', 'L4', 'R6', 'L6', 'R-plaps', 'L-plaps']);
      const radiusMm = randomBetween(random, 26, 36);
      const thicknessMm = randomBetween(random, 24, 38);
      return {
        kind: 'consolidation',
        centre: zone.centre,
        radiusMm,
        thicknessMm,
        levelDb: randomBetween(random, -12, -9.5),
        bronchograms: bronchogramsDraw(random, zone.centre, radiusMm, thicknessMm),
        isDynamic: randomChance(random, 0.6),
      };
    }
  }
}

/** Draws a whole patient from the request's seed; what the request fixes is kept. */
export function patientDraw(request: PatientRequest): Patient {
  const stream = (part: number): Random => randomCreate(request.seed, STREAM + part);
  return {
    request,
    build: buildDraw(stream(1)),
    rhythm: rhythmDraw(stream(2), request),
    illness: illnessDraw(stream(3), request),
    unevenness: unevennessDraw(stream(4)),
  };
}
