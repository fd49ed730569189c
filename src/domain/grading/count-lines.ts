import type { Mask } from '../frame/frame.ts';
import { type CountMatch, countMatch, linesUnmatched } from './count.ts';
import type { Key, KeyFinding } from './grade.ts';
import type { GradedClass } from './graded-class.ts';
import { type Instance, instanceIsCounted, instanceOf } from './instances.ts';
import { findingsAsked, findingsWhere } from './layers.ts';
import type { CountedFinding } from './tolerance.ts';

/**
 * Matches the marked lines of a class with those that the key asks for. An A-line that goes on from one window to the
 * next at the same multiple of the pleural line's depth is one line, as it is for the eye.
 */
export function linesMatch(
  marked: readonly Instance[],
  key: Key,
  asked: GradedClass & { readonly finding: CountedFinding },
  elsewhere?: (at: number) => boolean,
): CountMatch {
  const { finding } = asked;
  const wanted = findingsAsked(key, asked);
  const spare = key.findings.filter((one) => one.finding === finding && !wanted.includes(one));
  return countMatch(
    marked,
    { mask: key.mask, expected: linesOf(wanted, key.mask).filter(instanceIsCounted), spare },
    finding,
    elsewhere,
  );
}

/** Findings that have to be marked and that no mark stands for, as `linesMatch` counts. */
export function findingsUnmatched(
  marked: readonly Instance[],
  key: Key,
  asked: GradedClass & { readonly finding: CountedFinding },
): readonly KeyFinding[] {
  const match = linesMatch(marked.filter(instanceIsCounted), key, asked);
  const missed = linesUnmatched(match, key.mask).map(({ pixels }) => new Set(pixels));
  return findingsAsked(key, asked).filter(({ pixels }) => missed.some((line) => line.has(pixels[0]!)));
}

/** How many lines of a class the key shows where it is asked for, but does not ask for, and no mark is near. */
export function linesSpare(key: Key, asked: GradedClass, isMarked: (line: KeyFinding) => boolean): number {
  const wanted = findingsAsked(key, asked);
  const isWanted = ({ multiple }: KeyFinding): boolean =>
    multiple !== null && wanted.some((one) => one.multiple === multiple);
  const spare = findingsWhere(key, asked).filter(
    (one) => one.standing === 'welcome' && !isWanted(one) && !isMarked(one),
  );
  return linesOf(spare, key.mask).filter(instanceIsCounted).length;
}

function linesOf(findings: readonly KeyFinding[], mask: Mask): readonly Instance[] {
  const lines = new Map<string, KeyFinding[]>();
  findings.forEach((finding, place) => {
    const name = finding.multiple === null ? `piece ${place}` : `multiple ${finding.multiple}`;
    lines.set(name, [...(lines.get(name) ?? []), finding]);
  });
  return [...lines.values()].map((own) =>
    own.length === 1
      ? own[0]!
      : instanceOf(mask, own[0]!.finding, Int32Array.from(own.flatMap(({ pixels }) => [...pixels]))),
  );
}
