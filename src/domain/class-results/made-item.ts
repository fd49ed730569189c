import { DIFFICULTY_LEVELS, type DifficultyLevel } from '../learning/measured-difficulty.ts';
import type { SkillId } from '../learning/skill.ts';

/** An item that was drawn: what it asks for, and how hard. */
export interface MadeItem {
  readonly skill: SkillId;
  /** Null for any. */
  readonly level: DifficultyLevel | null;
  /** Whether it holds nothing of what is asked for. */
  readonly isNormal: boolean;
}

/** An item as its key names it, in which nobody else has checked the skill. */
export interface MadeItemRead extends Omit<MadeItem, 'skill'> {
  readonly skill: string;
  /** From 1. */
  readonly place: number;
}

const BETWEEN = '/';

/**
 * What makes items of one kind the same in all forms: skill, level, and whether it is there. Several of one kind in a form are told
 * apart by their order.
 *
 * @param place from 1, among those of its kind in the form
 */
export function madeItemKey({ skill, level, isNormal }: MadeItem, place: number): string {
  return [skill, level ?? 'any', isNormal ? 'without' : 'with', place].join(BETWEEN);
}

/** Null where it is the key of no such item. */
export function madeItemRead(key: string): MadeItemRead | null {
  const [skill = '', level = '', there = '', place = '', ...more] = key.split(BETWEEN);
  const known = DIFFICULTY_LEVELS.find((one) => one === level);
  const isSound =
    (known !== undefined || level === 'any') &&
    (there === 'with' || there === 'without') &&
    /^[1-9]\d?$/.test(place) &&
    more.length === 0;
  if (!isSound || !/^[a-z_.]{1,60}$/.test(skill)) return null;
  return { skill, level: known ?? null, isNormal: there === 'without', place: Number(place) };
}
