import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  MASK_AGE_MAX,
  type OverlayPair,
  PAIR_NONE,
  pairImage,
  pairMask,
} from '../../../src/scanner/overlay-pair.ts';

test('a mask lies over its own image and the next two', () => {
  const own = pairMask(pairImage(PAIR_NONE, 10), 10);
  expect(own).toEqual({ image: 10, mask: 10 });
  expect(pairImage(own, 12)).toEqual({ image: 12, mask: 10 });
  expect(pairImage(own, 13)).toEqual({ image: 13, mask: null });
});

test('an answer that comes too late, too early or after a newer one is not taken', () => {
  const shown = pairImage(PAIR_NONE, 20);
  expect(pairMask(shown, 17)).toEqual({ image: 20, mask: null });
  expect(pairMask(shown, 21)).toEqual({ image: 20, mask: null });
  const newer = pairMask(shown, 20);
  expect(pairMask(newer, 19)).toBe(newer);
  expect(pairMask(PAIR_NONE, 0)).toBe(PAIR_NONE);
});

test('whatever comes in whatever order, no mask is older than allowed or newer than its image', () => {
  const step = fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 40 }));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let pair: OverlayPair = PAIR_NONE;
      for (const [isImage, index] of steps) {
        pair = isImage ? pairImage(pair, index) : pairMask(pair, index);
        if (pair.mask === null) continue;
        expect(pair.image! - pair.mask).toBeGreaterThanOrEqual(0);
        expect(pair.image! - pair.mask).toBeLessThanOrEqual(MASK_AGE_MAX);
      }
    }),
  );
});
