import { CodedError } from '../../../domain/errors/coded-error.ts';
import type { MarkableFinding } from '../../../domain/findings/finding.ts';
import { difficultyLevel } from '../../../domain/learning/difficulty-levels.ts';
import type { DifficultyLevel, MeasuredDifficulty } from '../../../domain/learning/item-record.ts';
import { type FindingSkill, type FindingTask, skillHasNormals } from '../../../domain/learning/skill.ts';
import { randomCreate } from '../../../domain/numbers/random.ts';
import type { PhantomRequest } from '../../../domain/scan/phantom-request.ts';
import { candidateDraw, candidatePatterns } from './candidates.ts';
import { itemImageOpen, itemMeasure } from './item-measure.ts';

/** Separates what is drawn here from all else that is drawn from the same seed. */
const STREAM = 17;

/**
 * An item that a round asks for. Only skills that one still image of one place can show: those that need movement, M-mode,
 * several zones, a whole patient or a network's proposals are drawn otherwise.
 */
export interface ItemWanted {
  readonly skill: FindingSkill;
  readonly level: DifficultyLevel;
  readonly isNormal: boolean;
}

export interface DrawnItem {
  /** Its first image is the item. */
  readonly request: PhantomRequest;
  readonly measured: MeasuredDifficulty;
  /** How many candidates were looked at, 1 or more. */
  readonly tries: number;
}

/**
 * The first exam of a seed's sequence whose first image is an item of the stated difficulty: it shows what is asked for
 * so that it has to be found or, of a normal, nothing of it, not even faintly, and to tell apart something that can be taken
 * for it. The same seed gives the same item.
 *
 * @param seed 0 to 2^32 - 1
 * @param tries how many exams to look at before giving up
 * @param usedSeeds of exams that are not to be drawn again
 * @throws CodedError `no_item` when none of them fits
 * @throws RangeError when a skill has no images without its finding (see `skillHasNormals`)
 */
export function itemDraw(
  wanted: ItemWanted,
  seed: number,
  tries: number,
  usedSeeds: ReadonlySet<number> = new Set(),
): DrawnItem {
  const { skill, level, isNormal } = wanted;
  if (isNormal && !skillHasNormals(skill)) throw new RangeError(`${skill} has no normals`);
  const [finding, task] = skill.split('.') as [MarkableFinding, FindingTask];
  const patterns = candidatePatterns(finding, task, isNormal);
  const random = randomCreate(seed, STREAM);
  for (let tried = 1; tried <= tries; tried++) {
    const request = candidateDraw(random, patterns, level);
    if (usedSeeds.has(request.seed)) continue;
    const item = itemMeasure(itemImageOpen(request), finding);
    const needsLookAlike = isNormal && task === 'tell_apart';
    if (isNormal ? !item.isNormal : item.asked === 0) continue;
    if (needsLookAlike && item.measured.distractors === 0) continue;
    if (difficultyLevel(finding, isNormal, item.measured) !== level) continue;
    return { request, measured: item.measured, tries: tried };
  }
  throw new CodedError('no_item', { code: 'itemNotDrawn', tries });
}
