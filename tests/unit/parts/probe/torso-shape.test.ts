import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TORSO } from '../../../../src/domain/scan/skin.ts';
import { sideMiddleMm, TORSO_SIDES } from '../../../../src/parts/probe/machine/probe-context.ts';
import {
  areaPath,
  aroundAt,
  edgeMm,
  linePath,
  markerWay,
  placeDraw,
  placeUnder,
  rotationTowards,
  sectionAngle,
} from '../../../../src/parts/probe/torso-shape.ts';

const sides = fc.constantFrom(...TORSO_SIDES);

describe('the torso', () => {
  test('quarters of the girth are quarters of a turn', () => {
    const { girthMm } = TORSO;
    expect(sectionAngle(0)).toBe(0);
    expect(sectionAngle(girthMm / 4)).toBeCloseTo(Math.PI / 2, 9);
    expect(sectionAngle(-girthMm / 4)).toBeCloseTo(-Math.PI / 2, 9);
    expect(Math.abs(sectionAngle(girthMm / 2))).toBeCloseTo(Math.PI, 9);
  });

  test('a place and its angle belong together all the way round', () => {
    fc.assert(
      fc.property(fc.double({ min: -459, max: 459, noNaN: true }), (aroundMm) => {
        expect(aroundAt(sectionAngle(aroundMm))).toBeCloseTo(aroundMm, 6);
      }),
    );
  });

  test('what is drawn under the pointer is what the pointer finds', () => {
    fc.assert(
      fc.property(
        sides,
        fc.double({ min: -170, max: 170, noNaN: true }),
        fc.double({ min: 0, max: 400, noNaN: true }),
        (side, off, downMm) => {
          const place = { aroundMm: sideMiddleMm(side) + off, downMm };
          const drawn = placeDraw(side, place);
          fc.pre(drawn.facing > 0.25);
          const found = placeUnder(side, drawn);
          const back = placeDraw(side, found);
          expect(back.x).toBeCloseTo(drawn.x, 3);
          expect(back.y).toBeCloseTo(drawn.y, 9);
          expect(back.facing).toBeGreaterThan(0);
        },
      ),
    );
  });

  test("in front the patient's left is to the right; the middle of every side is in its middle and faces us", () => {
    expect(placeDraw('front', { aroundMm: 90, downMm: 100 }).x).toBeGreaterThan(50);
    expect(placeDraw('back', { aroundMm: 400, downMm: 100 }).x).toBeLessThan(0);
    for (const side of TORSO_SIDES) {
      const { x, facing } = placeDraw(side, { aroundMm: sideMiddleMm(side), downMm: 200 });
      expect(x).toBeCloseTo(0, 6);
      expect(facing).toBeCloseTo(1, 6);
    }
  });

  test('beside the torso the pointer finds its edge', () => {
    const { aroundMm } = placeUnder('front', { x: 900, y: 130 });
    const drawn = placeDraw('front', { aroundMm, downMm: 130 });
    expect(drawn.x).toBeGreaterThan(0.97 * edgeMm('front', 130));
    expect(drawn.facing).toBeGreaterThan(0);
  });

  test('the far side is not drawn', () => {
    expect(
      linePath('front', [
        { aroundMm: 440, downMm: 10 },
        { aroundMm: 440, downMm: 90 },
      ]),
    ).toBe('');
    const far = [400, 440].flatMap((aroundMm) => [50, 90].map((downMm) => ({ aroundMm, downMm })));
    expect(areaPath('front', far)).toBe('');
    expect(areaPath('back', far)).toMatch(/^M.*Z$/);
  });
});

describe('the marker', () => {
  test('points to the head, and a quarter turn to the left to the patient’s right', () => {
    expect(markerWay(0)).toEqual({ aroundMm: -0, downMm: -1 });
    expect(markerWay(Math.PI / 2).aroundMm).toBeCloseTo(-1, 9);
  });

  test('turns to where it is dragged, across the spine too', () => {
    fc.assert(
      fc.property(fc.double({ min: -3.1, max: 3.1, noNaN: true }), (rotationRad) => {
        const way = markerWay(rotationRad);
        const from = { aroundMm: 455, downMm: 200 };
        const to = { aroundMm: 455 + 40 * way.aroundMm, downMm: 200 + 40 * way.downMm };
        expect(rotationTowards(from, to)).toBeCloseTo(rotationRad, 6);
      }),
    );
  });
});
