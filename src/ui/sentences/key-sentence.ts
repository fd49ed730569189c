import type { KeyClass } from '../../domain/grading/key.ts';
import { say } from '../words/say.ts';

/** One sentence on a class's key: by whose word the class is graded, and why. */
export function keySentence({ finding, verdict, agreement, confidence, threshold }: KeyClass): string {
  const label = say(`findings.${finding}.label`);
  const share = agreement ?? confidence;
  const percent = percentOf(share);
  const asked = percentOf(threshold);
  switch (verdict) {
    case 'expert':
    case 'truth_alone':
      return say(`grading.key.${verdict}`, { label });
    case 'network_agrees':
      return say('grading.key.network_agrees', { label, percent });
    case 'network_alone':
      return share === null
        ? say('grading.key.network_alone', { label })
        : say('grading.key.network_alone_share', { label, percent });
    case 'network_disagrees':
    case 'network_unsure':
      return say(`grading.key.${verdict}`, { label, percent, asked });
  }
}

function percentOf(share: number | null): number {
  return Math.round((share ?? 0) * 100);
}
