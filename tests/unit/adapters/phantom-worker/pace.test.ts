import { describe, expect, test } from 'vitest';
import { paceKeep, paceStart, paceWait } from '../../../../src/adapters/phantom-worker/shared/pace.ts';

/** Gives images that each take `costMs` to make; answers when each was given. */
function run(costMs: (index: number) => number, count: number): number[] {
  let nowMs = 1000;
  let pace = paceStart(nowMs, 0, 25);
  const given: number[] = [];
  for (let index = 0; index < count; index++) {
    nowMs += paceWait(pace, index, nowMs) + costMs(index);
    given.push(nowMs);
    pace = paceKeep(pace, index, nowMs);
  }
  return given;
}

describe('pace', () => {
  test('image n is due n periods after the start: small delays do not add up', () => {
    const given = run((index) => 5 + (index % 3) * 4, 251);
    expect(given[250]! - given[0]!).toBeCloseTo(250 * 40 + 4, 6);
  });

  test('a late image is caught up with', () => {
    const given = run((index) => (index === 10 ? 70 : 5), 30);
    expect(given[20]! - given[0]!).toBeCloseTo(20 * 40, 6);
  });

  test('after a long stop it goes on at its own rate and does not hurry', () => {
    const given = run((index) => (index === 10 ? 1000 : 5), 30);
    for (let index = 12; index < 30; index++) expect(given[index]! - given[index - 1]!).toBeCloseTo(40, 6);
  });

  test('when every image takes too long, it gives them as fast as they come', () => {
    const given = run(() => 100, 20);
    for (let index = 1; index < 20; index++) expect(given[index]! - given[index - 1]!).toBeCloseTo(100, 6);
  });

  test('it starts at any image', () => {
    expect(paceWait(paceStart(500, 7, 50), 8, 505)).toBeCloseTo(15, 9);
  });
});
