import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { FINDING_INDEX } from '../../domain/findings/finding.ts';
import type { Mask } from '../../domain/frame/frame.ts';
import type { BlasSpace } from '../../domain/grading/blas-space.ts';
import type { Hint } from '../../domain/scenario/scenario.ts';
import type { Stage } from '../../parts/session/stage.ts';

/** Draws the last hint that was taken, as far as it can be drawn, from the key. */
export function useHintOnScanner(stage: Stage, hints: readonly Hint[], key: Mask | null): void {
  const hint = hints.findLast(({ kind }) => kind !== 'word') ?? null;
  useEffect(
    () =>
      effect(() => {
        const scanner = stage.scanner.value;
        if (scanner === null || hint === null || key === null || hint.kind === 'word') return;
        scanner.hintShow({ kind: hint.kind, mask: maskOf(key, hint) });
        return () => scanner.hintShow(null);
      }),
    [stage, hint, key],
  );
}

/** Draws the space that an answer was counted in, and what fills it. */
export function useSpaceOnScanner(stage: Stage, space: BlasSpace | null): void {
  useEffect(
    () =>
      effect(() => {
        const scanner = stage.scanner.value;
        if (scanner === null || space === null) return;
        scanner.hintShow({ kind: 'space', mask: space });
        return () => scanner.hintShow(null);
      }),
    [stage, space],
  );
}

/** The key with the hint's classes alone. */
function maskOf(key: Mask, { findings }: Hint): Mask {
  const values = new Set(findings.map((finding) => FINDING_INDEX[finding]));
  return { ...key, classes: key.classes.map((value) => (values.has(value) ? value : 0)) };
}
