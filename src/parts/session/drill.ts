import type { RoundItem } from '../../domain/learning/next-round.ts';
import type { SkillId } from '../../domain/learning/skill.ts';
import { type Random, randomChance, randomCreate } from '../../domain/numbers/random.ts';
import type { Scenario } from '../../domain/scenario/scenario.ts';
import { say } from '../../ui/words/say.ts';
import { roundScenario } from './round-scenario.ts';

/** Quick items of one kind: an image, an answer, the key, the next. */
export const DRILLS = ['b-line-rush', 'count-them', 'which-effusion', 'sliding-or-not'] as const;
export type Drill = (typeof DRILLS)[number];

/** The skills of each, in turn. */
const SKILLS: Readonly<Record<Drill, readonly SkillId[]>> = {
  'b-line-rush': ['b_line.tell_apart', 'b_line_confluence.tell_apart'],
  'count-them': ['b_line.count', 'a_line.count'],
  'which-effusion': ['pleural_effusion.tell_apart', 'consolidation.tell_apart'],
  'sliding-or-not': ['lung_sliding'],
};

const ITEMS = 10;
/** Of images without what is asked for: nearly as many as those with it. */
const NORMAL_SHARE = 0.4;
const STREAM = 31;
const PREFIX = 'drill-';

/** The scenario id of one run of a drill: the same seed has the same images. */
export function drillId(drill: Drill, seed: number): string {
  return `${PREFIX}${drill}-${seed}`;
}

/** The drill and the seed of a scenario id; null for every other id. */
export function drillRead(id: string): { readonly drill: Drill; readonly seed: number } | null {
  const drill = DRILLS.find((name) => id.startsWith(`${PREFIX}${name}-`));
  if (drill === undefined) return null;
  const digits = id.slice(PREFIX.length + drill.length + 1);
  const seed = /^\d{1,10}$/.test(digits) ? Number(digits) : Number.NaN;
  return seed < 2 ** 32 ? { drill, seed } : null;
}

export function drillScenario(drill: Drill, seed: number): Scenario {
  return roundScenario({
    id: drillId(drill, seed),
    title: say(`rounds.drill.${drill}.title`),
    summary: say(`rounds.drill.${drill}.text`),
    policy: 'drill',
    items: drillItems(drill, randomCreate(seed, STREAM)),
  });
}

function drillItems(drill: Drill, random: Random): readonly Omit<RoundItem, 'reason'>[] {
  const skills = SKILLS[drill];
  return Array.from({ length: ITEMS }, (_, i) => ({
    skill: skills[i % skills.length]!,
    level: 'standard',
    isNormal: randomChance(random, NORMAL_SHARE),
    seed: Math.floor(random.next() * 2 ** 32),
  }));
}
