import type { SkillId } from '../../domain/learning/skill.ts';

/**
 * Every number of the simulated learners, each with its source, fixed before anything was simulated. What no source
 * gives is named an assumption, and `npm run learners` shows what comes out when it is another.
 *
 * Kwan et al. 2020 (PMC7163207; 172 learners, 400 images) give the images to 80, 85, 90 and 95 % right: for the average
 * learner 0-45, 25-97, 66-175 and 141-290, and for the slowest twentieth up to 288, 456, 666 and 1040. The middles, 20,
 * 55, 110 and 215, lie within three images of failure 0.23 exp(-n / 141); 288 and 1040 on 0.34 exp(-n / 542).
 */
export interface LearnerModel {
  /** Failure before any practice of the average learner, 0-1. */
  readonly startFailure: number;
  /** The same of the slowest twentieth. */
  readonly slowStartFailure: number;
  /** Images of a whole course in which the failure of the average learner falls to 1/e. */
  readonly rate: number;
  /** The same of the slowest twentieth. */
  readonly slowRate: number;
  /** How many skills those images were spread over: lung images are of sliding, B-lines, effusion, consolidation. Assumption. */
  readonly skillsPerCourse: number;
  /** Failure that no practice takes away: slips. It makes learners up to 2 points worse than Kwan's. Assumption. */
  readonly slip: number;
  /** Of the failure before practice, the shares of what is missed and of look-alikes; the rest is the wrong place. Assumption. */
  readonly missShare: number;
  readonly confusionShare: number;
  /** The odds of failing on an easy image against one of the standard. Assumption. */
  readonly easyOdds: number;
  /** How far off a mark may be, mm: a right grade falls by half up to here. */
  readonly toleranceMm: number;
  /**
   * Days after which 0.9 of what was gained is left. Residents went from 63.7 to 84.5 and after 12 months 73.0 % (PMC5058588):
   * 0.447 of the gain is left, which on the curve of FSRS-4.5, (1 + 19/81 t/S)^-0.5, is S = 21 days. On it 0.13 of the
   * gain is gone by week 4, when Rappaport 2019 saw A-lines forgotten, and 0.21 by week 8.
   */
  readonly keepsDays: number;
  /**
   * Factor of that for each further day of practice, a day or more after the last. Spaced cases were not lost at
   * 6 months (pocusjournal.com/article/19092), and spacing beats massing by g = 0.74 (Latimier 2021). Size: assumption.
   */
  readonly spacingGain: number;
  /** Share of an item that is learnt from: its feedback names the place, without which little is kept (S0960-9822(20)30737-5). */
  readonly feedback: number;
  /** Time to a right answer at the start and in the end, ms: fluent is 10 s (Romito 2016). Assumption. */
  readonly slowAnswerMs: number;
  readonly fastAnswerMs: number;
  /** Time with the feedback, ms. Assumption. */
  readonly feedbackMs: number;
  /** Items a day: 13 min, the median stay in a point-of-care e-learning (PMC9707377), at some 25 s an item. */
  readonly itemsPerDay: number;
  /** Share of images without a finding under every policy. */
  readonly normals: number;
}

export const LEARNER_MODEL: LearnerModel = {
  startFailure: 0.23,
  slowStartFailure: 0.34,
  rate: 141,
  slowRate: 542,
  skillsPerCourse: 4,
  slip: 0.02,
  missShare: 0.5,
  confusionShare: 0.3,
  easyOdds: 0.5,
  toleranceMm: 3,
  keepsDays: 21,
  spacingGain: 1.5,
  feedback: 1,
  slowAnswerMs: 15_000,
  fastAnswerMs: 5_000,
  feedbackMs: 12_000,
  itemsPerDay: 32,
  normals: 3 / 8,
};

/**
 * Skills that start otherwise than the average, as odds of failing against it: after 90 minutes of theory 22 of 25 B-patterns
 * were right and 8.5 of 25 slidings (s12909-024-05148-0), failure 0.12 and 0.66 against 0.23.
 */
export const SKILL_ODDS: Readonly<Partial<Record<SkillId, number>>> = {
  'b_line.find': 0.46,
  zone_pattern: 0.46,
  lung_sliding: 6.5,
  lung_point: 6.5,
};
