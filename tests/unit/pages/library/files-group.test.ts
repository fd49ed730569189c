import { expect, test } from 'vitest';
import { filesGroup } from '../../../../src/pages/library/library-effects.ts';
import { bytesText, clipTitle, lengthText, sectorText } from '../../../../src/parts/opening/clip-text.ts';

const file = (name: string, type = '') => new File(['x'], name, { type });

test('pictures given together are one clip, every other file is one by itself', () => {
  const groups = filesGroup([
    file('a.mp4', 'video/mp4'),
    file('2.PNG'),
    file('1', 'image/jpeg'),
    file('b.dcm'),
    file('c.gif', 'image/gif'),
  ]);
  expect(groups.map(({ name, files }) => [name, files.length])).toEqual([
    ['a.mp4', 1],
    ['b.dcm', 1],
    ['c.gif', 1],
    ['2.PNG and 1 more', 2],
  ]);
  expect(filesGroup([file('one.png')]).map(({ name }) => name)).toEqual(['one.png']);
  expect(filesGroup([])).toEqual([]);
});

test('sizes, lengths and depths read as people write them', () => {
  expect([0, 1536, 1024 ** 2, 15.7 * 1024 ** 2].map(bytesText)).toEqual(['1 kB', '2 kB', '1.0 MB', '16 MB']);
  expect(lengthText({ timesMs: [0] })).toBe('1 image');
  expect(lengthText({ timesMs: [0, 40] })).toBe('0.04 s, 2 images');
  expect(lengthText({ timesMs: [0, 40, 80] })).toBe('0.1 s, 3 images');
  const sector = { kind: 'linear', mmPerPx: 1, originPx: { x: 0, y: 0 }, widthMm: 9, depthMm: 55 } as const;
  expect(sectorText({ sector, isScaleAssumed: false })).toBe('Linear, 5.5 cm deep');
  expect(sectorText({ sector, isScaleAssumed: true })).toBe('Linear, 5.5 cm deep (assumed)');
  expect(clipTitle({ name: '', savedAtMs: Date.UTC(2026, 10, 23, 12) })).toBe('Clip of 23 Nov 2026');
});
