import type { MarkableFinding } from '../../../domain/findings/finding.ts';
import type { DifficultyLevel } from '../../../domain/learning/measured-difficulty.ts';
import type { FindingTask } from '../../../domain/learning/skill.ts';
import { type Random, randomChance } from '../../../domain/numbers/random.ts';
import type { PhantomPattern, PhantomRequest } from '../../../domain/scan/phantom-request.ts';
import type { ImageDraw } from '../../../domain/scenario/image-draw.ts';

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

/** The pattern of a zone is that of A-lines with one or two B-lines, too: where experts look twice. */
const FEW_B_LINES = [1, 2] as const;
const FEW_SHARE = 0.5;

const ILL: readonly PhantomPattern[] = ['b_lines', 'confluence', 'effusion', 'consolidation'];

/** Share of exams of the clean look: hard items are seldom of it, and nobody wants to wait for those that never fit. */
const CLEAN_SHARE: Readonly<Record<DifficultyLevel, number>> = { easy: 0.75, standard: 0.5, hard: 0.1 };

/**
 * An exam that may be what is wanted: what its request leaves open is drawn, with the item's skill and level in mind.
 * @param request what is given of every candidate; its seed is none of theirs
 */
export function candidateDraw(
  random: Random,
  request: PhantomRequest,
  item: ImageDraw['item'],
): PhantomRequest {
  const seed = Math.floor(random.next() * 2 ** 32);
  if (item === null) return { ...request, seed };
  const look = randomChance(random, CLEAN_SHARE[item.level ?? 'standard']) ? 'clean' : 'clinical';
  const { pattern: given = 'any' } = request;
  const { pattern, ...more } = patternDraw(random, item);
  return { look, ...more, ...request, seed, pattern: given === 'any' ? pattern : given };
}

function patternDraw(
  random: Random,
  { skill, isNormal }: NonNullable<ImageDraw['item']>,
): Pick<PhantomRequest, 'bLines'> & { readonly pattern: PhantomPattern } {
  const oneOf = <Of>(list: readonly Of[]): Of => list[Math.floor(random.next() * list.length)]!;
  if (skill === 'catching_ai') return { pattern: oneOf(['a_lines', ...ILL] as const) };
  if (skill === 'zone_pattern') {
    if (!isNormal) return { pattern: oneOf(ILL) };
    return randomChance(random, FEW_SHARE)
      ? { pattern: 'b_lines', bLines: oneOf(FEW_B_LINES) }
      : { pattern: 'a_lines' };
  }
  const [finding, task] = skill.split('.') as [MarkableFinding, FindingTask];
  return { pattern: oneOf(candidatePatterns(finding, task, isNormal)) };
}
