import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spotsPlace } from '../../../../src/parts/console/spots-place.ts';

const STAGE = { width: 800, height: 600 };
const NAME = 'Pleural line: missed';

describe('spotsPlace', () => {
  it('puts a name above its point, with a line from its lower edge', () => {
    const [place] = spotsPlace([{ name: NAME, x: 400, y: 300 }], STAGE);
    expect(place).toEqual({ x: 400, y: 270, end: { x: 400, y: 285 } });
  });

  it('puts it below where there is no room above', () => {
    const [place] = spotsPlace([{ name: NAME, x: 400, y: 12 }], STAGE);
    expect(place!.y).toBeGreaterThan(12);
  });

  it('keeps a name inside at the side of the stage', () => {
    const [place] = spotsPlace([{ name: NAME, x: 795, y: 300 }], STAGE);
    expect(place!.x).toBeLessThan(740);
  });

  it('lets no name stand on another, nor on a point, for up to eight anywhere', () => {
    const point = fc.record({
      name: fc.constantFrom('Rib: missed', NAME, 'B-line confluence: half credit'),
      x: fc.integer({ min: 100, max: 700 }),
      y: fc.integer({ min: 60, max: 540 }),
    });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 8 }), (spots) => {
        const places = spotsPlace(spots, STAGE);
        const width = (i: number) => 6 * spots[i]!.name.length + 16;
        for (let i = 0; i < places.length; i++) {
          const a = places[i]!;
          expect(Math.abs(a.x - spots[i]!.x) < width(i) / 2 && Math.abs(a.y - spots[i]!.y) < 12).toBe(false);
          for (let j = 0; j < i; j++) {
            const b = places[j]!;
            const isOn = Math.abs(a.x - b.x) < (width(i) + width(j)) / 2 && Math.abs(a.y - b.y) < 24;
            expect(isOn).toBe(false);
          }
        }
      }),
    );
  });
});
