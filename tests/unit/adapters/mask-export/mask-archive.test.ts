import { decode } from 'fast-png';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { maskArchive } from '../../../../src/adapters/mask-export/worker/mask-archive.ts';
import type { LinearSector } from '../../../../src/domain/geometry/sector.ts';

/** 40 x 20 mm, drawn at 1 mm a pixel with a border of 5 pixels; fitted into 256 pixels it is 6.4 times as large. */
const SECTOR: LinearSector = {
  kind: 'linear',
  mmPerPx: 1,
  originPx: { x: 25, y: 5 },
  widthMm: 40,
  depthMm: 20,
};

test('masks lie in the raster of the clip, a byte for each pixel, 0 outside the sector', () => {
  // The left half rib, the right half B-line.
  const classes = Uint8Array.from({ length: 256 * 256 }, (_, at) => (at % 256 < 128 ? 1 : 4));
  const archive = maskArchive({ width: 50, height: 30, sector: SECTOR });
  archive.add('mask-0001.png', classes);
  archive.add('mask-0003.png', new Uint8Array(256 * 256));
  const zip = Buffer.concat(archive.end());
  const files = unzipSync(zip);
  expect(Object.keys(files)).toEqual(['mask-0001.png', 'mask-0003.png']);
  const { width, height, data } = decode(files['mask-0001.png']!, { checkCrc: true });
  expect([width, height]).toEqual([50, 30]);
  const expected = Uint8Array.from({ length: 50 * 30 }, (_, at) => {
    const [x, y] = [at % 50, Math.floor(at / 50)];
    if (x < 5 || x >= 45 || y < 5 || y >= 25) return 0;
    return x < 25 ? 1 : 4;
  });
  expect([...data]).toEqual([...expected]);
});
