import { SKILLS } from './skill.ts';
import type { LearnerState } from './skill-state.ts';

/**
 * Stages of skill, by the share of all skills that stand at the standard from which each holds. The words are those of S. E.
 * Dreyfus, Bull Sci Technol Soc 2004;24:177-181, as clinical training uses them (C. L. Carraccio et al., Acad Med
 * 2008;83:761-767); the shares are ours, and the fifth stage, expert, is not for a game to give. Time has no part in it.
 */
const STAGES = [
  { rank: 'novice', skills: 0 },
  { rank: 'advanced_beginner', skills: 1 },
  { rank: 'competent', skills: Math.ceil(SKILLS.length / 2) },
  { rank: 'proficient', skills: Math.ceil((4 * SKILLS.length) / 5) },
] as const;

export type Rank = (typeof STAGES)[number]['rank'];

/** Where a learner stands on the whole. */
export interface Ranking {
  readonly rank: Rank;
  /** Skills at the standard now; those that lost it are not among them. */
  readonly standing: number;
  /** Skills that there are. */
  readonly skills: number;
  /** The next rank and how many more skills at the standard it needs; null at the last. */
  readonly next: { readonly rank: Rank; readonly more: number } | null;
}

export function rankingOf({ skills }: Pick<LearnerState, 'skills'>): Ranking {
  const standing = [...skills.values()].filter(({ competence }) => competence.kind === 'competent').length;
  const stage = STAGES.findLast((one) => standing >= one.skills)!;
  const next = STAGES.find((one) => standing < one.skills);
  return {
    rank: stage.rank,
    standing,
    skills: SKILLS.length,
    next: next === undefined ? null : { rank: next.rank, more: next.skills - standing },
  };
}
