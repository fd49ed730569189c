import { DIFFICULTY_LEVELS } from '../../domain/learning/measured-difficulty.ts';
import type { ChoiceReason, RoundItem } from '../../domain/learning/next-round.ts';
import { SKILLS } from '../../domain/learning/skill.ts';

const PREFIX = 'round-';
const BETWEEN = '~';

/** The letter of each reason. */
const REASONS = {
  review_due: 'd',
  new_skill: 'n',
  in_learning: 'l',
  kept_up: 'k',
  hard_normal: 'h',
} as const satisfies Record<ChoiceReason['code'], string>;

/** So many items are read of an address that somebody else may have written. */
const ITEMS_MAX = 24;

/** The scenario id of a round: all of it stands in there, so that a reload, or another device, finds the same images. */
export function roundId(items: readonly RoundItem[]): string {
  return `${PREFIX}${items.map(itemWrite).join(BETWEEN)}`;
}

/** The items of a round by its scenario id; null for every other id, and for one that says nothing that can be played. */
export function roundRead(id: string): readonly RoundItem[] | null {
  if (!id.startsWith(PREFIX)) return null;
  const parts = id.slice(PREFIX.length).split(BETWEEN);
  if (parts.length > ITEMS_MAX) return null;
  const items = parts.map(itemRead);
  return items.every((item) => item !== null) ? items : null;
}

function itemWrite({ skill, level, isNormal, seed, reason }: RoundItem): string {
  const [l] = level;
  return [skill, `${l}${isNormal ? 0 : 1}`, seed.toString(36), reasonWrite(reason)].join('_-');
}

function itemRead(text: string): RoundItem | null {
  const [name, kind = '', digits = '', why = ''] = text.split('_-');
  const skill = SKILLS.find((one) => one === name);
  const level = DIFFICULTY_LEVELS.find(([first]) => first === kind[0]);
  const seed = /^[0-9a-z]{1,7}$/.test(digits) ? Number.parseInt(digits, 36) : Number.NaN;
  const reason = reasonRead(why);
  if (skill === undefined || level === undefined || reason === null) return null;
  if (!(seed < 2 ** 32) || !/^[01]$/.test(kind.slice(1))) return null;
  return { skill, level, isNormal: kind[1] === '0', seed, reason };
}

function reasonWrite(reason: ChoiceReason): string {
  const letter = REASONS[reason.code];
  const percent = (share: number): number => Math.round(100 * share);
  switch (reason.code) {
    case 'review_due':
      return `${letter}${percent(reason.retrievability)}-${Math.round(reason.daysOver)}`;
    case 'new_skill':
      return `${letter}${reason.item}`;
    case 'in_learning': {
      const right = reason.wasRight === null ? 0 : reason.wasRight ? 1 : 2;
      const seconds = Math.round((reason.answerMs ?? 0) / 1000);
      return `${letter}${Math.round(reason.priority)}-${reason.itemsSince}-${right}-${seconds}`;
    }
    case 'kept_up':
      return `${letter}${percent(reason.retrievability)}`;
    case 'hard_normal':
      return letter;
  }
}

function reasonRead(text: string): ChoiceReason | null {
  const code = (Object.keys(REASONS) as ChoiceReason['code'][]).find((one) => REASONS[one] === text[0]);
  const numbers = text
    .slice(1)
    .split('-')
    .map((digits) => (/^\d{1,6}$/.test(digits) ? Number(digits) : 0));
  const [a = 0, b = 0, right = 0, seconds = 0] = numbers;
  switch (code) {
    case 'review_due':
      return { code, retrievability: Math.min(1, a / 100), daysOver: b };
    case 'new_skill':
      return { code, item: Math.max(1, a) };
    case 'in_learning':
      return {
        code,
        priority: a,
        itemsSince: b,
        wasRight: right === 0 ? null : right === 1,
        answerMs: right === 0 ? null : 1000 * seconds,
      };
    case 'kept_up':
      return { code, retrievability: Math.min(1, a / 100) };
    case 'hard_normal':
      return { code };
    case undefined:
      return null;
  }
}
