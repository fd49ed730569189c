import { expect, test } from 'vitest';
import { tracedRows } from '../../../../src/pages/lesson/traced-rows.ts';
import type { TracedImage } from '../../../../src/ports/frame-source.ts';

test('samples of a scan line stand in the rows of their depth, and rows outside of the sector are black', () => {
  // A fan whose face begins 2 px below its topmost row; 4 samples of 10 mm each, of 5 mm a row.
  const sector = {
    kind: 'convex',
    mmPerPx: 5,
    originPx: { x: 10, y: 2 },
    radiusMm: 20,
    // cos(60°) = 0.5: its sides begin 10 mm above the middle of the face.
    angleRad: (2 * Math.PI) / 3,
    depthMm: 40,
  } as const;
  const traced = {
    shown: { frame: { width: 20, height: 12, grey: new Uint8Array(240), sector, timeMs: 0 } },
    columns: { grey: Uint8Array.of(1, 2, 3, 4, 11, 12, 13, 14), samples: 4, timeMs: 0, stepMs: 33 },
  } as unknown as TracedImage;
  const { grey, columns, rows } = tracedRows(traced);
  expect([columns, rows]).toEqual([2, 10]);
  const first = Array.from({ length: rows }, (_, row) => grey[row * columns]);
  const second = Array.from({ length: rows }, (_, row) => grey[row * columns + 1]);
  expect(first).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
  expect(second).toEqual([0, 0, 11, 11, 12, 12, 13, 13, 14, 14]);
});
