import { describe, expect, test } from 'vitest';
import { segmentFrame } from '../../../src/adapters/segmenter/shared/segment.ts';
import type { Frame } from '../../../src/domain/frame/frame.ts';
import { sectorInside } from '../../../src/domain/frame/mask.ts';
import { frameFit } from '../../../src/domain/frame/resample.ts';
import { type Sector, sectorFit } from '../../../src/domain/geometry/sector.ts';
import type { NetworkModel } from '../../../src/network/network-build.ts';
import { networkInput, networkViewOf } from '../../../src/network/network-view.ts';
import { polarGrey, polarSamplingOf } from '../../../src/network/polar-sampling.ts';
import { sentenceThrown } from '../../support/facts.ts';

const SECTOR = sectorFit(
  { kind: 'convex', mmPerPx: 1, originPx: { x: 0, y: 0 }, radiusMm: 50, angleRad: 1.1, depthMm: 120 },
  512,
);
const FRAME: Frame = {
  width: 512,
  height: 512,
  grey: Uint8Array.from({ length: 512 * 512 }, (_, at) => (at * 7 + (at >> 9) * 13) & 255),
  sector: SECTOR,
  timeMs: 0,
};
/** Where all cells agree, nobody asks for their logits. */
const NO_LOGITS = { values: new Float32Array(0), starts: new Int32Array(0) };
const POLAR = { geometry: 'polar', height: 288, width: 128, channels: 1 } as const;
const SQUARE = { geometry: 'cartesian', height: 256, width: 256, channels: 1 } as const;

describe('what a network sees of a frame', () => {
  test('polar: the resampled sector, all of it image, and masks in the fitted square', () => {
    const view = networkViewOf(POLAR, FRAME);
    expect(view.grey(FRAME)).toEqual(
      polarGrey(polarSamplingOf(FRAME, { samples: 288, lines: 128 }), FRAME.grey),
    );
    expect(view.known).toEqual(new Uint8Array(288 * 128).fill(1));
    expect(view.sector).toEqual(sectorFit(SECTOR, 256));
    expect(view.rowAreas).toHaveLength(288);
    // The fan is 170 mm wide at the bottom and 50 mm at the face.
    expect(view.rowAreas[287]! / view.rowAreas[0]!).toBeCloseTo(170 / 50, 1);
    const cells = new Uint8Array(288 * 128).fill(2);
    const classes = view.classes(cells, NO_LOGITS);
    const inside = sectorInside(view.sector, 256, 256);
    expect(classes).toEqual(inside.map((bit) => 2 * bit));
    const confidence = view.confidence(new Uint8Array(288 * 128).fill(99), cells, classes);
    expect(confidence).toEqual(inside.map((bit) => (bit === 1 ? 99 : 255)));
  });

  test('cartesian: the fitted square, and classes as they are', () => {
    const view = networkViewOf(SQUARE, FRAME);
    const fitted = frameFit(FRAME, 256);
    expect(view.grey(FRAME)).toEqual(fitted.grey);
    expect(view.sector).toEqual(fitted.sector);
    expect(view.known).toEqual(sectorInside(fitted.sector, 256, 256));
    const cells = Uint8Array.from(view.known, (bit, at) => bit * (at % 8));
    expect(view.classes(cells, NO_LOGITS)).toEqual(cells);
  });

  test('a square of another size than masks have is one sentence', () => {
    expect(sentenceThrown(() => networkViewOf({ ...SQUARE, height: 128, width: 128 }, FRAME))).toContain(
      'cartesian frames of 128 pixels, but masks have 256',
    );
  });

  test('frames of too few pixels, and sectors that are no size, are refused before the network is asked', async () => {
    const head = () => Promise.reject(new Error('The network was asked.'));
    const network = { specification: { input: POLAR }, head } as unknown as NetworkModel;
    const refused = (frame: Frame) => expect(segmentFrame(network, frame, false)).rejects;
    await refused({ ...FRAME, grey: FRAME.grey.subarray(1) }).toMatchObject({ code: 'frame-invalid' });
    for (const wrong of [
      { mmPerPx: Number.NaN },
      { mmPerPx: 0 },
      { mmPerPx: Number.POSITIVE_INFINITY },
      { depthMm: Number.NaN },
      { angleRad: 0 },
      { originPx: { x: Number.NaN, y: 3 } },
    ]) {
      const sector = { ...SECTOR, ...wrong } as Sector;
      await refused({ ...FRAME, sector }).toMatchObject({ code: 'frame-invalid' });
    }
    await refused(FRAME).toThrow('The network was asked.');
  });

  test('grey levels become shares', () => {
    const input = { geometry: 'polar', height: 3, width: 1, channels: 1 } as const;
    const cellMm = Float32Array.of(1, 1, 1);
    expect([...networkInput(input, Uint8Array.of(0, 51, 255), cellMm)]).toEqual([0, Math.fround(0.2), 1]);
  });

  test('a second channel tells the width of cells, up to 3 mm', () => {
    const input = { geometry: 'polar', height: 2, width: 2, channels: 2 } as const;
    const values = networkInput(input, Uint8Array.of(0, 255, 255, 0), Float32Array.of(0.75, 4));
    expect([...values]).toEqual([0, 0.25, 1, 0.25, 1, 1, 0, 1]);
  });

  test('cells widen with depth in a fan and not elsewhere', () => {
    // 50 mm from the apex to the face, 170 mm to the bottom, 1.1 radians over 128 lines.
    const { cellMm } = networkViewOf(POLAR, FRAME);
    expect(cellMm[0]).toBeCloseTo(((50 + 120 / 576) * 1.1) / 128, 4);
    expect(cellMm[287]).toBeCloseTo(((170 - 120 / 576) * 1.1) / 128, 4);
    expect(new Set(networkViewOf(SQUARE, FRAME).cellMm)).toEqual(
      new Set([Math.fround(networkViewOf(SQUARE, FRAME).sector.mmPerPx)]),
    );
  });
});
