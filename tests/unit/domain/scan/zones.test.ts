import { describe, expect, it } from 'vitest';
import { TORSO } from '../../../../src/domain/scan/skin.ts';
import { ZONE_SETS, zoneAt, zoneContains, zoneFind, zonesOf } from '../../../../src/domain/scan/zones.ts';

/** Whether a point lies inside a closed polygon: it is crossed an odd number of times. */
function polygonHas(outline: readonly { aroundMm: number; downMm: number }[], x: number, y: number): boolean {
  let isIn = false;
  for (const [i, a] of outline.entries()) {
    const b = outline[(i + 1) % outline.length]!;
    if (a.downMm > y === b.downMm > y) continue;
    if (x < a.aroundMm + ((b.aroundMm - a.aroundMm) * (y - a.downMm)) / (b.downMm - a.downMm)) isIn = !isIn;
  }
  return isIn;
}

describe('zones', () => {
  it('are as many as their set says, each around its own centre', () => {
    const counts = ZONE_SETS.map((set) => zonesOf(set).length);
    expect(counts).toEqual([6, 8, 12, 14]);
    for (const set of ZONE_SETS) {
      for (const zone of zonesOf(set)) expect(zoneAt(set, zone.centre)?.id).toBe(zone.id);
    }
  });

  it('have one name space: an id means one region, whatever the set', () => {
    for (const set of ZONE_SETS) {
      const ids = zonesOf(set).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const zone of zonesOf(set)) expect(zoneFind(zone.id)?.outline).toEqual(zone.outline);
    }
    expect(zoneFind('R9')).toBeNull();
  });

  it('are disjoint, and drawn where they are', () => {
    const half = TORSO.girthMm / 2;
    for (const set of ZONE_SETS) {
      for (let around = -half + 3.3; around < half; around += 11) {
        for (let down = 1.7; down < TORSO.trunkMm; down += 13) {
          const place = { aroundMm: around, downMm: down };
          const within = zonesOf(set).filter((zone) => polygonHas(zone.outline, around, down));
          expect(within.length).toBeLessThanOrEqual(1);
          const found = zoneAt(set, place);
          if (within.length === 1) expect(found?.id).toBe(within[0]!.id);
        }
      }
    }
  });

  it('cover the lung: every place from the sternum to the spine lies in one of the twelve', () => {
    for (let around = 20; around < 455; around += 9) {
      for (let down = 60; down < 200; down += 9) {
        const place = { aroundMm: around, downMm: down };
        const zone = zoneAt('zones_12', place);
        expect(zone).not.toBeNull();
        expect(zoneContains(zone!, place)).toBe(true);
      }
    }
  });
});
