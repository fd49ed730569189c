import type { PatientSkill } from '../../../domain/learning/skill.ts';
import { cos, sin } from '../../../domain/numbers/portable-math.ts';
import { type Random, randomBetween, randomChance } from '../../../domain/numbers/random.ts';
import type { PatientRequest } from '../../../domain/scan/patient-request.ts';
import { poseClamp } from '../../../domain/scan/pose-limits.ts';
import type { ProbePose } from '../../../domain/scan/probe-pose.ts';
import type { ScanControls } from '../../../domain/scan/scan-controls.ts';
import { controlsClamp, scanPreset } from '../../../domain/scan/scan-presets.ts';
import { type Zone, zoneFind, zonePose, zonesOf } from '../../../domain/scan/zones.ts';
import type { PatientWanted } from '../../../domain/scenario/patient-wanted.ts';
import { patientDraw } from '../patient-draw.ts';

/** What an item shows on the line that is looked at. */
export type PatientSight = 'slides' | 'still' | 'edge' | 'way' | 'whole';

/** A patient who may be what is wanted, and how the probe is put on at first. */
export interface PatientCandidate {
  readonly sight: PatientSight;
  readonly request: PatientRequest;
  readonly pose: ProbePose;
  readonly controls: ScanControls;
}

/** How deep breaths are: shallow to deeper than quiet. */
const BREATH = { least: 0.35, most: 1.5 } as const;

/** How machines stand in clinics, about the preset for lungs. */
const DEPTH_MM = { least: 90, most: 150 } as const;
const GAIN_DB = { least: -8, most: 8 } as const;

/** Firm enough for a clear image. */
const PRESSURE = 0.6;

/** Zones from which lung goes on beyond the air towards the feet (1), and towards the head (-1). */
const EDGES = [
  { way: 1, zones: ['R1', 'L1', 'R3', 'L3'] },
  { way: -1, zones: ['R2', 'L2', 'R3', 'L3'] },
] as const;
/** Off the way straight up or down, radians. */
const EDGE_TURN_RAD = 0.6;

/** @param seed of the body, which is the same for every candidate */
export function patientCandidate(random: Random, seed: number, wanted: PatientWanted): PatientCandidate {
  const sight = sightDraw(random, wanted);
  switch (sight) {
    case 'slides':
      return { sight, ...slidingDraw(random, seed), controls: controlsDraw(random) };
    case 'still':
      return { sight, ...stillDraw(random, seed), controls: controlsDraw(random) };
    case 'edge':
      return { sight, ...edgeDraw(random, seed), controls: controlsDraw(random) };
    case 'way':
      return { sight, ...wayDraw(random, seed, wanted.zone), controls: scanPreset('lung') };
    case 'whole':
      return { sight, ...wholeDraw(random, seed, wanted.isNormal), controls: controlsDraw(random) };
  }
}

/** What the candidates of a skill can show. */
const SIGHTS: Readonly<
  Record<PatientSkill, { readonly normal: PatientSight[]; readonly other: PatientSight[] }>
> = {
  lung_sliding: { normal: ['slides'], other: ['still'] },
  m_mode_pattern: { normal: ['slides'], other: ['still', 'edge'] },
  lung_point: { normal: ['slides', 'still'], other: ['edge'] },
  probe_handling: { normal: ['way'], other: ['way'] },
  whole_patient: { normal: ['whole'], other: ['whole'] },
};

function sightDraw(random: Random, { skill, isNormal }: PatientWanted): PatientSight {
  return oneOf(random, SIGHTS[skill][isNormal ? 'normal' : 'other']);
}

function slidingDraw(random: Random, seed: number): Pick<PatientCandidate, 'request' | 'pose'> {
  const zone = oneOf(random, zonesOf('zones_8'));
  return {
    request: { seed, condition: 'normal', breathDepth: breathDraw(random) },
    pose: poseIn(random, zone),
  };
}

/** Air holds the lung off, or the breath is held: then the lung pulse is left. */
function stillDraw(random: Random, seed: number): Pick<PatientCandidate, 'request' | 'pose'> {
  const zone = oneOf(random, zonesOf('zones_8'));
  const pose = poseIn(random, zone);
  if (randomChance(random, 0.5)) return { request: { seed, condition: 'normal', breathDepth: 0 }, pose };
  return {
    request: { seed, condition: 'pneumothorax', zone: zone.id, breathDepth: breathDraw(random) },
    pose,
  };
}

/** The probe stands where the edge of the air is at rest, on its upper or its lower side. */
function edgeDraw(random: Random, seed: number): Pick<PatientCandidate, 'request' | 'pose'> {
  const { way, zones } = oneOf(random, EDGES);
  const zone = oneOf(random, zones);
  const request: PatientRequest = { seed, condition: 'pneumothorax', zone, breathDepth: breathDraw(random) };
  const { illness } = patientDraw(request);
  const turn = randomBetween(random, -EDGE_TURN_RAD, EDGE_TURN_RAD);
  const offMm = randomBetween(random, -25, 25);
  const { centre } = zoneFind(zone)!;
  const radiusMm = (illness.kind === 'pneumothorax' ? illness.radiusMm : 0) + offMm;
  const pose = poseClamp({
    ...zonePose(zoneFind(zone)!),
    aroundMm: centre.aroundMm + radiusMm * sin(turn),
    downMm: centre.downMm + way * radiusMm * cos(turn),
    pressure: PRESSURE,
  });
  return { request, pose };
}

/** Well beside the zone, turned and tilted: as somebody puts a probe on who does not look. */
function wayDraw(
  random: Random,
  seed: number,
  zoneId: string | null,
): Pick<PatientCandidate, 'request' | 'pose'> {
  const zone = zoneFind(zoneId ?? '') ?? oneOf(random, zonesOf('blue_6'));
  const turn = randomBetween(random, -3, 3);
  const farMm = randomBetween(random, 45, 190);
  const sign = randomChance(random, 0.5) ? 1 : -1;
  const pose = poseClamp({
    aroundMm: zone.centre.aroundMm + farMm * cos(turn),
    downMm: zone.centre.downMm + farMm * sin(turn),
    rotationRad: sign * randomBetween(random, 0, 1.5),
    tiltRad: randomBetween(random, -0.5, 0.5),
    pressure: randomBetween(random, 0.1, 0.6),
  });
  return { request: { seed, condition: 'normal', zone: zone.id }, pose };
}

function wholeDraw(
  random: Random,
  seed: number,
  isNormal: boolean,
): Pick<PatientCandidate, 'request' | 'pose'> {
  const pose = { ...zonePose(zoneFind('R-upper')!), pressure: PRESSURE };
  const breathDepth = randomBetween(random, 0.6, BREATH.most);
  if (isNormal) return { request: { seed, condition: 'normal', breathDepth }, pose };
  const condition = oneOf(random, ['interstitial', 'white_lung', 'pneumothorax'] as const);
  const bLinesPerSpace = 4 + Math.floor(3 * random.next());
  const request: PatientRequest = { seed, condition, breathDepth };
  return { request: condition === 'interstitial' ? { ...request, bLinesPerSpace } : request, pose };
}

function breathDraw(random: Random): number {
  return randomBetween(random, BREATH.least, BREATH.most);
}

/** In the middle of a zone or a little beside it: spaces between ribs lie below one another. */
function poseIn(random: Random, zone: Zone): ProbePose {
  const middle = zonePose(zone);
  return poseClamp({
    ...middle,
    aroundMm: middle.aroundMm + randomBetween(random, -12, 12),
    downMm: middle.downMm + randomBetween(random, -12, 12),
    pressure: PRESSURE,
  });
}

function controlsDraw(random: Random): ScanControls {
  return controlsClamp({
    ...scanPreset('lung'),
    depthMm: Math.round(randomBetween(random, DEPTH_MM.least, DEPTH_MM.most)),
    gainDb: Math.round(randomBetween(random, GAIN_DB.least, GAIN_DB.most)),
  });
}

function oneOf<Of>(random: Random, list: readonly Of[]): Of {
  return list[Math.floor(random.next() * list.length)]!;
}
