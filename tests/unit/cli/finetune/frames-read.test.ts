import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'fast-png';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { framesRead } from '../../../../src/cli/finetune/frames-read.ts';
import { maskRead } from '../../../../src/cli/finetune/mask-read.ts';
import { sectorRead } from '../../../../src/cli/finetune/sector-read.ts';
import { greyPicturePng, maskPng } from '../../../../src/cli/shared/picture.ts';
import type { Sector } from '../../../../src/domain/geometry/sector.ts';

const SIDE = 64;
const SECTOR: Sector = {
  kind: 'convex',
  mmPerPx: 1.5,
  originPx: { x: 32, y: 2 },
  radiusMm: 20,
  angleRad: 1.2,
  depthMm: 80,
};
const GREY = Uint8Array.from({ length: SIDE * SIDE }, (_, at) => at % 251);
const CLASSES = Uint8Array.from({ length: SIDE * SIDE }, (_, at) => (at >> 6) % 8);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'batsign-frames-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);
const picture = greyPicturePng(SIDE, SIDE, GREY);
const mask = maskPng({ width: SIDE, height: SIDE, classes: CLASSES, sector: SECTOR });

function framePut(name: string, facts: object = { sector: SECTOR }): void {
  put(`${name}.png`, picture);
  put(`${name}-mask.png`, mask);
  put(`${name}.json`, JSON.stringify(facts));
}

function refusalOf(read: () => unknown): { code: string; message: string } {
  try {
    read();
  } catch (error) {
    return error as { code: string; message: string };
  }
  throw new Error('nothing was refused');
}

describe('labelled frames', () => {
  test('are read by name, with their sector and exam; other files are left alone', () => {
    framePut('b', { sector: SECTOR, seed: 4 });
    framePut('a', { sector: SECTOR, exam: 'Tuesday' });
    framePut('c');
    put('contact-sheet.png', picture);
    put('notes.json', '[]');
    const frames = framesRead(folder);
    expect(frames.map(({ name, exam }) => [name, exam])).toEqual([
      ['a', 'exam Tuesday'],
      ['b', 'exam 4'],
      ['c', 'c'],
    ]);
    expect(frames[0]!.frame).toEqual({ width: SIDE, height: SIDE, grey: GREY, sector: SECTOR, timeMs: 0 });
    expect(frames[0]!.mask).toEqual({ width: SIDE, height: SIDE, classes: CLASSES, sector: SECTOR });
  });

  const faults: readonly [what: string, code: string, named: string, spoil: () => void][] = [
    ['a folder without frames', 'no-frames', '', () => put('contact-sheet.png', picture)],
    [
      'a frame without mask',
      'mask-missing',
      'a.png',
      () => {
        put('a.png', picture);
        put('a.json', '{}');
      },
    ],
    ['a mask without frame', 'frame-missing', 'a-mask.png', () => put('a-mask.png', mask)],
    [
      'a mask of another size',
      'mask-size',
      'a-mask.png',
      () => {
        framePut('a');
        put('a-mask.png', greyPicturePng(32, 32, new Uint8Array(1024)));
      },
    ],
    [
      'an unknown class',
      'mask-classes',
      'a-mask.png',
      () => {
        framePut('a');
        put('a-mask.png', greyPicturePng(SIDE, SIDE, new Uint8Array(SIDE * SIDE).fill(200)));
      },
    ],
    [
      'a mask in colour',
      'mask-kind',
      'a-mask.png',
      () => {
        framePut('a');
        const data = new Uint8Array(SIDE * SIDE * 3);
        put('a-mask.png', encode({ width: SIDE, height: SIDE, channels: 3, data }));
      },
    ],
    [
      'a cut picture',
      'file-damaged',
      'a.png',
      () => {
        framePut('a');
        put('a.png', picture.subarray(0, picture.length >> 1));
      },
    ],
    [
      'a cut mask',
      'file-damaged',
      'a-mask.png',
      () => {
        framePut('a');
        put('a-mask.png', mask.subarray(0, mask.length >> 1));
      },
    ],
    [
      'facts that are no JSON',
      'json-invalid',
      'a.json',
      () => {
        framePut('a');
        put('a.json', '{"sector":');
      },
    ],
    ['facts without sector', 'sector-invalid', 'a.json', () => framePut('a', {})],
    [
      'a picture in which no sector is found, without facts',
      'sector-missing',
      'a.png',
      () => {
        put('a.png', greyPicturePng(SIDE, SIDE, new Uint8Array(SIDE * SIDE)));
        put('a-mask.png', mask);
      },
    ],
  ];

  test.each(faults)('%s: %s', (_what, code, named, spoil) => {
    spoil();
    const refusal = refusalOf(() => framesRead(folder));
    expect(refusal.code).toBe(code);
    expect(refusal.message).toContain(join(folder, named));
  });

  test('a folder that is not there', () => {
    expect(refusalOf(() => framesRead(join(folder, 'nowhere'))).code).toBe('folder-unreadable');
  });
});

describe('a sector', () => {
  test('of either kind is read, and nothing else with it', () => {
    expect(sectorRead({ ...SECTOR, colour: 1 }, 'x.json')).toEqual(SECTOR);
    const linear = { kind: 'linear', mmPerPx: 1, originPx: { x: -3, y: 0 }, widthMm: 38, depthMm: 60 };
    expect(sectorRead(linear, 'x.json')).toEqual(linear);
  });

  test.each([
    ['mmPerPx', { ...SECTOR, mmPerPx: 0 }],
    ['depthMm', { ...SECTOR, depthMm: null }],
    ['radiusMm', { ...SECTOR, radiusMm: '20' }],
    ['angleRad', { ...SECTOR, angleRad: 7 }],
    ['kind', { ...SECTOR, kind: 'round' }],
    ['originPx', { ...SECTOR, originPx: undefined }],
    ['"x"', { ...SECTOR, originPx: { x: Number.NaN, y: 1 } }],
  ])('is refused for its %s, which is named', (field, sector) => {
    const refusal = refusalOf(() => sectorRead(sector, 'x.json'));
    expect(refusal.code).toBe('sector-invalid');
    expect(refusal.message).toMatch(/^x\.json: /);
    expect(refusal.message).toContain(field);
  });
});

test('a mask may be grey as well as have a palette', () => {
  const grey = maskRead(greyPicturePng(SIDE, SIDE, CLASSES), 'm.png');
  expect(grey).toEqual(maskRead(mask, 'm.png'));
  expect(grey.classes).toEqual(CLASSES);
});
