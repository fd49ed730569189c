import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mmFromPx, pxFromMm, type Sector, sectorBounds } from '../../../src/domain/geometry/sector.ts';
import { rasterPlace, scannerLayout } from '../../../src/scanner/layout.ts';

const CONVEX: Sector = {
  kind: 'convex',
  mmPerPx: 0.3,
  originPx: { x: 256, y: 10 },
  radiusMm: 60,
  angleRad: 1.05,
  depthMm: 150,
};
const LINEAR: Sector = { kind: 'linear', mmPerPx: 0.2, originPx: { x: 100, y: 0 }, widthMm: 40, depthMm: 60 };

const sizes = fc.record({
  width: fc.integer({ min: 120, max: 2000 }),
  height: fc.integer({ min: 120, max: 1400 }),
  pixelRatio: fc.double({ min: 1, max: 3, noNaN: true }),
});
const sectors = fc.constantFrom(CONVEX, LINEAR);

describe('scannerLayout', () => {
  test('a linear probe of 40 x 60 mm in 800 x 660 CSS pixels is 10 device pixels per mm at ratio 1', () => {
    const { screen, width, height } = scannerLayout({ width: 800, height: 658, pixelRatio: 1 }, LINEAR);
    expect([width, height]).toEqual([800, 658]);
    expect(screen.mmPerPx).toBeCloseTo(60 / (658 - 40 - 18), 9);
    expect(pxFromMm(screen, { x: 0, y: 0 }).y).toBeCloseTo(40, 9);
    expect(pxFromMm(screen, { x: 0, y: 60 }).y).toBeCloseTo(640, 9);
  });

  test('on a phone the marker of a linear probe, 5 px in radius, lies below the line of status', () => {
    const { marker, status, fontPx } = scannerLayout({ width: 390, height: 329, pixelRatio: 1 }, LINEAR);
    expect(marker.y - 5).toBeGreaterThan(status.y + fontPx);
  });

  test('the whole sector, scale and bar lie on the canvas, whatever its size', () => {
    fc.assert(
      fc.property(sizes, sectors, (size, sector) => {
        const layout = scannerLayout(size, sector);
        const box = sectorBounds(layout.screen);
        const upper = pxFromMm(layout.screen, { x: box.left, y: box.top });
        const lower = pxFromMm(layout.screen, { x: box.right, y: box.bottom });
        expect(upper.x).toBeGreaterThanOrEqual(-0.001);
        expect(upper.y).toBeGreaterThanOrEqual(-0.001);
        expect(lower.x).toBeLessThan(layout.scaleX);
        expect(lower.y).toBeLessThanOrEqual(layout.height);
        expect(layout.scaleX + 12 * layout.pixelRatio + 1.2 * layout.fontPx).toBeLessThanOrEqual(
          layout.width,
        );
        expect(layout.bar.left).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('the display transform and its inverse undo each other', () => {
    fc.assert(
      fc.property(
        sizes,
        sectors,
        fc.integer({ min: -90, max: 90 }),
        fc.integer({ min: 0, max: 150 }),
        (...a) => {
          const [size, sector, x, y] = a;
          const { screen } = scannerLayout(size, sector);
          const back = mmFromPx(screen, pxFromMm(screen, { x, y }));
          expect(back.x).toBeCloseTo(x, 9);
          expect(back.y).toBeCloseTo(y, 9);
        },
      ),
    );
  });

  test('more than two device pixels per CSS pixel are not drawn', () => {
    expect(scannerLayout({ width: 390, height: 400, pixelRatio: 3 }, CONVEX).width).toBe(780);
  });

  test('a hidden parent of no size is drawn as one pixel and not as nothing', () => {
    const layout = scannerLayout({ width: 0, height: 0, pixelRatio: 1 }, CONVEX);
    expect([layout.width, layout.height]).toEqual([1, 1]);
    expect(Number.isFinite(layout.screen.mmPerPx)).toBe(true);
  });

  test('where a raster lies does not depend on its resolution', () => {
    const { screen } = scannerLayout({ width: 900, height: 700, pixelRatio: 1 }, CONVEX);
    const coarse: Sector = { ...CONVEX, mmPerPx: 0.6, originPx: { x: 128, y: 5 } };
    const fine = rasterPlace(screen, CONVEX);
    const half = rasterPlace(screen, coarse);
    expect(half.x).toBeCloseTo(fine.x, 9);
    expect(half.y).toBeCloseTo(fine.y, 9);
    expect(half.scale).toBeCloseTo(2 * fine.scale, 9);
  });

  test('a raster pixel is drawn where its place in mm is on the screen', () => {
    const { screen } = scannerLayout({ width: 900, height: 700, pixelRatio: 1 }, CONVEX);
    const place = rasterPlace(screen, CONVEX);
    const expected = pxFromMm(screen, mmFromPx(CONVEX, { x: 300, y: 200 }));
    expect(place.x + 300 * place.scale).toBeCloseTo(expected.x, 9);
    expect(place.y + 200 * place.scale).toBeCloseTo(expected.y, 9);
  });
});
