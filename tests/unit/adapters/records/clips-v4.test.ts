import { expect, test } from 'vitest';
import { clipAnalyses } from '../../../../src/adapters/records/worker/clip-analyses.ts';
import { clipFolders } from '../../../../src/adapters/records/worker/clip-folders.ts';
import { type Drive, fileReplace } from '../../../../src/adapters/records/worker/drive.ts';
import { driveMemory } from '../../../../src/adapters/records/worker/drive-memory.ts';
import FOLDERS from '../../../fixtures/clips-v4.json';

/** The files of a clip of three images that was imported, named and analysed, as they lay in a browser. */
async function driveLay(): Promise<Drive> {
  const drive = driveMemory();
  for (const [folder, files] of Object.entries(FOLDERS)) {
    for (const [name, base64] of Object.entries(files))
      await fileReplace(drive, folder, name, Uint8Array.from(Buffer.from(base64, 'base64')));
  }
  return drive;
}

test('a clip that was kept with version 4 of the store opens with its name, images and analysis', async () => {
  const drive = await driveLay();
  const folders = clipFolders(drive, { now: () => 0, newId: () => 'new' });
  const { clips, damaged } = await folders.list();
  expect(damaged).toEqual([]);
  const [clip] = clips;
  expect(clip).toMatchObject({ name: 'Base right', from: 'file', isScaleAssumed: true });
  expect(clip!.timesMs).toHaveLength(3);
  for (const index of [0, 1, 2]) {
    const grey = await folders.frame(clip!.id, index);
    expect(grey).toHaveLength(clip!.width * clip!.height);
    expect(grey.some((level) => level > 100)).toBe(true);
  }

  const analyses = clipAnalyses(drive);
  const analysis = await analyses.read(clip!);
  expect(analysis?.weightsSha256).toMatch(/^59ccc118ffe5/);
  // Nothing was known then of reading a clip as a whole, nor of counting by intercostal space.
  expect(analysis?.reports.map((report) => report?.spaceBLines)).toEqual([null, null, null]);
  expect(analysis?.reports.map((report) => report?.facts)).toEqual([null, null, null]);
  for (const index of [0, 1, 2]) {
    const mask = await analyses.mask(clip!, index);
    expect(mask?.some((value) => value > 0)).toBe(true);
  }
});
