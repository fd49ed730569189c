import { levelOfVotes, marginVote, type Terciles, tercileVote } from './difficulty-votes.ts';
import type { DifficultyLevel, MeasuredDifficulty } from './measured-difficulty.ts';
import type { PatientSkill } from './skill.ts';

/**
 * Terciles as `npm run items -- --levels --seeds 20` printed them, over 200 patients each: a lung that slides and one that does
 * not, the edge of the air on the pleural line and on one scan line, the way to a view, and whole patients.
 */
export const PATIENT_BOUNDS = {
  slides: { pleuraDb: [16.6, 18.7], slideMm: [6.4, 10.6], contrastDb: [10, 11.9] },
  still: { pleuraDb: [16.7, 18.7], pulseMm: [0, 0.2], contrastDb: [3.9, 6.6] },
  edge: { movesMm: [11, 16.3], lesserMm: [19.2, 25.7], contrastDb: [10.5, 13.1] },
  edgeOnLine: { lesserShare: [0.38, 0.44], contrastDb: [9, 11.2] },
  way: { mm: [49.7, 96.8], turnDeg: [42.6, 71.6] },
  whole: { slideMm: [6, 8] },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Terciles>>>>;

/**
 * The level of a patient for a skill, by votes as those of `difficultyLevel`. Of a lung that slides: less sliding, less change
 * below the pleural line and a fainter pleural line are harder. Of one that does not: a stronger lung pulse, more change and a fainter
 * line. Of an edge of air: less motion of it, less of the line on one of its sides, and less change where the lung slides; in M-mode the lesser
 * share of sand or of straight lines, and less change. Of a place to reach: a longer way and more turning. Of a whole patient:
 * less sliding, and B-lines near the number at which they count.
 */
export function patientLevel(
  skill: PatientSkill,
  isNormal: boolean,
  { contrastDb, sizeMm, motion, edge, way, countMargin }: MeasuredDifficulty,
): DifficultyLevel {
  const b = PATIENT_BOUNDS;
  if (way !== undefined) {
    return levelOfVotes(tercileVote(way.mm, b.way.mm) + tercileVote(way.turnDeg, b.way.turnDeg));
  }
  const { slideMm, pulseMm, contrastDb: changeDb } = motion!;
  if (skill === 'whole_patient') {
    return levelOfVotes(
      (countMargin === undefined ? 0 : marginVote(countMargin)) - tercileVote(slideMm, b.whole.slideMm),
    );
  }
  if (edge !== undefined && skill === 'm_mode_pattern') {
    const lesser = Math.min(edge.share, 1 - edge.share);
    return levelOfVotes(
      -tercileVote(lesser, b.edgeOnLine.lesserShare) - tercileVote(changeDb, b.edgeOnLine.contrastDb),
    );
  }
  if (edge !== undefined) {
    return levelOfVotes(
      -tercileVote(edge.movesMm, b.edge.movesMm) -
        tercileVote(sizeMm, b.edge.lesserMm) -
        tercileVote(changeDb, b.edge.contrastDb),
    );
  }
  const slides = skill === 'lung_point' ? slideMm > 0 : isNormal;
  return slides
    ? levelOfVotes(
        -tercileVote(contrastDb, b.slides.pleuraDb) -
          tercileVote(slideMm, b.slides.slideMm) -
          tercileVote(changeDb, b.slides.contrastDb),
      )
    : levelOfVotes(
        tercileVote(pulseMm, b.still.pulseMm) +
          tercileVote(changeDb, b.still.contrastDb) -
          tercileVote(contrastDb, b.still.pleuraDb),
      );
}
