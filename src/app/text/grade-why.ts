import { FINDING_LOOKS } from '../../domain/findings/look.ts';
import type { ClassGrade, Provenance } from '../../domain/grading/grade.ts';

export const PROVENANCE_LABEL: Readonly<Record<Provenance, string>> = {
  phantom_truth: 'Phantom truth',
  expert: 'Expert',
  network: 'Network',
};

/** What a class is called within a sentence. */
export function findingName(finding: ClassGrade['finding']): string {
  const { label } = FINDING_LOOKS[finding];
  return /^[AB]-/.test(label) ? label : label.toLowerCase();
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** Why a class scored what it did: one or two sentences that say where to look, not only a number. */
export function gradeWhy(grade: ClassGrade): string {
  const name = findingName(grade.finding);
  const { precision, recall } = grade;
  if (grade.status === 'not_scored') return '';
  if (grade.status === 'correct_absence') return `Rightly left empty: this image shows no ${name}.`;
  if (recall === null) return `This image shows no ${name}; what you marked is drawn as extra.`;
  if (precision === null) return `You marked no ${name}, but there is some: it is drawn as missed.`;
  const sentences = [placeWhy(precision, recall, grade.toleranceMm, name)];
  const counted = countWhy(grade, name);
  if (counted !== null) sentences.push(counted);
  if (grade.overlap - grade.dice > 0.25 && grade.overlap >= 0.7) {
    sentences.push(
      `Strict Dice is only ${grade.dice.toFixed(2)}: on a thin line a millimetre costs it half, so it is not what you are scored by.`,
    );
  }
  return sentences.join(' ');
}

function placeWhy(precision: number, recall: number, toleranceMm: number, name: string): string {
  const near = `within ${toleranceMm} mm`;
  if (precision >= 0.85 && recall >= 0.85)
    return `In the right place: nearly all of it lies ${near} of the key.`;
  if (precision < 0.15 && recall < 0.15) {
    return `Marked in another place: hardly any of it lies ${near} of the ${name} in the key.`;
  }
  if (precision >= recall + 0.15) {
    return `What you marked is mostly right, but ${percent(1 - recall)} of the ${name} was missed.`;
  }
  if (recall >= precision + 0.15) {
    return `You found most of it, but ${percent(1 - precision)} of what you marked is not ${name}.`;
  }
  return `Partly right: ${percent(precision)} of your mark lies ${near} of the key, and ${percent(1 - recall)} of the ${name} was missed.`;
}

function countWhy(grade: ClassGrade, name: string): string | null {
  const { count } = grade;
  if (count === null || (count.marked === count.expected && count.matched === count.expected)) return null;
  const there = `${count.expected} ${name}${count.expected === 1 ? '' : 's'} in the key`;
  return `There ${count.expected === 1 ? 'is' : 'are'} ${there}; you marked ${count.marked}, and ${count.matched} of them match${count.matched === 1 ? 'es' : ''} one.`;
}
