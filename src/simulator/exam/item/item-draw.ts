import { CodedError } from '../../../domain/errors/coded-error.ts';
import type { MarkableFinding } from '../../../domain/findings/finding.ts';
import type { DifficultyLevel, MeasuredDifficulty } from '../../../domain/learning/measured-difficulty.ts';
import { type FindingTask, type ImageSkill, skillHasNormals } from '../../../domain/learning/skill.ts';
import { skillLevel } from '../../../domain/learning/skill-level.ts';
import { randomCreate } from '../../../domain/numbers/random.ts';
import type { PhantomRequest } from '../../../domain/scan/phantom-request.ts';
import { drawIsAny, type ImageDraw } from '../../../domain/scenario/image-draw.ts';
import { type PhantomOpen, phantomOpen } from '../phantom.ts';
import { candidateDraw } from './candidates.ts';
import { type ItemImage, itemImageOpen, itemMeasure } from './item-measure.ts';
import { patternMeasure, proposedMeasure } from './pattern-measure.ts';

/** Separates what is drawn here from all else that is drawn from the same seed. */
const STREAM = 17;

/**
 * An item that a round asks for. Only skills that one still image can show: those for which a patient is watched or scanned are drawn
 * by `simulator/patient/item`.
 */
export interface ItemWanted {
  readonly skill: ImageSkill;
  /** Null for any. */
  readonly level: DifficultyLevel | null;
  readonly isNormal: boolean;
  /** The smaller side of none that has to be found is above this, mm; left out for any. */
  readonly atMostMm?: number;
}

export interface DrawnItem {
  /** Its first image is the item. */
  readonly request: PhantomRequest;
  /** How hard it is to see what was asked for; null where no item was wanted. */
  readonly measured: MeasuredDifficulty | null;
  /** How many candidates were looked at, 1 or more. */
  readonly tries: number;
}

/** As many exams are looked at before it is given up: twenty times what the slowest kind needs in the median. */
const DRAW_TRIES = 100;

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
): DrawnItem & { readonly measured: MeasuredDifficulty } {
  if (wanted.isNormal && !skillHasNormals(wanted.skill))
    throw new RangeError(`${wanted.skill} has no normals`);
  const drawn = imageDraw({ seed, split: 'game' }, { item: wanted, shows: [], lacks: [] }, tries, usedSeeds);
  return { ...drawn, measured: drawn.measured! };
}

/**
 * The first exam of a seed's sequence that is as a scenario wants it.
 *
 * @param request what is given of the exam; its seed is that of the sequence
 * @param tries how many exams to look at before giving up
 * @param usedSeeds of exams that are not to be drawn again
 * @param open opens the exams that are looked at
 * @throws CodedError `no_item` when none of them fits
 */
export function imageDraw(
  request: PhantomRequest,
  draw: ImageDraw,
  tries: number = DRAW_TRIES,
  usedSeeds: ReadonlySet<number> = new Set(),
  open: PhantomOpen = phantomOpen,
): DrawnItem {
  const { item, shows, lacks } = draw;
  const random = randomCreate(request.seed, STREAM);
  for (let tried = 1; tried <= tries; tried++) {
    const candidate = candidateDraw(random, request, item);
    if (usedSeeds.has(candidate.seed)) continue;
    if (drawIsAny(draw)) return { request: candidate, measured: null, tries: tried };
    const image = itemImageOpen(candidate, 0, open);
    if (shows.some((finding) => itemMeasure(image, finding).asked === 0)) continue;
    if (lacks.some((finding) => !itemMeasure(image, finding).isNormal)) continue;
    const measured = item === null ? null : itemFits(image, item);
    if (item !== null && measured === null) continue;
    return { request: candidate, measured, tries: tried };
  }
  throw new CodedError('no_item', { code: 'itemNotDrawn', tries });
}

/** How hard an image is as an item; null where it is none of the kind. */
function itemFits(image: ItemImage, item: ItemWanted): MeasuredDifficulty | null {
  const measured = itemMeasured(image, item);
  if (measured === null) return null;
  const { skill, level, isNormal } = item;
  return level === null || skillLevel(skill, isNormal, measured) === level ? measured : null;
}

/** How hard an image is for a skill; null where it does not show what an item of it shows. */
export function itemMeasured(
  image: ItemImage,
  { skill, isNormal, atMostMm }: Omit<ItemWanted, 'level'>,
): MeasuredDifficulty | null {
  if (skill === 'zone_pattern') return patternMeasure(image, isNormal);
  if (skill === 'catching_ai') return proposedMeasure(image);
  const [finding, task] = skill.split('.') as [MarkableFinding, FindingTask];
  const item = itemMeasure(image, finding);
  const needsLookAlike = isNormal && task === 'tell_apart';
  if (isNormal ? !item.isNormal : item.asked === 0) return null;
  if (atMostMm !== undefined && item.largestMm > atMostMm) return null;
  return needsLookAlike && item.measured.distractors === 0 ? null : item.measured;
}
