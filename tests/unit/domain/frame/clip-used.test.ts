import { describe, expect, test } from 'vitest';
import {
  type ClipUsed,
  clipUsedEquals,
  filePrintBytes,
  filePrintEquals,
} from '../../../../src/domain/frame/clip-used.ts';
import { clipUsedSchema } from '../../../../src/domain/frame/clip-used-schema.ts';
import type { ConvexSector, LinearSector } from '../../../../src/domain/geometry/sector.ts';

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
const FILE = { sha256: 'ab'.repeat(32) };
const OTHER = { sha256: 'ac'.repeat(32) };
const CLIP: ClipUsed = { file: FILE, sector: FAN };

const soundIs = (stored: unknown) => clipUsedSchema.safeParse(stored).success;

describe('a file', () => {
  test('is known again by its hash alone', () => {
    expect(filePrintEquals(FILE, { ...FILE })).toBe(true);
    expect(filePrintEquals(FILE, OTHER)).toBe(false);
  });

  test('is hashed with its size, of eight bytes, the greatest first', () => {
    const bytes = filePrintBytes(new Uint8Array(32).fill(7), 2 ** 32 + 258);
    expect([...bytes]).toEqual([...new Array(32).fill(7), 0, 0, 0, 1, 0, 0, 1, 2]);
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
    expect(clipUsedEquals(CLIP, { ...CLIP, file: OTHER })).toBe(false);
  });
});

describe('what was stored', () => {
  test('is taken as it was written', () => {
    for (const sector of [FAN, BOX]) {
      expect(soundIs(JSON.parse(JSON.stringify({ file: FILE, sector })))).toBe(true);
    }
  });

  test.each<[string, unknown]>([
    ['nothing', null],
    ['a list', [CLIP]],
    ['no file', { sector: FAN }],
    ['what older versions kept', { ...CLIP, file: { name: 'a.png', sizeBytes: 3, headSha256: FILE.sha256 } }],
    ['a hash that is none', { ...CLIP, file: { sha256: 'AB'.repeat(32) } }],
    ['a hash cut off', { ...CLIP, file: { sha256: 'ab' } }],
    ['no sector', { file: FILE }],
    ['a probe nobody knows', { file: FILE, sector: { ...FAN, kind: 'phased' } }],
    ['a depth of nothing', { file: FILE, sector: { ...FAN, depthMm: 0 } }],
    ['a scale that is no number', { file: FILE, sector: { ...FAN, mmPerPx: Number.NaN } }],
    ['a place that is no number', { file: FILE, sector: { ...FAN, originPx: { x: 1, y: null } } }],
    ['a fan without its radius', { file: FILE, sector: { ...FAN, radiusMm: undefined } }],
    ['a fan wider than a circle', { file: FILE, sector: { ...FAN, angleRad: 7 } }],
    ['a box without its width', { file: FILE, sector: { ...BOX, widthMm: undefined } }],
  ])('is refused with %s', (_, stored) => {
    expect(soundIs(stored)).toBe(false);
  });
});
