import { quantile } from '../../cli/shared/quantile.ts';
import { CodedError } from '../../domain/errors/coded-error.ts';
import type { DifficultyLevel, MeasuredDifficulty } from '../../domain/learning/measured-difficulty.ts';
import { type SkillId, skillIsOfPatient } from '../../domain/learning/skill.ts';
import { itemDraw } from '../../simulator/exam/item/item-draw.ts';
import { patientItemDraw } from '../../simulator/patient/item/patient-item-draw.ts';

/** Least and most. */
type Range = readonly [number, number];

/** What came of drawing items from several seeds. */
export interface DrawFigures {
  readonly seeds: number;
  /** Seeds from which an item was drawn within the tries. */
  readonly drawn: number;
  /** Of those that drew: median and 95th percentile; NaN where none did. */
  readonly triesMedian: number;
  readonly triesP95: number;
  /** Milliseconds of a draw, of all seeds: median and 95th percentile. */
  readonly msMedian: number;
  readonly msP95: number;
  /** Of what was drawn and measured, by the names of `MEASURES`. */
  readonly ranges: Readonly<Partial<Record<MeasureName, Range>>>;
  /** How many of them have the clean look. */
  readonly clean: number;
}

export interface SkillWanted {
  readonly skill: SkillId;
  readonly level: DifficultyLevel;
  readonly isNormal: boolean;
}

interface MeasuredItem {
  readonly measured: MeasuredDifficulty;
  readonly tries: number;
}

/** What is measured; undefined where a skill has nothing of the kind. */
export const MEASURES = {
  'contrast, dB': ({ contrastDb }) => contrastDb,
  'size, mm': ({ sizeMm }) => sizeMm,
  'look-alikes': ({ distractors }) => distractors,
  'B-lines from another pattern': ({ countMargin }) => countMargin,
  'sliding, mm': ({ motion }) => motion?.slideMm,
  'lung pulse, mm': ({ motion }) => motion?.pulseMm,
  'change over that of the wall, dB': ({ motion }) => motion?.contrastDb,
  'motion of the edge, mm': ({ edge }) => edge?.movesMm,
  'share of a breath': ({ edge }) => edge?.share,
  'way, mm': ({ way }) => way?.mm,
  'turn, degrees': ({ way }) => way?.turnDeg,
  'gain, dB': ({ gainDb }) => gainDb,
  'depth, mm': ({ depthMm }) => depthMm,
} as const satisfies Readonly<Record<string, (measured: MeasuredDifficulty) => number | undefined>>;
export type MeasureName = keyof typeof MEASURES;
const NAMES = Object.keys(MEASURES) as MeasureName[];

/** Draws an item from each of `seeds` seeds from `first` on. */
export function drawsMeasure(wanted: SkillWanted, first: number, seeds: number, tries: number): DrawFigures {
  const items: MeasuredItem[] = [];
  const times: number[] = [];
  for (let i = 0; i < seeds; i++) {
    const began = performance.now();
    const item = drawOrNull(wanted, first + i, tries);
    times.push(performance.now() - began);
    if (item !== null) items.push(item);
  }
  times.sort((a, b) => a - b);
  const needed = items.map((item) => item.tries).sort((a, b) => a - b);
  const ranges = Object.fromEntries(
    NAMES.flatMap((name) => {
      const values = items.flatMap(({ measured }) => MEASURES[name](measured) ?? []);
      return values.length === 0 ? [] : [[name, [Math.min(...values), Math.max(...values)]]];
    }),
  );
  return {
    seeds,
    drawn: items.length,
    triesMedian: quantile(needed, 0.5),
    triesP95: quantile(needed, 0.95),
    msMedian: quantile(times, 0.5),
    msP95: quantile(times, 0.95),
    ranges,
    clean: items.filter(({ measured }) => measured.look === 'clean').length,
  };
}

function drawOrNull(wanted: SkillWanted, seed: number, tries: number): MeasuredItem | null {
  try {
    const { skill } = wanted;
    return skillIsOfPatient(skill)
      ? patientItemDraw({ ...wanted, skill, zone: null }, seed, tries)
      : itemDraw({ ...wanted, skill }, seed, tries);
  } catch (error) {
    if (error instanceof CodedError && error.code === 'no_item') return null;
    throw error;
  }
}
