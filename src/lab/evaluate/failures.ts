import { MARKABLE_FINDINGS, type MarkableFinding } from '../../domain/findings/finding.ts';
import { classComponents, classSet } from '../../domain/frame/components.ts';
import type { Frame, Mask } from '../../domain/frame/frame.ts';
import { overlapStrict } from '../../domain/grading/overlap.ts';

/** A frame that the network read badly. */
export interface Failure {
  /** Places of the exam in the set and of the frame in the exam, from 0. */
  readonly exam: number;
  readonly part: number;
  /** Mean Dice over the findings that are there. */
  readonly dice: number;
  readonly findings: readonly MarkableFinding[];
  readonly frame: Frame;
  readonly truth: Mask;
  readonly network: Mask;
}

/** How many are kept. */
export const FAILURES = 12;

/**
 * Mean Dice over the findings of which the truth has at least a speck; null where there are none. A false alarm
 * counts by the pixels that it takes from them.
 */
export function failureDice(
  truth: Mask,
  network: Mask,
): { readonly dice: number; readonly findings: readonly MarkableFinding[] } | null {
  const findings = MARKABLE_FINDINGS.filter((finding) => classComponents(truth, finding).length > 0);
  if (findings.length === 0) return null;
  const dices = findings.map(
    (finding) => overlapStrict(classSet(truth, finding), classSet(network, finding)).dice,
  );
  return { dice: dices.reduce((sum, dice) => sum + dice) / dices.length, findings };
}

/** The worst FAILURES of both, worst first; of equals the one that was known before. */
export function failuresKeep(worst: readonly Failure[], candidate: Failure): readonly Failure[] {
  const place = worst.findIndex(({ dice }) => dice > candidate.dice);
  const at = place < 0 ? worst.length : place;
  return [...worst.slice(0, at), candidate, ...worst.slice(at)].slice(0, FAILURES);
}
