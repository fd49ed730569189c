import type { MarkableFinding } from '../../../domain/findings/finding.ts';
import type { DifficultyLevel } from '../../../domain/learning/item-record.ts';
import type { FindingTask } from '../../../domain/learning/skill.ts';
import { type Random, randomChance } from '../../../domain/numbers/random.ts';
import type { PhantomPattern, PhantomRequest } from '../../../domain/scan/phantom-request.ts';

/** Patterns that show a finding, and those that may lack it. */
const WITH: Readonly<Record<MarkableFinding, readonly PhantomPattern[]>> = {
  rib: ['a_lines', 'b_lines', 'confluence', 'effusion', 'consolidation'],
  pleural_line: ['a_lines', 'b_lines', 'confluence', 'effusion', 'consolidation'],
  a_line: ['a_lines'],
  b_line: ['b_lines'],
  b_line_confluence: ['confluence'],
  pleural_effusion: ['effusion'],
  consolidation: ['consolidation'],
};
const WITHOUT: Readonly<Record<MarkableFinding, readonly PhantomPattern[]>> = {
  rib: [],
  pleural_line: [],
  a_line: ['b_lines', 'confluence', 'effusion', 'consolidation'],
  b_line: ['a_lines', 'effusion'],
  b_line_confluence: ['a_lines', 'b_lines'],
  pleural_effusion: ['a_lines', 'b_lines', 'consolidation'],
  consolidation: ['a_lines', 'b_lines', 'effusion'],
};

/** Images without a finding, but with what it is to be told apart from. */
const LOOK_ALIKE: Readonly<Partial<Record<MarkableFinding, readonly PhantomPattern[]>>> = {
  b_line: ['a_lines'],
  b_line_confluence: ['b_lines'],
  pleural_effusion: ['consolidation'],
  consolidation: ['effusion'],
};

/** The patterns that may show a finding or, for a normal, lack it. */
export function candidatePatterns(
  finding: MarkableFinding,
  task: FindingTask,
  isNormal: boolean,
): readonly PhantomPattern[] {
  if (!isNormal) return WITH[finding];
  return (task === 'tell_apart' ? LOOK_ALIKE[finding] : undefined) ?? WITHOUT[finding];
}

/** Share of exams of the clean look: hard items are seldom of it, and nobody wants to wait for those that never fit. */
const CLEAN_SHARE: Readonly<Record<DifficultyLevel, number>> = { easy: 0.75, standard: 0.5, hard: 0.1 };

/** An exam that may be an item of a level, of one of some patterns. */
export function candidateDraw(
  random: Random,
  patterns: readonly PhantomPattern[],
  level: DifficultyLevel,
): PhantomRequest {
  return {
    seed: Math.floor(random.next() * 2 ** 32),
    split: 'game',
    look: randomChance(random, CLEAN_SHARE[level]) ? 'clean' : 'clinical',
    pattern: patterns[Math.floor(random.next() * patterns.length)]!,
  };
}
