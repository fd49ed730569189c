import { examSeed } from '../../cli/shared/seeds.ts';
import type { Terciles } from '../../domain/learning/difficulty-votes.ts';
import type { MeasuredDifficulty } from '../../domain/learning/measured-difficulty.ts';
import type { PATIENT_BOUNDS } from '../../domain/learning/patient-levels.ts';
import { randomCreate } from '../../domain/numbers/random.ts';
import type { PatientWanted } from '../../domain/scenario/patient-wanted.ts';
import { type PatientSight, patientCandidate } from '../../simulator/patient/item/patient-candidates.ts';
import { patientItemMeasure } from '../../simulator/patient/item/patient-item-measure.ts';
import { tercilesOf } from './levels.ts';

type BoundsName = keyof typeof PATIENT_BOUNDS;

/** Terciles over patients who show one thing. */
export interface PatientTerciles {
  readonly sight: BoundsName;
  readonly patients: number;
  /** How many were drawn for that; the others do not show it plainly. */
  readonly drawn: number;
  readonly terciles: Readonly<Record<string, Terciles>>;
}

type Measure = (measured: MeasuredDifficulty) => number;

const pleuraDb: Measure = ({ contrastDb }) => contrastDb;
const slideMm: Measure = ({ motion }) => motion!.slideMm;
const pulseMm: Measure = ({ motion }) => motion!.pulseMm;
const contrastDb: Measure = ({ motion }) => motion!.contrastDb;

/** Whose items show each sight, and what is measured of it. */
const SIGHTS: Readonly<
  Record<
    BoundsName,
    Pick<PatientWanted, 'skill' | 'isNormal'> & {
      readonly sight: PatientSight;
      readonly measures: Readonly<Record<string, Measure>>;
    }
  >
> = {
  slides: {
    skill: 'lung_sliding',
    isNormal: true,
    sight: 'slides',
    measures: { pleuraDb, slideMm, contrastDb },
  },
  still: {
    skill: 'lung_sliding',
    isNormal: false,
    sight: 'still',
    measures: { pleuraDb, pulseMm, contrastDb },
  },
  edge: {
    skill: 'lung_point',
    isNormal: false,
    sight: 'edge',
    measures: { movesMm: ({ edge }) => edge!.movesMm, lesserMm: ({ sizeMm }) => sizeMm, contrastDb },
  },
  edgeOnLine: {
    skill: 'm_mode_pattern',
    isNormal: false,
    sight: 'edge',
    measures: { lesserShare: ({ edge }) => Math.min(edge!.share, 1 - edge!.share), contrastDb },
  },
  way: {
    skill: 'probe_handling',
    isNormal: false,
    sight: 'way',
    measures: { mm: ({ way }) => way!.mm, turnDeg: ({ way }) => way!.turnDeg },
  },
  whole: { skill: 'whole_patient', isNormal: false, sight: 'whole', measures: { slideMm } },
};

/** Whoever does not show a sight plainly in so many draws for each patient has a fault. */
const DRAWS = 8;

/** Terciles of every measure, over `patients` patients of each sight. */
export function patientTercilesMeasure(seed: number, patients: number): readonly PatientTerciles[] {
  return (Object.keys(SIGHTS) as BoundsName[]).map((name) => {
    const { skill, isNormal, sight, measures } = SIGHTS[name];
    const found: MeasuredDifficulty[] = [];
    let drawn = 0;
    for (let i = 0; found.length < patients && i < DRAWS * patients; i++) {
      const own = examSeed(seed, i, 'game');
      const wanted = { skill, level: null, isNormal, zone: null };
      const candidate = patientCandidate(randomCreate(own, 0), own, wanted);
      if (candidate.sight !== sight) continue;
      drawn += 1;
      const measured = patientItemMeasure(candidate, skill === 'm_mode_pattern');
      if (measured !== null) found.push(measured);
    }
    const terciles = Object.fromEntries(
      Object.entries(measures).map(([measure, measureOf]) => [measure, tercilesOf(found, measureOf)]),
    );
    return { sight: name, patients: found.length, drawn, terciles };
  });
}
