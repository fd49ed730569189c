import { expect, test } from 'vitest';
import { ZONE_SETS, zonesOf } from '../../../../src/domain/scan/zones.ts';
import { chartPlace } from '../../../../src/pages/play/chest-chart.tsx';

test.each(ZONE_SETS)(
  "zones of the patient's right lie on the left of the chart, where it says so: %s",
  (set) => {
    for (const { side, centre } of zonesOf(set)) {
      const { x, y } = chartPlace(centre);
      expect(Math.sign(x)).toBe(side === 'right' ? -1 : 1);
      expect(y).toBe(centre.downMm);
    }
  },
);
