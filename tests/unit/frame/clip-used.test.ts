import { describe, expect, test } from 'vitest';
import {
  type ClipUsed,
  clipUsedEquals,
  clipUsedIs,
  filePrintEquals,
} from '../../../src/domain/frame/clip-used.ts';
import type { ConvexSector, LinearSector } from '../../../src/domain/geometry/sector.ts';

const FAN: ConvexSector = {
  kind: 'convex',
  mmPerPx: 0.25,
  originPx: { x: 300, y: 12 },
  radiusMm: 60,
  angleRad: 1.1,
  depthMm: 120,
};
const BOX: LinearSector = {
  kind: 'linear',
  mmPerPx: 0.25,
  originPx: { x: 300, y: 12 },
  widthMm: 38,
  depthMm: 120,
};
const FILE = { name: 'scan.mp4', sizeBytes: 2048, headSha256: 'ab'.repeat(32) };
const CLIP: ClipUsed = { file: FILE, sector: FAN };

describe('a file', () => {
  test('is known again under another name', () => {
    expect(filePrintEquals(FILE, { ...FILE, name: 'renamed.mp4' })).toBe(true);
  });

  test('is another one by its size or by how it begins', () => {
    expect(filePrintEquals(FILE, { ...FILE, sizeBytes: 2049 })).toBe(false);
    expect(filePrintEquals(FILE, { ...FILE, headSha256: 'ac'.repeat(32) })).toBe(false);
  });
});

describe('marks fit', () => {
  test('the same file in the same outline', () => {
    expect(clipUsedEquals(CLIP, structuredClone(CLIP))).toBe(true);
    expect(clipUsedEquals({ file: FILE, sector: BOX }, { file: FILE, sector: { ...BOX } })).toBe(true);
  });

  test.each<[string, ClipUsed['sector'], ClipUsed['sector']]>([
    ['another depth', FAN, { ...FAN, depthMm: 121 }],
    ['another scale', FAN, { ...FAN, mmPerPx: 0.26 }],
    ['another place', FAN, { ...FAN, originPx: { x: 300, y: 13 } }],
    ['another column', BOX, { ...BOX, originPx: { x: 301, y: 12 } }],
    ['another radius', FAN, { ...FAN, radiusMm: 61 }],
    ['another angle', FAN, { ...FAN, angleRad: 1.2 }],
    ['another width', BOX, { ...BOX, widthMm: 39 }],
    ['another probe', FAN, BOX],
  ])('not %s', (_, one, other) => {
    expect(clipUsedEquals({ file: FILE, sector: one }, { file: FILE, sector: other })).toBe(false);
    expect(clipUsedEquals({ file: FILE, sector: other }, { file: FILE, sector: one })).toBe(false);
  });

  test('not another file in the same outline', () => {
    expect(clipUsedEquals(CLIP, { ...CLIP, file: { ...FILE, sizeBytes: 1 } })).toBe(false);
  });
});

describe('what was stored', () => {
  test('is taken as it was written', () => {
    for (const sector of [FAN, BOX]) {
      expect(clipUsedIs(JSON.parse(JSON.stringify({ file: FILE, sector })))).toBe(true);
    }
  });

  test.each<[string, unknown]>([
    ['nothing', null],
    ['a list', [CLIP]],
    ['no file', { sector: FAN }],
    ['no name', { ...CLIP, file: { ...FILE, name: 3 } }],
    ['a size below nothing', { ...CLIP, file: { ...FILE, sizeBytes: -1 } }],
    ['a hash that is none', { ...CLIP, file: { ...FILE, headSha256: 'AB'.repeat(32) } }],
    ['a hash cut off', { ...CLIP, file: { ...FILE, headSha256: 'ab' } }],
    ['no sector', { file: FILE }],
    ['a probe nobody knows', { file: FILE, sector: { ...FAN, kind: 'phased' } }],
    ['a depth of nothing', { file: FILE, sector: { ...FAN, depthMm: 0 } }],
    ['a scale that is no number', { file: FILE, sector: { ...FAN, mmPerPx: Number.NaN } }],
    ['a place that is no number', { file: FILE, sector: { ...FAN, originPx: { x: 1, y: null } } }],
    ['a fan without its radius', { file: FILE, sector: { ...FAN, radiusMm: undefined } }],
    ['a fan wider than a circle', { file: FILE, sector: { ...FAN, angleRad: 7 } }],
    ['a box without its width', { file: FILE, sector: { ...BOX, widthMm: undefined } }],
  ])('is refused with %s', (_, stored) => {
    expect(clipUsedIs(stored)).toBe(false);
  });
});
