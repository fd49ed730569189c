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
      zoneIsSick(other),
  );
}

/**
 * The share of zones that are right, or the mean of that of sick zones found and that of healthy ones right where it is less,
 * 0-100: whoever says the same of all zones of a chest that has both has half of it at most, however many are sick. Zones below
 * `atLeast` that have no answer count as wrong; those beyond it count for nothing.
 */
export function surveyScore(visits: readonly ZoneVisit[], atLeast: number): number {
  const { all, halves } = sharesOf(visits);
  return (100 * Math.min(all, halves) * visits.length) / Math.max(1, atLeast, visits.length);
}

/** Whether sick zones make up one half of the score and healthy ones the other, rather than each zone alike. */
export function surveyIsHalved(visits: readonly ZoneVisit[]): boolean {
  const { all, halves } = sharesOf(visits);
  return halves < all;
}

/** 0-1; a sick zone that is half right was found to be sick, and is whole in its half. */
function sharesOf(visits: readonly ZoneVisit[]): { readonly all: number; readonly halves: number } {
  const creditOf = (visit: ZoneVisit): number => zoneCredit(visit, visits);
  const foundOf = (visit: ZoneVisit): number => Math.ceil(creditOf(visit));
  const shareOf = (some: readonly ZoneVisit[], of: (visit: ZoneVisit) => number): number =>
    some.reduce((sum, visit) => sum + of(visit), 0) / Math.max(1, some.length);
  const sick = visits.filter(zoneIsSick);
  const healthy = visits.filter((visit) => !zoneIsSick(visit));
  const all = shareOf(visits, creditOf);
  const isMixed = sick.length > 0 && healthy.length > 0;
  return { all, halves: isMixed ? (shareOf(sick, foundOf) + shareOf(healthy, creditOf)) / 2 : all };
}

/** Whether something ails the patient in a zone, also where the image that was frozen there lies beside it. */
function zoneIsSick({ truth, isOverlooked }: ZoneVisit): boolean {
  return isOverlooked || truth.pattern !== 'a_lines' || truth.sliding === 'no' || truth.sliding === 'in_part';
}

/** The learner's zones. */
export function readingsSaid(visits: readonly ZoneVisit[]): ZoneReadings {
  return new Map(visits.map(({ zoneId, said }) => [zoneId, said]));
}

/** All zones as they are. */
export function readingsTrue(visits: readonly ZoneVisit[], left: readonly ZoneLeft[]): ZoneReadings {
  return new Map([...visits, ...left].map(({ zoneId, truth }) => [zoneId, truth]));
}
