import type { ClassGrade, Provenance } from '../../domain/grading/grade.ts';
import { say } from '../../ui/words/say.ts';

export const PROVENANCE_LABEL: Readonly<Record<Provenance, string>> = {
  phantom_truth: 'Phantom truth',
  expert: 'Expert',
  network: 'Network',
};

/** What a class is called within a sentence. */
export function findingName(finding: ClassGrade['finding']): string {
  const label = say(`findings.${finding}.label`);
  return /^[AB]-/.test(label) ? label : label.toLowerCase();
}

/** Why strict overlap is low where the overlap with a tolerance is not; null where they agree. */
export function strictNote({ overlap, dice, toleranceMm, status }: ClassGrade): string | null {
  if (status !== 'scored' || overlap < 0.7 || overlap - dice < 0.25) return null;
  return `Strict Dice is only ${dice.toFixed(2)}: it takes a millimetre beside a thin line for a miss, so you are scored within ${toleranceMm} mm instead.`;
}
