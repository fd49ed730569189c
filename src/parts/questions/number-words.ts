import type { NumberQuestion } from '../../domain/scenario/scenario.ts';
import { say } from '../../ui/words/say.ts';

/** The unit of a number, for behind its input: `%`, `B-lines`; null where it has none. */
export function unitWords({ unit, answer }: Pick<NumberQuestion, 'unit' | 'answer'>): string | null {
  if (unit !== null) return unit;
  if (answer === 'b_line_count') return say('findings.b_line.many');
  return answer === 'a_line_count' ? say('findings.a_line.many') : null;
}

/** A number in its unit: `21 %`, `1 B-line`, `3 B-lines`; to a tenth. */
export function numberWords(
  { unit, answer }: Pick<NumberQuestion, 'unit' | 'answer'>,
  value: number,
): string {
  const rounded = Math.round(value * 10) / 10;
  if (unit !== null) return say('questions.reply.unit', { value: rounded, measure: unitOf(unit, rounded) });
  if (answer === 'b_line_count') return say('questions.reply.bLines', { count: rounded });
  if (answer === 'a_line_count') return say('questions.reply.aLines', { count: rounded });
  return say('questions.reply.number', { value: rounded });
}

/** An author's unit that is a plural noun loses its s after a one; signs (`%`, `mm`) have none to lose. */
function unitOf(unit: string, value: number): string {
  return value === 1 ? unit.replace(/(?<=[a-z])s$/, '') : unit;
}
