import { spreadOf } from '../../domain/assessment/contrasting-groups.ts';
import { type FormItem, formDraw } from '../../domain/assessment/form.ts';
import type { MarkableFinding } from '../../domain/findings/finding.ts';
import { contrastMiddle } from '../../domain/learning/difficulty-levels.ts';
import type { FindingSkill } from '../../domain/learning/skill.ts';
import { itemDraw } from '../../simulator/exam/item/item-draw.ts';

/** As many exams are looked at for an item as the game looks at. */
const TRIES = 100;

/** Forms are matched where their mean contrast lies this near to that of all, dB. */
export const FORM_TOLERANCE_DB = 3;

/** How hard a form's images are, measured on them. */
export interface FormFigures {
  readonly seed: number;
  /** Items about one finding; each is of the level that the blueprint states. */
  readonly measured: number;
  /** Of images that show their finding: its level above the surroundings against what is the middle for it, dB, mean. */
  readonly contrastDb: number;
  /** Things that can be taken for the finding, mean of the normal images. */
  readonly lookAlikes: number;
}

/** @throws CodedError `no_item` where a form cannot be drawn */
export function formMeasure(seed: number): FormFigures {
  const drawn = formDraw(seed).filter(itemIsOfFinding).map(itemMeasured);
  const shown = drawn.filter(({ isNormal }) => !isNormal);
  const normal = drawn.filter(({ isNormal }) => isNormal);
  return {
    seed,
    measured: drawn.length,
    contrastDb: meanOf(shown.map(({ finding, measured }) => measured.contrastDb - contrastMiddle(finding))),
    lookAlikes: meanOf(normal.map(({ measured }) => measured.distractors)),
  };
}

/** The greatest difference of a form's mean from that of all forms, and its spread. */
export function formsSpread(figures: readonly FormFigures[], name: 'contrastDb' | 'lookAlikes') {
  const { mean, sd } = spreadOf(figures.map((each) => each[name]));
  const most = Math.max(...figures.map((each) => Math.abs(each[name] - mean)));
  return { mean, sd, most };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** What makes sliding, M-mode and whole patterns hard is no contrast: they are drawn at their level, and not compared here. */
function itemIsOfFinding({ skill }: FormItem): boolean {
  return skill.includes('.');
}

function itemMeasured({ skill, level, isNormal, seed }: FormItem) {
  const { measured } = itemDraw({ skill: skill as FindingSkill, level, isNormal }, seed, TRIES);
  const [finding] = skill.split('.') as [MarkableFinding];
  return { isNormal, finding, measured };
}
