import { describe, expect, test } from 'vitest';
import { frameRing, RING_MS } from '../../../../src/adapters/camera/worker/frame-ring.ts';
import { packLayout } from '../../../../src/domain/frame/sector-pack.ts';

/** A raster of 2 x 2 with all but one pixel inside. */
const LAYOUT = packLayout(Uint8Array.of(1, 1, 0, 1), 2, 2);
const image = (level: number): Uint8Array => Uint8Array.of(level, level + 1, 0, level + 2);

describe('the last images', () => {
  test('are given again as they were, by their index', () => {
    const ring = frameRing(LAYOUT);
    expect([ring.add(image(10), 0), ring.add(image(20), 40)]).toEqual([0, 1]);
    expect(ring.get(0)).toEqual({ grey: image(10), timeMs: 0 });
    expect(ring.get(1)).toEqual({ grey: image(20), timeMs: 40 });
    expect(ring.get(2)).toBeNull();
    expect(ring.get(-1)).toBeNull();
  });

  test('are those of the last ten seconds, the older ones let go', () => {
    const ring = frameRing(LAYOUT);
    for (let index = 0; index <= 400; index++) ring.add(image(index % 200), index * 40);
    const { first, timesMs } = ring.held();
    expect(first).toBe(150);
    expect(timesMs.at(-1)! - timesMs[0]!).toBe(RING_MS);
    expect(ring.get(149)).toBeNull();
    expect(ring.get(150)?.grey).toEqual(image(150));
    expect(ring.get(400)?.grey).toEqual(image(0));
  });

  test('are fewer where memory is short, and no two share it', () => {
    const ring = frameRing(LAYOUT, { bytesMax: 3 * LAYOUT.bytes });
    for (let index = 0; index < 5; index++) ring.add(image(10 * index), index);
    expect(ring.held()).toEqual({ first: 2, timesMs: [2, 3, 4] });
    expect([2, 3, 4].map((index) => ring.get(index)?.grey[0])).toEqual([20, 30, 40]);
  });

  test('after a pause longer than is held only the new ones are left', () => {
    const ring = frameRing(LAYOUT);
    ring.add(image(1), 0);
    ring.add(image(2), 60_000);
    expect(ring.held()).toEqual({ first: 1, timesMs: [60_000] });
  });
});
