import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clipFileRead } from '../../../../src/adapters/records/worker/clip-file.ts';
import { type ClipFolders, clipFolders } from '../../../../src/adapters/records/worker/clip-folders.ts';
import type { Drive } from '../../../../src/adapters/records/worker/drive.ts';
import { fileReplace } from '../../../../src/adapters/records/worker/drive.ts';
import { driveMemory } from '../../../../src/adapters/records/worker/drive-memory.ts';
import { sectorInside } from '../../../../src/domain/frame/mask.ts';
import type { LinearSector } from '../../../../src/domain/geometry/sector.ts';
import type { ClipBegun } from '../../../../src/ports/records.ts';

const SECTOR: LinearSector = {
  kind: 'linear',
  mmPerPx: 1,
  originPx: { x: 8, y: 2 },
  widthMm: 10,
  depthMm: 8,
};
const CLIP: ClipBegun = {
  name: 'Base, right',
  from: 'file',
  width: 16,
  height: 12,
  sector: SECTOR,
  isScaleAssumed: true,
  cut: { left: 3, top: 5, factor: 0.75, pictureWidth: 640, pictureHeight: 480 },
};
const INSIDE = sectorInside(SECTOR, 16, 12);

function foldersOn(drive: Drive): ClipFolders {
  let ids = 0;
  let clock = 1000;
  return clipFolders(drive, { now: () => clock++, newId: () => `clip-${++ids}` });
}

function imageMake(seed: number): Uint8Array {
  return Uint8Array.from({ length: 16 * 12 }, (_, at) => (at * 31 + seed * 57 + 9) % 256);
}

async function clipMake(folders: ClipFolders, images = 3): Promise<string> {
  const writer = await folders.write(CLIP);
  for (let i = 0; i < images; i++) await writer.add(imageMake(i), 500 + 40 * i);
  return (await writer.finish()).id;
}

/** A drive whose files take only so many bytes in all. */
function driveSmall(room: number): Drive {
  const drive = driveMemory();
  let left = room;
  return {
    ...drive,
    async open(folder, file) {
      const open = await drive.open(folder, file);
      return {
        ...open,
        async write(bytes, at) {
          left -= bytes.length;
          if (left < 0) throw new DOMException('full', 'QuotaExceededError');
          await open.write(bytes, at);
        },
      };
    },
  };
}

describe('a clip', () => {
  test('comes back as it was, black outside its sector, its times from 0', async () => {
    const drive = driveMemory();
    const id = await clipMake(foldersOn(drive));
    const again = foldersOn(drive);
    const { clips, damaged } = await again.list();
    expect(damaged).toEqual([]);
    expect(clips).toEqual([
      {
        ...CLIP,
        id,
        savedAtMs: 1000,
        timesMs: [0, 40, 80],
        bytes: (await drive.read(id, 'frames.bin'))!.length,
      },
    ]);
    for (const index of [2, 0, 1]) {
      const expected = imageMake(index).map((level, at) => (INSIDE[at] === 1 ? level : 0));
      expect([...(await again.frame(id, index))]).toEqual([...expected]);
    }
    await expect(again.frame(id, 3)).rejects.toThrow('no image 3');
  });

  test('is not there before it is finished, nor ever when it is given up or fails', async () => {
    const drive = driveMemory();
    const folders = foldersOn(drive);
    const writer = await folders.write(CLIP);
    await writer.add(imageMake(0), 0);
    expect(await folders.list()).toEqual({ clips: [], damaged: [] });
    await writer.abort();
    expect(await drive.folders()).toEqual([]);
    await expect(writer.add(imageMake(1), 40)).rejects.toMatchObject({ code: 'clip_unsound' });

    const unfit = await folders.write(CLIP);
    await unfit.add(imageMake(0), 40);
    await expect(unfit.add(imageMake(1), 40)).rejects.toMatchObject({ code: 'clip_unsound' });
    expect(await drive.folders()).toEqual([]);

    const empty = await folders.write(CLIP);
    await expect(empty.finish()).rejects.toMatchObject({ code: 'clip_unsound' });
    expect(await drive.folders()).toEqual([]);
  });

  test('that finds no more room leaves nothing, whichever write it is', async () => {
    const whole = driveMemory();
    const id = await clipMake(foldersOn(whole));
    let bytes = 0;
    for (const file of await whole.files(id)) bytes += (await whole.size(id, file))!;
    for (let room = 0; room < bytes; room += 37) {
      const drive = driveSmall(room);
      await expect(clipMake(foldersOn(drive))).rejects.toMatchObject({ name: 'QuotaExceededError' });
      expect(await drive.folders()).toEqual([]);
    }
    await clipMake(foldersOn(driveSmall(bytes)));
  });

  test('is renamed and removed', async () => {
    const drive = driveMemory();
    const folders = foldersOn(drive);
    const id = await clipMake(folders);
    await folders.rename(id, 'Übung 2');
    expect((await foldersOn(drive).read(id)).name).toBe('Übung 2');
    await folders.remove(id);
    expect(await drive.folders()).toEqual([]);
    await expect(folders.frame(id, 0)).rejects.toMatchObject({ code: 'clip_missing' });
    await expect(folders.rename(id, 'x')).rejects.toMatchObject({ code: 'clip_missing' });
  });

  test('the newest comes first, and all can be erased', async () => {
    const drive = driveMemory();
    const folders = foldersOn(drive);
    const ids = [await clipMake(folders), await clipMake(folders), await clipMake(folders)];
    expect((await folders.list()).clips.map((clip) => clip.id)).toEqual(ids.toReversed());
    await folders.eraseAll();
    expect(await folders.list()).toEqual({ clips: [], damaged: [] });
  });
});

describe('what cannot be read back', () => {
  test('is left out of the list and told, and the others stay', async () => {
    const drive = driveMemory();
    const folders = foldersOn(drive);
    const [good, cut, broken] = [await clipMake(folders), await clipMake(folders), await clipMake(folders)];
    const frames = (await drive.read(cut, 'frames.bin'))!;
    await fileReplace(drive, cut, 'frames.bin', frames.subarray(0, frames.length - 1));
    await fileReplace(drive, broken, 'clip.json', new TextEncoder().encode('{"format":1,'));
    const { clips, damaged } = await foldersOn(drive).list();
    expect(clips.map(({ id }) => id)).toEqual([good]);
    expect(damaged).toEqual([
      { id: cut, reason: { code: 'clipCutOff' } },
      { id: broken, reason: { code: 'clipDescriptionDamaged' } },
    ]);
  });

  test('one damaged byte is found by the image it is in, and by no other', async () => {
    const drive = driveMemory();
    const id = await clipMake(foldersOn(drive));
    const frames = (await drive.read(id, 'frames.bin'))!;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: frames.length - 1 }), async (at) => {
        const changed = frames.slice();
        changed[at] = changed[at]! ^ 0x55;
        await fileReplace(drive, id, 'frames.bin', changed);
        const folders = foldersOn(drive);
        const answers = await Promise.allSettled([0, 1, 2].map((index) => folders.frame(id, index)));
        const failed = answers.filter(({ status }) => status === 'rejected');
        expect(failed).toHaveLength(1);
        expect(failed[0]).toMatchObject({ reason: { code: 'clip_damaged' } });
      }),
      { numRuns: 60 },
    );
  });

  test('a lost name is an empty one', async () => {
    const drive = driveMemory();
    const id = await clipMake(foldersOn(drive));
    await fileReplace(drive, id, 'name.json', new Uint8Array([1, 2]));
    expect((await foldersOn(drive).read(id)).name).toBe('');
  });

  test.each([
    ['another format', { format: 2 }],
    ['no geometry', { sector: { kind: 'convex' } }],
    ['a size beyond reason', { width: 100_000 }],
    ['times that do not rise', { timesMs: [0, 40, 40] }],
    ['times that begin late', { timesMs: [5, 40, 80] }],
    ['another number of images', { lengths: [1, 2] }],
    ['images of no bytes', { lengths: [1, 0, 2] }],
    ['an unknown origin', { from: 'mail' }],
    ['no word on its scale', { isScaleAssumed: null }],
  ])('%s is refused', async (_what, change) => {
    const drive = driveMemory();
    const id = await clipMake(foldersOn(drive));
    const stored = JSON.parse(new TextDecoder().decode((await drive.read(id, 'clip.json'))!));
    const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
    expect(clipFileRead(bytesOf(stored))).not.toBeNull();
    expect(clipFileRead(bytesOf({ ...stored, ...change }))).toBeNull();
  });
});
