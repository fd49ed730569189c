import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { groupPlaces, searchPlaces } from '../../../../src/cli/shared/clip-frames.ts';
import { clipIndexRead } from '../../../../src/lab/clips/clip-index.ts';
import { globMatcher } from '../../../../src/lab/clips/glob.ts';

describe('the index of a folder of recordings', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'batsign-clips-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function indexWrite(index: unknown): void {
    writeFileSync(join(folder, 'index.json'), typeof index === 'string' ? index : JSON.stringify(index));
  }

  test('a whole sheet of labels counts as it is, others only where something was seen', () => {
    indexWrite([
      {
        file: 'a/x.mp4',
        kind: 'video',
        probe: 'convex',
        patient: 7,
        labels: { severity: 0, a_lines: true, b_lines: false },
      },
      { file: 'b/y.mp4', kind: 'video', labels: { diagnosis: 'COVID-19', a_lines: false, b_lines: true } },
      { file: 'b/z.mp4', kind: 'video', labels: { diagnosis: 'regular', a_lines: false, b_lines: false } },
      { file: 'b/n.mp4', kind: 'video', labels: { lung: false } },
      { file: 'p.png', kind: 'frame', depth_mm: 120, mask: 'm.png', mask_values: { 2: 'a_line', 9: 'moon' } },
    ]);
    const { entries, problems } = clipIndexRead(folder);
    expect(problems).toEqual([]);
    expect(entries.map(({ labels }) => [labels.severity, labels.aLines, labels.bLines, labels.lung])).toEqual(
      [
        [0, true, false, true],
        [null, null, true, true],
        [null, null, false, true],
        [null, null, null, false],
        [null, null, null, true],
      ],
    );
    expect(entries.map(({ folder: name, cluster }) => [name, cluster])).toEqual([
      ['a', 'a 7'],
      ['b', 'b/y.mp4'],
      ['b', 'b/z.mp4'],
      ['b', 'b/n.mp4'],
      ['.', 'p.png'],
    ]);
    expect(entries[4]).toMatchObject({ depthMm: 120, probe: null });
    expect(entries[4]!.mask).toEqual({ path: join(folder, 'm.png'), values: new Map([[2, 'a_line']]) });
  });

  test('entries that cannot be understood are named, the others stay', () => {
    indexWrite([null, { kind: 'video' }, { file: 'x.mp4', kind: 'film' }, { file: 'y.mp4', kind: 'video' }]);
    const { entries, problems } = clipIndexRead(folder);
    expect(entries.map(({ file }) => file)).toEqual(['y.mp4']);
    const index = join(folder, 'index.json');
    expect(problems).toEqual([
      { file: null, why: `${index}: entry 0 is no object.` },
      { file: null, why: `${index}: entry 1 names no file.` },
      {
        file: 'x.mp4',
        why: `${index}: entry 2 (x.mp4) has a kind that is neither "video" nor "frame".`,
      },
    ]);
  });

  test('numbers beyond all bounds count as not given', () => {
    indexWrite('[{"file": "y.mp4", "kind": "video", "depth_mm": 1e999, "labels": {"severity": -1e999}}]');
    const [entry] = clipIndexRead(folder).entries;
    expect(entry).toMatchObject({ depthMm: null, labels: { severity: null } });
  });

  test('a folder below is read by the index above it', () => {
    indexWrite([
      { file: 'a/x.mp4', kind: 'video' },
      { file: 'ab/y.mp4', kind: 'video' },
    ]);
    mkdirSync(join(folder, 'a'));
    expect(clipIndexRead(join(folder, 'a')).entries.map(({ path }) => path)).toEqual([
      join(folder, 'a/x.mp4'),
    ]);
  });

  test('no index, no JSON and no list are said in one sentence', () => {
    expect(() => clipIndexRead(folder)).toThrow(/index\.json cannot be read; name a folder/);
    indexWrite('[{');
    expect(() => clipIndexRead(folder)).toThrow(/index\.json is no JSON/);
    indexWrite({ files: [] });
    expect(() => clipIndexRead(folder)).toThrow(/index\.json is no list/);
  });
});

test('a glob means one folder by *, any by **, and everything else literally', () => {
  const matches = (glob: string, paths: readonly string[]) => paths.filter(globMatcher(glob));
  const paths = ['blues/a_1.mp4', 'blues/a_12.mp4', 'clips/a_1.mp4', 'blues/old/a_1.mp4', 'blues/a_1xmp4'];
  expect(matches('blues/*', paths)).toEqual(['blues/a_1.mp4', 'blues/a_12.mp4', 'blues/a_1xmp4']);
  expect(matches('blues/a_?.mp4', paths)).toEqual(['blues/a_1.mp4']);
  expect(matches('**/a_1.mp4', paths)).toEqual(['blues/a_1.mp4', 'clips/a_1.mp4', 'blues/old/a_1.mp4']);
  expect(matches('**', paths)).toEqual(paths);
});

describe('which images are taken', () => {
  test('pairs of neighbours in the middles of equal parts', () => {
    expect(groupPlaces(41, 4)).toEqual([
      [5, 6],
      [15, 16],
      [25, 26],
      [35, 36],
    ]);
    expect(groupPlaces(2, 8)).toEqual([[0, 1]]);
    expect(groupPlaces(1, 8)).toEqual([[0]]);
    expect(groupPlaces(0, 8)).toEqual([]);
  });

  test('twelve of the first 240 for the sector, as the game searches it', () => {
    expect(searchPlaces(1000)).toEqual([0, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200, 220]);
    expect(searchPlaces(3)).toEqual([0, 1, 2]);
  });
});
