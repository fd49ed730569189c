import type { ClassGrade } from '../../domain/grading/grade.ts';
import { say } from '../../ui/words/say.ts';

/** Why strict overlap is low where the overlap with a tolerance is not; null where they agree. */
export function strictNote({ overlap, dice, toleranceMm, status }: ClassGrade): string | null {
  if (status !== 'scored' || overlap < 0.7 || overlap - dice < 0.25) return null;
  return say('reveal.measured.strict', { dice, mm: toleranceMm });
}
