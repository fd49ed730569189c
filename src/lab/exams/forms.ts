import { spreadOf } from '../../domain/assessment/contrasting-groups.ts';
import { type FormItem, formDraw } from '../../domain/assessment/form.ts';
import type { MeasuredDifficulty } from '../../domain/learning/measured-difficulty.ts';
import type { FindingSkill } from '../../domain/learning/skill.ts';
import { itemDraw } from '../../simulator/exam/item/item-draw.ts';

/** As many exams are looked at for an item as the game looks at. */
const TRIES = 100;

/** How hard a form's images are, measured on them. */
export interface FormFigures {
  readonly seed: number;
  /** Items whose level is measured, all of which are of the level that the blueprint states. */
  readonly measured: number;
  /** Of images that show their finding: level above the surroundings, dB, and smaller side, mm, mean. */
  readonly contrastDb: number;
  readonly sizeMm: number;
  /** Things that can be taken for the finding, mean of the normal images. */
  readonly lookAlikes: number;
}

/** @throws CodedError `no_item` where a form cannot be drawn */
export function formMeasure(seed: number): FormFigures {
  const drawn = formDraw(seed).filter(itemIsMeasured).map(itemMeasured);
  const shown = drawn.filter(({ isNormal }) => !isNormal);
  const normal = drawn.filter(({ isNormal }) => isNormal);
  const mean = (list: typeof drawn, read: (measured: MeasuredDifficulty) => number): number =>
    list.reduce((sum, { measured }) => sum + read(measured), 0) / list.length;
  return {
    seed,
    measured: drawn.length,
    contrastDb: mean(shown, ({ contrastDb }) => contrastDb),
    sizeMm: mean(shown, ({ sizeMm }) => sizeMm),
    lookAlikes: mean(normal, ({ distractors }) => distractors),
  };
}

/** The greatest difference of a form's mean from that of all forms, and its spread. */
export function formsSpread(figures: readonly FormFigures[], name: 'contrastDb' | 'sizeMm' | 'lookAlikes') {
  const { mean, sd } = spreadOf(figures.map((each) => each[name]));
  const most = Math.max(...figures.map((each) => Math.abs(each[name] - mean)));
  return { mean, sd, most };
}

/** Sliding, M-mode and whole patterns are drawn without a look at how hard they are. */
function itemIsMeasured({ skill }: FormItem): boolean {
  return skill.includes('.');
}

function itemMeasured({ skill, level, isNormal, seed }: FormItem) {
  const { measured } = itemDraw({ skill: skill as FindingSkill, level, isNormal }, seed, TRIES);
  return { isNormal, measured };
}
