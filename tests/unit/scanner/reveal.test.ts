import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REVEAL_END, REVEAL_MS, revealState } from '../../../src/scanner/reveal.ts';

describe('revealState', () => {
  test('nothing at the start, everything at the end', () => {
    expect(revealState(0)).toEqual({ sweep: 0, missOpacity: 0, extraOpacity: 0, extraSweep: 0 });
    expect(revealState(REVEAL_MS)).toEqual(REVEAL_END);
  });

  test('hits come first, then misses, then extras', () => {
    const early = revealState(300);
    expect(early.sweep).toBeGreaterThan(0.5);
    expect(early.missOpacity).toBe(0);
    const later = revealState(600);
    expect(later.missOpacity).toBeGreaterThan(0);
    expect(later.extraOpacity).toBe(0);
  });

  test('misses swell twice', () => {
    const opacities = Array.from({ length: 61 }, (_, at) => revealState(400 + at * 10).missOpacity);
    const peaks = opacities.filter(
      (value, at) => at > 0 && value > opacities[at - 1]! && value >= (opacities[at + 1] ?? 0),
    );
    expect(peaks).toHaveLength(2);
  });

  test('every share stays between 0 and 1', () => {
    fc.assert(
      fc.property(fc.double({ min: -100, max: 5000, noNaN: true }), (timeMs) => {
        for (const share of Object.values(revealState(timeMs))) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
