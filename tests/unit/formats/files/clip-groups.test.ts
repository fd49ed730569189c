import { describe, expect, test } from 'vitest';
import { clipGroups, clipNameIs, sizeGroups } from '../../../../src/formats/files/clip-groups.ts';
import type { FileKind } from '../../../../src/formats/files/picture-header.ts';

/** The paths of each clip, of files told as `path: kind`. */
function groupsOf(files: Readonly<Record<string, FileKind | null>>): readonly (readonly string[])[] {
  const known = Object.entries(files).map(([path, kind]) => ({ path, kind }));
  return clipGroups(known).map((group) => group.map(({ path }) => path));
}

describe('which files are one clip', () => {
  test('pictures of a folder together, everything else by itself, counted as people do', () => {
    expect(
      groupsOf({
        'b/10.png': 'png',
        'b/2.jpg': 'jpeg',
        'a.mp4': 'mp4',
        'a.dcm': 'dicom',
        'c/1.png': 'png',
        '1.png': 'png',
      }),
    ).toEqual([['1.png'], ['a.dcm'], ['a.mp4'], ['b/2.jpg', 'b/10.png'], ['c/1.png']]);
  });

  test('a medium with one image on it is one clip', () => {
    expect(
      groupsOf({
        DICOMDIR: 'dicom',
        'DICOM/IM000001': 'dicom',
        'AUTORUN.INF': null,
        'README.TXT': null,
        'VIEWER/viewer.exe': null,
        'VIEWER/splash.png': 'png',
        'VIEWER/help/button.gif': 'gif',
        'VIEWER/help/index.html': null,
        'report.pdf': null,
        'logo.jpg': 'jpeg',
      }),
    ).toEqual([['DICOM/IM000001']]);
  });

  test('the only pictures are clips, also beside pages that show them', () => {
    expect(
      groupsOf({ 'report/index.html': null, 'report/images/1.jpg': 'jpeg', 'report/images/2.jpg': 'jpeg' }),
    ).toEqual([['report/images/1.jpg', 'report/images/2.jpg']]);
  });

  test('nothing of what comes along is a clip, whatever it begins with', () => {
    expect(
      groupsOf({ DICOMDIR: 'dicom', 'dicomdir;1': 'dicom', 'x.dll': 'dicom', 'inner.zip': 'zip' }),
    ).toEqual([]);
    expect(['IM_0001', 'a.b/IM1', 'scan.final.mp4', '.dcm', 'x.dat'].filter(clipNameIs)).toHaveLength(5);
    expect(['a/B.EXE', 'x/DICOMDIR', 'autorun.inf', 'app.js', 'r.htm'].filter(clipNameIs)).toEqual([]);
  });
});

describe('the pictures of a clip by their size', () => {
  const small = { width: 64, height: 48 };
  const turned = { width: 48, height: 64 };

  test('are one group where all are alike', () => {
    expect(sizeGroups(['a', 'b'], [small, { ...small }])).toEqual([{ files: ['a', 'b'], size: small }]);
  });

  test('keep their order in each size, which come in the order of their first', () => {
    expect(sizeGroups(['a', 'b', 'c', 'd'], [turned, small, turned, small])).toEqual([
      { files: ['a', 'c'], size: turned },
      { files: ['b', 'd'], size: small },
    ]);
  });

  test('stay with the first size where theirs cannot be read', () => {
    expect(sizeGroups(['a', 'b', 'c'], [null, small, turned])).toEqual([
      { files: ['a', 'b'], size: small },
      { files: ['c'], size: turned },
    ]);
    expect(sizeGroups(['a', 'b'], [null, null])).toEqual([{ files: ['a', 'b'], size: null }]);
  });
});
