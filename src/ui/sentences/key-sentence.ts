import type { KeyClass } from '../../domain/grading/key.ts';
import type { KeySignature } from '../../domain/scenario/expert-key.ts';
import { say } from '../words/say.ts';

/** One sentence on a class's key: by whose word the class is graded, and why. */
export function keySentence(key: KeyClass): string {
  const { finding, verdict, agreement, confidence, threshold } = key;
  const label = say(`findings.${finding}.label`);
  const share = agreement ?? confidence;
  const percent = percentOf(share);
  const asked = percentOf(threshold);
  switch (verdict) {
    case 'expert':
    case 'experts':
      return expertsSentence(key);
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

function expertsSentence({ finding, signed: [one, other] }: KeyClass): string {
  const label = say(`findings.${finding}.label`);
  const { by, at } = signedBy(one);
  const carriedFrom = one?.carriedFrom ?? [];
  if (other === undefined) {
    const [from, to] = carriedFrom.map((index) => index + 1);
    if (from === undefined) return say('grading.key.expert', { label, by, at });
    if (to === undefined) return say('grading.key.expertCarried', { label, by, at, from });
    return say('grading.key.expertCarriedBetween', { label, by, at, from, to });
  }
  const second = signedBy(other);
  const isCarried = carriedFrom.length > 0 || (other.carriedFrom ?? []).length > 0;
  const key = isCarried ? 'expertsCarried' : 'experts';
  return say(`grading.key.${key}`, { label, by, at, other: second.by, otherAt: second.at });
}

/** A day has no hour: at noon it is the same day wherever it is written out. */
function signedBy({ by, date }: KeySignature = { by: '', date: '' }): {
  readonly by: string;
  readonly at: number;
} {
  const [year, month, day] = date.split('-').map(Number);
  return { by, at: new Date(year!, month! - 1, day!, 12).getTime() };
}

function percentOf(share: number | null): number {
  return Math.round((share ?? 0) * 100);
}
