import { expect, test } from 'vitest';
import { ZONE_SETS, zonesOf } from '../../../../src/domain/scan/zones.ts';
import { chestMapPlace, chestMapSide } from '../../../../src/pages/play/chest-map.ts';

test("the patient's right is on the left, as seen from in front", () => {
  expect(chestMapSide('right')).toBeLessThan(0);
  expect(chestMapSide('left')).toBe(-chestMapSide('right'));
});

test.each(ZONE_SETS)('each zone of %s stands below the name of its side', (set) => {
  for (const { id, side, centre, outline } of zonesOf(set)) {
    const named = Math.sign(chestMapSide(side));
    expect(Math.sign(chestMapPlace(centre).x), id).toBe(named);
    for (const point of outline) expect(named * chestMapPlace(point).x, id).toBeGreaterThanOrEqual(0);
  }
});
