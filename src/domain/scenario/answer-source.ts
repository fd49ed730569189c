import { PATIENT_CONDITIONS } from '../scan/patient-request.ts';
import { M_MODE_SIGNS, type MModeSign } from '../scan/scan-truth.ts';
import { ZONE_SETS, zonesOf } from '../scan/zones.ts';
import { BLUE_CAUSES, BLUE_PROFILES } from '../survey/blue-profile.ts';

/**
 * Values that a question's answer is computed from, so that it is right for whatever image is frozen: the number of
 * separate B-lines, the number of A-lines, the B-line artefact score in percent, the pattern of the lung (see
 * `patternRead`), whether the lung slides in this exam (`yes` or `no`) and in this image (also `in_part`, at a lung
 * point), on which part of the pleural line in the image it does, in which zone the patient is sick, which condition is in the image, and the profile of the BLUE protocol that the
 * zones of a survey show, with the cause that it leads to (see `blueBranch`).
 */
export const NUMBER_ANSWERS = ['b_line_count', 'a_line_count', 'blas_percent'] as const;
/** Of these a reply is a whole number. */
export const COUNT_ANSWERS: readonly NumberAnswer[] = ['b_line_count', 'a_line_count'];
export const CHOICE_ANSWERS = [
  'pattern',
  'sliding',
  'lung_sliding',
  'sliding_side',
  'sick_zone',
  'condition_in_view',
  'blue_profile',
  'blue_cause',
] as const;
/** Of these only a patient who is scanned by hand can tell. */
export const SCAN_ANSWERS: readonly AnswerSource[] = [
  'sick_zone',
  'condition_in_view',
  'blue_profile',
  'blue_cause',
];
/** These are told by the zones of a survey. */
export const SURVEY_ANSWERS: readonly AnswerSource[] = ['blue_profile', 'blue_cause'];

export type NumberAnswer = (typeof NUMBER_ANSWERS)[number];
export type ChoiceAnswer = (typeof CHOICE_ANSWERS)[number];
export type AnswerSource = NumberAnswer | ChoiceAnswer;

/** The names of all zones of all sets, each once. */
export const ZONE_IDS: readonly string[] = [
  ...new Set(ZONE_SETS.flatMap((set) => zonesOf(set).map(({ id }) => id))),
];

/** Signs that a learner can give for an M-mode. */
export const LINE_SIGNS = M_MODE_SIGNS.filter((sign) => sign !== 'no_pleura');
export type LineSign = Exclude<MModeSign, 'no_pleura'>;

/** The values that a computed choice can take; a question's options must be among them. */
export const CHOICE_VALUES = {
  pattern: ['a_lines', 'b_lines', 'confluence', 'effusion', 'consolidation'],
  sliding: ['yes', 'no'],
  lung_sliding: ['yes', 'no', 'in_part'],
  sliding_side: ['all', 'none', 'left', 'right'],
  sick_zone: [...ZONE_IDS, 'none'],
  condition_in_view: PATIENT_CONDITIONS,
  blue_profile: BLUE_PROFILES,
  blue_cause: BLUE_CAUSES,
} as const;

export type SlidingExtent = (typeof CHOICE_VALUES.lung_sliding)[number];
export type SlidingSide = (typeof CHOICE_VALUES.sliding_side)[number];
export type LungPattern = (typeof CHOICE_VALUES.pattern)[number];
