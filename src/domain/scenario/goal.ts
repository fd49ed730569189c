import type { MarkableFinding } from '../findings/finding.ts';
import type { Truth } from '../frame/frame.ts';
import type { ProbePose } from '../scan/probe-pose.ts';
import { ZONE_SETS, type Zone, type ZoneSet, zoneAt, zoneContains, zoneFind } from '../scan/zones.ts';
import { truthFacts } from './answer-facts.ts';
import type { LungPattern, SlidingExtent } from './answer-source.ts';
import { findingsInView, patternRead, slidingRead } from './in-view.ts';

/** Conditions on a frozen image of a scanned patient; everything that is given has to hold. */
export interface ScanGoal {
  /** The zone in which the probe stands; `sick` is any zone that holds some of the patient's condition. */
  readonly zone: string | null;
  /** All of these are in view. */
  readonly shows: readonly MarkableFinding[];
  /** The lung shows one of these; empty for any. */
  readonly patterns: readonly LungPattern[];
  readonly sliding: SlidingExtent | null;
}

export const ZONE_SICK = 'sick';

/** The parts of a goal that do not hold yet, and what is there instead. */
export interface GoalGap {
  /** Where the probe stands, if it is in another place than wanted; `zone` null between the zones. */
  readonly place: { readonly zone: Zone | null } | null;
  readonly missing: readonly MarkableFinding[];
  /** The pattern of the lung, if that is not the wanted one. */
  readonly pattern: LungPattern | null;
  /** How it slides, if otherwise than wanted; null also where no pleura is in view, which `missing` then says. */
  readonly sliding: SlidingExtent | null;
  readonly inView: readonly MarkableFinding[];
}

/** Judges a frozen image; null where the goal is met. `zones`: the set that is drawn on the torso. */
export function goalGap(
  goal: ScanGoal,
  zones: ZoneSet | null,
  pose: ProbePose,
  truth: Truth,
): GoalGap | null {
  const facts = truthFacts(truth);
  const inView = findingsInView(facts);
  const isPlaced = placeHolds(goal, pose, truth);
  const missing = goal.shows.filter((finding) => !inView.includes(finding));
  const pattern = patternRead(facts);
  const isPattern = goal.patterns.length === 0 || goal.patterns.includes(pattern);
  const sliding = slidingRead(truth);
  const isSliding = goal.sliding === null || goal.sliding === sliding;
  if (isPlaced && missing.length === 0 && isPattern && isSliding) return null;
  return {
    place: isPlaced ? null : { zone: zoneUnder(zones, goal, pose) },
    missing: sliding === null && !isSliding ? [...missing, 'pleural_line'] : missing,
    pattern: isPattern ? null : pattern,
    sliding: isSliding ? null : sliding,
    inView,
  };
}

function placeHolds({ zone }: ScanGoal, pose: ProbePose, { scan }: Truth): boolean {
  return zone === null || zonesWanted(zone, scan?.sickZones ?? []).some((one) => zoneContains(one, pose));
}

/** The zones that a goal's name stands for. */
export function zonesWanted(zone: string, sickZones: readonly string[]): readonly Zone[] {
  const ids = zone === ZONE_SICK ? sickZones : [zone];
  return ids.flatMap((id) => zoneFind(id) ?? []);
}

/** The zone that the probe stands in, of the set that the learner sees, else of that which the goal speaks of. */
function zoneUnder(zones: ZoneSet | null, goal: ScanGoal, pose: ProbePose): Zone | null {
  return zoneAt(goalZones(zones, goal), pose);
}

/** The set of zones that a goal is spoken of in. */
export function goalZones(zones: ZoneSet | null, { zone }: ScanGoal): ZoneSet {
  if (zones !== null || zone === null || zone === ZONE_SICK) return zones ?? ZONE_SETS[0];
  return zoneFind(zone)?.set ?? ZONE_SETS[0];
}

/** The zone that a place lies in, by the goal's own set where one of that set holds it; null between all zones. */
export function goalZoneAt(zones: ZoneSet | null, goal: ScanGoal, pose: ProbePose): Zone | null {
  const own = goalZones(zones, goal);
  for (const set of [own, ...ZONE_SETS]) {
    const found = zoneAt(set, pose);
    if (found !== null) return found;
  }
  return null;
}
