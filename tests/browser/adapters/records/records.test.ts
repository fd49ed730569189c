import { afterEach, describe, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { recordsOpen } from '../../../../src/adapters/records/client/records.ts';
import { sectorInside } from '../../../../src/domain/frame/mask.ts';
import { MASK_SIZE } from '../../../../src/domain/frame/resample.ts';
import { type ConvexSector, sectorFit } from '../../../../src/domain/geometry/sector.ts';
import { maskObey } from '../../../../src/domain/grading/key/anatomy-read.ts';
import type { ClipBegun, LabelledImage, RecordsOpened } from '../../../../src/ports/records.ts';
import { messageSentence } from '../../../../src/ui/sentences/message-sentence.ts';

const SECTOR: ConvexSector = {
  kind: 'convex',
  mmPerPx: 1,
  originPx: { x: 60, y: 6 },
  radiusMm: 40,
  angleRad: 1,
  depthMm: 60,
};
const [WIDTH, HEIGHT] = [120, 80];
const CLIP: ClipBegun = {
  name: 'Base',
  from: 'camera',
  width: WIDTH,
  height: HEIGHT,
  sector: SECTOR,
  isScaleAssumed: true,
};
const INSIDE = sectorInside(SECTOR, WIDTH, HEIGHT);
const HASH = 'c'.repeat(64);

const opened: RecordsOpened[] = [];
let count = 0;

function folderNew(): string {
  count += 1;
  return `records-test-${count}`;
}

async function recordsNew(folder: string): Promise<RecordsOpened> {
  const records = await recordsOpen({ folder });
  opened.push(records);
  return records;
}

afterEach(async () => {
  for (const records of opened.splice(0)) records.close();
  const root = await navigator.storage.getDirectory();
  for await (const [name] of root.entries()) {
    if (name.startsWith('records-test-')) await removeSoon(root, name);
  }
});

/** A worker that was ended lets go of its files a moment later. */
async function removeSoon(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  await expect
    .poll(() =>
      folder.removeEntry(name, { recursive: true }).then(
        () => true,
        (error: unknown) => error instanceof DOMException && error.name === 'NotFoundError',
      ),
    )
    .toBe(true);
}

async function namesOf(folder: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names;
}

async function foldersLeft(): Promise<string[]> {
  return namesOf(await navigator.storage.getDirectory());
}

/** Noise, so that nothing is gained by packing. */
function imageMake(seed: number): Uint8Array {
  let state = seed + 1;
  return Uint8Array.from({ length: WIDTH * HEIGHT }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state >> 16;
  });
}

async function clipMake(
  records: RecordsOpened,
  images = 4,
  change: Partial<ClipBegun> = {},
): Promise<string> {
  const writer = await records.clipWrite({ ...CLIP, ...change });
  for (let i = 0; i < images; i++) await writer.add(imageMake(i), 1000 + i * 33);
  return (await writer.finish()).id;
}

function labelledMake(index: number): LabelledImage {
  const classes = new Uint8Array(256 * 256).fill(4, 256 * 100, 256 * (110 + index));
  return { index, classes, confidence: null, facts: null };
}

async function folderOf(folder: string, id: string): Promise<FileSystemDirectoryHandle> {
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle(folder);
  return root.getDirectoryHandle(id);
}

async function fileChange(
  folder: string,
  id: string,
  file: string,
  change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
): Promise<void> {
  const handle = await (await folderOf(folder, id)).getFileHandle(file);
  const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
  const writable = await handle.createWritable();
  await writable.write(change(bytes));
  await writable.close();
}

describe('clips in the private file system of the browser', () => {
  test('outlive their page, lossless within the sector and black outside', async () => {
    const folder = folderNew();
    const first = await recordsNew(folder);
    expect([first.durability, first.memoryReason]).toEqual(['device', null]);
    const id = await clipMake(first);
    await first.clipRename(id, 'Basis rechts, Übung');
    first.close();
    const again = await recordsNew(folder);
    const { clips, damaged } = await again.clipsList();
    expect(damaged).toEqual([]);
    expect(clips).toMatchObject([
      {
        id,
        name: 'Basis rechts, Übung',
        from: 'camera',
        sector: SECTOR,
        isScaleAssumed: true,
        timesMs: [0, 33, 66, 99],
      },
    ]);
    const reader = await again.clipRead(id);
    for (const index of [3, 0, 2, 1]) {
      const expected = imageMake(index).map((level, at) => level * INSIDE[at]!);
      expect(await reader.frame(index)).toEqual(expected);
    }
  });

  test('a clip whose page was closed in the middle is gone when the next one opens', async () => {
    const folder = folderNew();
    const first = await recordsNew(folder);
    const kept = await clipMake(first);
    const writer = await first.clipWrite(CLIP);
    await writer.add(imageMake(0), 0);
    first.close();
    await expect(writer.add(imageMake(1), 33)).rejects.toMatchObject({ code: 'records_crashed' });
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle(folder);
    const foldersNow = async () => {
      const names: string[] = [];
      for await (const [name, handle] of root.entries()) if (handle.kind === 'directory') names.push(name);
      return names;
    };
    expect(await foldersNow()).toHaveLength(2);
    // The browser lets go of an ended worker's claim a moment later.
    await expect
      .poll(async () => {
        await recordsNew(folder);
        return foldersNow();
      })
      .toEqual([kept]);
  });

  test('a clip that another tab is writing is left alone, and comes when it is finished', async () => {
    const folder = folderNew();
    const first = await recordsNew(folder);
    const writer = await first.clipWrite(CLIP);
    await writer.add(imageMake(0), 0);
    const second = await recordsNew(folder);
    expect(await second.clipsList()).toEqual({ clips: [], damaged: [] });
    await writer.add(imageMake(1), 33);
    const { id } = await writer.finish();
    expect((await second.clipsList()).clips.map((clip) => clip.id)).toEqual([id]);
    expect(await (await second.clipRead(id)).frame(1)).toEqual(
      imageMake(1).map((level, at) => level * INSIDE[at]!),
    );
  });

  test('what is damaged is left out and told, image by image where that is possible', async () => {
    const folder = folderNew();
    const records = await recordsNew(folder);
    const [cut, broken, scratched] = [
      await clipMake(records),
      await clipMake(records),
      await clipMake(records),
    ];
    await fileChange(folder, cut, 'frames.bin', (bytes) => bytes.slice(0, 100));
    await fileChange(folder, broken, 'clip.json', (bytes) => bytes.slice(0, 30));
    await fileChange(folder, scratched, 'frames.bin', (bytes) => bytes.fill(0, 200, 210));
    const again = await recordsNew(folder);
    const { clips, damaged } = await again.clipsList();
    expect(clips.map(({ id }) => id)).toEqual([scratched]);
    expect(damaged.map(({ id }) => id).sort()).toEqual([cut, broken].sort());
    for (const { reason } of damaged)
      expect(messageSentence(reason)).toMatch(/^[^.]+: delete the clip and import it again\.$/);
    const reader = await again.clipRead(scratched);
    await expect(reader.frame(0)).rejects.toMatchObject({
      code: 'clip_damaged',
      fact: { code: 'clipImageDamaged', image: 1 },
    });
    expect(await reader.frame(1)).toHaveLength(WIDTH * HEIGHT);
    await again.clipRemove(cut);
    await again.clipRemove(broken);
    expect((await again.clipsList()).damaged).toEqual([]);
  });

  test('an analysis outlives its page, a cut-off end is dropped, other weights drop it all', async () => {
    const folder = folderNew();
    const records = await recordsNew(folder);
    const id = await clipMake(records);
    expect(await records.analysisRead(id)).toBeNull();
    const reports = await records.analysisAdd(id, HASH, [labelledMake(0), labelledMake(2)]);
    expect(reports.map(({ classes }) => classes.b_line.instances)).toEqual([1, 1]);
    const again = await recordsNew(folder);
    expect(await again.analysisRead(id)).toEqual({
      weightsSha256: HASH,
      reports: [reports[0], null, reports[1], null],
    });
    // What is kept is what is shown: the labels as findings that obey anatomy.
    const sector = sectorFit(SECTOR, MASK_SIZE);
    const labels = { width: MASK_SIZE, height: MASK_SIZE, classes: labelledMake(2).classes, sector };
    expect(await again.analysisMask(id, 2)).toEqual(maskObey(labels).classes);
    expect(await again.analysisMask(id, 1)).toBeNull();
    await fileChange(folder, id, `analysis-2-${HASH}.bin`, (bytes) => bytes.slice(0, -1));
    expect((await (await recordsNew(folder)).analysisRead(id))?.reports.map((one) => one !== null)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    await again.analysisAdd(id, 'd'.repeat(64), [labelledMake(1)]);
    expect((await again.analysisRead(id))?.weightsSha256).toBe('d'.repeat(64));
    const names: string[] = [];
    for await (const [name] of (await folderOf(folder, id)).entries()) names.push(name);
    expect(names.sort()).toEqual([
      `analysis-2-${'d'.repeat(64)}.bin`,
      'clip.json',
      'frames.bin',
      'name.json',
    ]);
  });

  test('a full storage is one sentence, and leaves nothing of the clip', async () => {
    const folder = folderNew();
    const records = await recordsNew(folder);
    const kept = await clipMake(records);
    const quotaSet = (quotaSize?: number) =>
      cdp().send('Storage.overrideQuotaForOrigin', {
        origin: location.origin,
        ...(quotaSize !== undefined && { quotaSize }),
      });
    const { usage = 0 } = await navigator.storage.estimate();
    await quotaSet(usage + 100_000);
    try {
      // About 10 kB for each image: the room ends somewhere among them.
      await expect(clipMake(records, 60)).rejects.toMatchObject({
        code: 'storage_full',
        fact: { code: 'clipStorageFull' },
      });
      expect((await records.clipsList()).clips.map(({ id }) => id)).toEqual([kept]);
      await clipMake(records, 1);
    } finally {
      await quotaSet();
    }
    const again = await recordsNew(folder);
    expect((await again.clipsList()).clips).toHaveLength(2);
    await clipMake(again, 60);
  });

  test('everything is erased at once', async () => {
    const folder = folderNew();
    const records = await recordsNew(folder);
    const id = await clipMake(records);
    await clipMake(records);
    await records.eraseAll();
    expect(await records.clipsList()).toEqual({ clips: [], damaged: [] });
    await expect(records.clipRead(id)).rejects.toMatchObject({ code: 'clip_missing' });
    await expect(records.analysisAdd(id, HASH, [labelledMake(0)])).rejects.toMatchObject({
      code: 'clip_missing',
    });
    expect(await foldersLeft()).not.toContain(folder);
    // Erasing what is not there is no fault, and what is kept after that begins anew.
    await records.eraseAll();
    const next = await clipMake(records);
    expect((await records.clipsList()).clips.map((clip) => clip.id)).toEqual([next]);
  });

  test('looking for storage leaves nothing in it', async () => {
    const folder = folderNew();
    await recordsNew(folder);
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle(folder);
    expect(await namesOf(root)).toEqual([]);
  });

  test('what was erased in one tab comes back from no other', async () => {
    const folder = folderNew();
    const [first, second] = [await recordsNew(folder), await recordsNew(folder)];
    const id = await clipMake(first);
    await second.clipRead(id);
    await first.eraseAll();
    await expect(second.analysisAdd(id, HASH, [labelledMake(0)])).rejects.toMatchObject({
      code: 'clip_missing',
    });
    expect(await second.clipsList()).toEqual({ clips: [], damaged: [] });
    expect(await foldersLeft()).not.toContain(folder);
  });

  test('a clip that another tab is writing is said to be in the way, and all others are erased', async () => {
    const folder = folderNew();
    const [first, second] = [await recordsNew(folder), await recordsNew(folder)];
    await clipMake(first);
    const writer = await second.clipWrite(CLIP);
    await writer.add(imageMake(0), 0);
    await expect(first.eraseAll()).rejects.toMatchObject({
      code: 'clip_busy',
      fact: { code: 'clipBusy' },
    });
    expect((await first.clipsList()).clips).toEqual([]);
    await writer.abort();
    await first.eraseAll();
    expect(await foldersLeft()).not.toContain(folder);
  });
});

test('where the browser gives no such storage, clips last as long as the page, and that is said', async () => {
  // No folder can be called so: the browser refuses, as it does in private windows.
  const records = await recordsNew('not/allowed');
  expect(records.durability).toBe('memory');
  expect(records.memoryReason).toEqual({ code: 'clipsForgotten' });
  const id = await clipMake(records);
  await records.analysisAdd(id, HASH, [labelledMake(1)]);
  expect((await records.clipsList()).clips).toHaveLength(1);
  expect(await (await records.clipRead(id)).frame(2)).toEqual(
    imageMake(2).map((level, at) => level * INSIDE[at]!),
  );
  expect((await (await recordsNew('not/allowed')).clipsList()).clips).toEqual([]);
});
