import { type ZoneName, type ZoneSide, zoneFind } from '../scan/zones.ts';
import type { BlueCause, BlueProfile } from './blue-profile.ts';
import type { ZoneReading, ZoneReadings } from './zone-reading.ts';

const CAUSES: Readonly<Record<BlueProfile, BlueCause>> = {
  nude: 'lung_clear',
  a_plaps: 'pneumonia',
  b: 'oedema',
  ab: 'pneumonia',
  c: 'pneumonia',
  a_prime: 'pneumothorax',
  b_prime: 'pneumonia',
};

export interface BlueBranch {
  readonly profile: BlueProfile;
  readonly cause: BlueCause;
  /** Whether, in some zone, sliding lung meets lung that does not slide: the sign that a pneumothorax is sure. */
  readonly hasLungPoint: boolean;
  /** Zones at the side or back with an effusion, which the protocol takes together with consolidation there. */
  readonly effusions: readonly string[];
  /** Zones in front with an effusion, of which no profile is made. */
  readonly effusionsInFront: readonly string[];
}

/** A side shows B-lines in front where so many of its zones there do. */
const B_SHARE = 0.5;

const FRONT: readonly ZoneName[] = [
  'upperAnterior',
  'lowerAnterior',
  'basalAnterior',
  'upperBlue',
  'lowerBlue',
];

/**
 * The branch of the BLUE protocol that zones lead to, of whatever set; null until a zone in front without an effusion was read
 * on either side. Consolidation in front goes first, since it often holds the lung still; then sliding, then B-lines, then
 * the back.
 */
export function blueBranch(readings: ZoneReadings): BlueBranch | null {
  const front: { readonly side: ZoneSide; readonly reading: ZoneReading }[] = [];
  const back: ZoneReading[] = [];
  const effusions: string[] = [];
  const effusionsInFront: string[] = [];
  for (const [id, reading] of readings) {
    const zone = zoneFind(id);
    if (zone === null) continue;
    const isInFront = FRONT.includes(zone.name);
    const hasEffusion = reading.pattern === 'effusion';
    if (hasEffusion) (isInFront ? effusionsInFront : effusions).push(id);
    if (!isInFront) back.push(reading);
    else if (!hasEffusion) front.push({ side: zone.side, reading });
  }
  const sides = (['right', 'left'] as const).map((side) =>
    front.filter((one) => one.side === side).map(({ reading }) => reading),
  );
  if (sides.some((side) => side.length === 0)) return null;
  const profile = profileOf(
    front.map(({ reading }) => reading),
    sides,
    back,
  );
  return {
    profile,
    cause: CAUSES[profile],
    hasLungPoint: [...readings.values()].some(({ sliding }) => sliding === 'in_part'),
    effusions,
    effusionsInFront,
  };
}

function profileOf(
  front: readonly ZoneReading[],
  sides: readonly (readonly ZoneReading[])[],
  back: readonly ZoneReading[],
): BlueProfile {
  if (front.some(({ pattern }) => pattern === 'consolidation')) return 'c';
  const still = front.filter(({ sliding }) => sliding === 'no' || sliding === 'in_part');
  if (still.length > 0) return still.some(hasBLines) ? 'b_prime' : 'a_prime';
  const withB = sides.filter((side) => side.filter(hasBLines).length >= B_SHARE * side.length).length;
  if (withB === 2) return 'b';
  if (withB === 1) return 'ab';
  const isPlaps = back.some(({ pattern }) => pattern === 'consolidation' || pattern === 'effusion');
  return isPlaps ? 'a_plaps' : 'nude';
}

function hasBLines({ pattern }: ZoneReading): boolean {
  return pattern === 'b_lines' || pattern === 'confluence';
}
