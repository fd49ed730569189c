import type { Mark } from '../marks/mark.ts';
import type { ProbePose } from '../scan/probe-pose.ts';
import type { ScanControls } from '../scan/scan-controls.ts';
import { type ZoneSet, zoneFind, zonesOf } from '../scan/zones.ts';
import { lusScore } from './lus-score.ts';
import type { ZoneReading, ZoneReadings } from './zone-reading.ts';
import { type PatientTruth, zoneExpected } from './zone-truth.ts';

/** The sets of zones that a chest is surveyed by. */
export const SURVEY_SETS = ['blue_6', 'zones_8', 'zones_12'] as const satisfies readonly ZoneSet[];
export type SurveySet = (typeof SURVEY_SETS)[number];

/** The learner's answer to a zone: marks on the frozen image, the pattern by name, or by its LUS score. */
export const ZONE_ANSWERS = ['marks', 'pattern', 'lus_score'] as const;
export type ZoneAnswer = (typeof ZONE_ANSWERS)[number];

/** A zone of which the learner froze an image and gave an answer. */
export interface ZoneVisit {
  readonly zoneId: string;
  /** The learner's. */
  readonly said: ZoneReading;
  readonly truth: ZoneReading;
  /** See `ZoneTruth`. */
  readonly isOverlooked: boolean;
  /** Where the probe stood, and which image was frozen there. */
  readonly pose: ProbePose;
  readonly frozenIndex: number;
  /** How the scanner was set; an older version did not keep it. */
  readonly controls?: ScanControls;
  /** Drawn on that image; none where the answer was named. */
  readonly marks: readonly Mark[];
  /** Seconds that it took, while the page was visible: finding the place as well. */
  readonly seenS: number;
}

/** A zone without an answer, as the patient has it. */
export interface ZoneLeft {
  readonly zoneId: string;
  readonly truth: ZoneReading;
}

/** A survey as far as it has come. */
export interface SurveyState {
  /** One a zone, in the order in which they were answered. */
  readonly visits: readonly ZoneVisit[];
  /** Null until the first image. */
  readonly patient: PatientTruth | null;
}

export const SURVEY_NONE: SurveyState = { visits: [], patient: null };

/** The answer to a zone, in the place of one given before. */
export function surveyVisited({ visits }: SurveyState, visit: ZoneVisit, patient: PatientTruth): SurveyState {
  return { visits: [...visits.filter(({ zoneId }) => zoneId !== visit.zoneId), visit], patient };
}

/** The zones of a set that have no answer; none while nothing is known of the patient. */
export function zonesLeft(set: SurveySet, { visits, patient }: SurveyState): readonly ZoneLeft[] {
  if (patient === null) return [];
  return zonesOf(set)
    .filter(({ id }) => !visits.some(({ zoneId }) => zoneId === id))
    .map(({ id }) => ({ zoneId: id, truth: zoneExpected(patient, id) }));
}

/** How much of its full credit a visited zone earns: 0, 0.5 or 1. */
export function zoneCredit(visit: ZoneVisit, visits: readonly ZoneVisit[]): number {
  const { said, truth, marks, isOverlooked } = visit;
  if (isOverlooked) return isSeenBeside(visit, visits) ? 0.5 : 0;
  const credit = patternCredit(said, truth, marks);
  const isSlidingWrong = said.sliding !== null && truth.sliding !== null && said.sliding !== truth.sliding;
  if (!isSlidingWrong) return credit;
  // Neither answer is right where the pattern is off as well.
  return credit === 1 ? 0.5 : 0;
}

/** One point off on the LUS score is half right, but where a sick zone was taken for healthy and no B-line in it was marked. */
function patternCredit(said: ZoneReading, truth: ZoneReading, marks: readonly Mark[]): number {
  if (said.pattern === truth.pattern) return 1;
  if (said.pattern === 'a_lines' && !marks.some(isBLine)) return 0;
  const mine = lusScore(said.pattern);
  const own = lusScore(truth.pattern);
  return mine !== null && own !== null && Math.abs(mine - own) === 1 ? 0.5 : 0;
}

function isBLine(mark: Mark): boolean {
  return mark.kind !== 'eraser' && (mark.finding === 'b_line' || mark.finding === 'b_line_confluence');
}

/** What is missed in one zone and seen in another of the same side is half found: it reaches over their border. */
function isSeenBeside({ zoneId }: ZoneVisit, visits: readonly ZoneVisit[]): boolean {
  const side = zoneFind(zoneId)?.side;
  return visits.some(
    (other) =>
      other.zoneId !== zoneId &&
      zoneFind(other.zoneId)?.side === side &&
      !other.isOverlooked &&
      (other.truth.pattern !== 'a_lines' ||
        other.truth.sliding === 'no' ||
        other.truth.sliding === 'in_part'),
  );
}

/**
 * The share of zones that are right, 0-100. Zones below `atLeast` that have no answer count as wrong; those beyond it count
 * for nothing.
 */
export function surveyScore(visits: readonly ZoneVisit[], atLeast: number): number {
  const credit = visits.reduce((sum, visit) => sum + zoneCredit(visit, visits), 0);
  return (100 * credit) / Math.max(1, atLeast, visits.length);
}

/** The learner's zones. */
export function readingsSaid(visits: readonly ZoneVisit[]): ZoneReadings {
  return new Map(visits.map(({ zoneId, said }) => [zoneId, said]));
}

/** All zones as they are. */
export function readingsTrue(visits: readonly ZoneVisit[], left: readonly ZoneLeft[]): ZoneReadings {
  return new Map([...visits, ...left].map(({ zoneId, truth }) => [zoneId, truth]));
}
