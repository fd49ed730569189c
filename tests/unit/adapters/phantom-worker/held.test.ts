import { describe, expect, test } from 'vitest';
import { HELD_MS, HELD_NONE, heldAdd } from '../../../../src/adapters/phantom-worker/shared/held.ts';

describe('images that are held', () => {
  test('those of the last ten seconds, one after the other', () => {
    let held = HELD_NONE;
    for (let index = 0; index <= 700; index++) held = heldAdd(held, index, index * 32);
    expect(held.first + held.timesMs.length - 1).toBe(700);
    expect(held.timesMs.at(-1)).toBe(700 * 32);
    expect(held.timesMs.at(-1)! - held.timesMs[0]!).toBeLessThanOrEqual(HELD_MS);
    expect(held.timesMs.at(-1)! - held.timesMs[0]!).toBeGreaterThan(HELD_MS - 2 * 32);
    expect(held.timesMs).toEqual(held.timesMs.map((_, at) => (held.first + at) * 32));
  });

  test('an image that does not follow begins anew', () => {
    const held = heldAdd(heldAdd(HELD_NONE, 0, 0), 37, 1184);
    expect(held).toEqual({ first: 37, timesMs: [1184] });
  });
});
