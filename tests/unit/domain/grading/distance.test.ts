import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceSquared, setGrow } from '../../../../src/domain/frame/distance.ts';

const WIDTH = 9;
const HEIGHT = 7;
const sets = fc.uint8Array({ min: 0, max: 1, minLength: WIDTH * HEIGHT, maxLength: WIDTH * HEIGHT });

/** The definition: the least of all distances. */
function slow(set: Uint8Array, at: number): number {
  let least = Number.POSITIVE_INFINITY;
  set.forEach((member, other) => {
    if (member === 0) return;
    const dx = (at % WIDTH) - (other % WIDTH);
    const dy = Math.floor(at / WIDTH) - Math.floor(other / WIDTH);
    least = Math.min(least, dx * dx + dy * dy);
  });
  return least;
}

describe('distanceSquared', () => {
  it('gives the squared distances around one pixel', () => {
    const set = Uint8Array.from([0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
    expect(Array.from(distanceSquared(set, 4, 3))).toEqual([2, 1, 2, 5, 1, 0, 1, 4, 2, 1, 2, 5]);
  });

  it('is infinite everywhere for an empty set', () => {
    expect(Array.from(distanceSquared(new Uint8Array(6), 3, 2)).every((d) => d === Infinity)).toBe(true);
  });

  it('is exact: equal to the least of all distances', () => {
    fc.assert(
      fc.property(sets, (set) => {
        expect(Array.from(distanceSquared(set, WIDTH, HEIGHT))).toEqual(
          Array.from(set, (_, at) => slow(set, at)),
        );
      }),
    );
  });
});

describe('setGrow', () => {
  it('takes in every pixel within the radius and none beyond, also where only a part of the raster is looked at', () => {
    fc.assert(
      fc.property(sets, fc.double({ min: 0, max: 6, noNaN: true }), (set, radius) => {
        expect(Array.from(setGrow(set, WIDTH, HEIGHT, radius))).toEqual(
          Array.from(set, (_, at) => (slow(set, at) <= radius * radius + 1e-9 ? 1 : 0)),
        );
      }),
    );
  });

  it('leaves a set as it is at radius 0', () => {
    fc.assert(
      fc.property(sets, (set) => {
        expect(setGrow(set, WIDTH, HEIGHT, 0)).toEqual(set);
      }),
    );
  });
});
