import { describe, expect, test } from 'vitest';
import { entryBytes } from '../../../../src/adapters/records/worker/analysis-log.ts';
import { clipFiles, clipTake } from '../../../../src/adapters/records/worker/clip-copy.ts';
import { type ClipFolders, clipFolders } from '../../../../src/adapters/records/worker/clip-folders.ts';
import { deflate } from '../../../../src/adapters/records/worker/deflate.ts';
import { type Drive, fileReplace } from '../../../../src/adapters/records/worker/drive.ts';
import { driveMemory } from '../../../../src/adapters/records/worker/drive-memory.ts';
import { MARKABLE_FINDINGS } from '../../../../src/domain/findings/finding.ts';
import type { MaskReport } from '../../../../src/domain/grading/report.ts';
import { REPORT_VERSION } from '../../../../src/domain/grading/report.ts';
import type { ClipBegun, ClipPart } from '../../../../src/ports/records.ts';

const ID = '0a1b2c3d-0000-4000-8000-00000000000a';
const CLIP: ClipBegun = {
  name: 'Base, right',
  from: 'file',
  width: 16,
  height: 12,
  sector: { kind: 'linear', mmPerPx: 1, originPx: { x: 8, y: 2 }, widthMm: 10, depthMm: 8 },
  isScaleAssumed: true,
};
const LOG = `analysis-${REPORT_VERSION}-${'c'.repeat(64)}.bin`;
const REPORT: MaskReport = {
  classes: Object.fromEntries(
    MARKABLE_FINDINGS.map((finding) => [finding, { share: 0.1, instances: 1, confidence: 0.9 }]),
  ) as unknown as MaskReport['classes'],
  pleuralDepthMm: 21,
  blas: { box: 0.2, scanline: 0.3 },
  facts: null,
  spaceBLines: 1,
};

function foldersOn(drive: Drive): ClipFolders {
  return clipFolders(drive, { now: () => 1000, newId: () => ID });
}

/** A drive with one clip of three images and what a network said of the second. */
async function driveFilled(): Promise<Drive> {
  const drive = driveMemory();
  const writer = await foldersOn(drive).write(CLIP);
  for (let i = 0; i < 3; i++) {
    const grey = Uint8Array.from({ length: 16 * 12 }, (_, at) => (at * 31 + i * 57 + 9) % 256);
    await writer.add(grey, 40 * i);
  }
  await writer.finish();
  await fileReplace(drive, ID, LOG, entryBytes(1, REPORT, await deflate(new Uint8Array(9))));
  return drive;
}

function changed(
  parts: readonly ClipPart[],
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
): readonly ClipPart[] {
  return parts.map((part) => (part.name === name ? { name, content: new Blob([content]) } : part));
}

async function bytesOf(parts: readonly ClipPart[], name: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await parts.find((part) => part.name === name)!.content.arrayBuffer());
}

describe('the files of a clip', () => {
  test('bring it back as it was, with what the network said, and only once', async () => {
    const from = await driveFilled();
    await fileReplace(from, ID, 'other.txt', new Uint8Array(3));
    const parts = await clipFiles(from, ID);
    expect(parts.map(({ name }) => name)).toEqual(['frames.bin', 'name.json', 'clip.json', LOG]);
    const to = driveMemory();
    expect(await clipTake(to, ID, parts)).toBe(true);
    expect(await foldersOn(to).list()).toEqual(await foldersOn(from).list());
    for (const index of [0, 1, 2]) {
      expect(await foldersOn(to).frame(ID, index)).toEqual(await foldersOn(from).frame(ID, index));
    }
    expect(await to.read(ID, LOG)).toEqual(await from.read(ID, LOG));
    expect(await clipTake(to, ID, changed(parts, 'name.json', '{"name":"Other"}'))).toBe(false);
    expect((await foldersOn(to).read(ID)).name).toBe('Base, right');
  });

  test('that are damaged are refused, and nothing of them is kept', async () => {
    const parts = await clipFiles(await driveFilled(), ID);
    const frames = await bytesOf(parts, 'frames.bin');
    const turned = frames.slice();
    turned[frames.length - 3]! ^= 1;
    // Not black outside of the sector, as everything is that is kept.
    const bright = await deflate(new Uint8Array(16 * 12).fill(200));
    const clip = JSON.parse(new TextDecoder().decode(await bytesOf(parts, 'clip.json')));
    const brightClip = JSON.stringify({ ...clip, timesMs: [0], lengths: [bright.length] });
    const bad: readonly (readonly ClipPart[])[] = [
      changed(parts, 'clip.json', '{'),
      changed(parts, 'clip.json', JSON.stringify({ ...clip, width: 17 })),
      changed(parts, 'frames.bin', frames.slice(0, -1)),
      changed(parts, 'frames.bin', turned),
      changed(changed(parts, 'clip.json', brightClip), 'frames.bin', bright),
      parts.filter(({ name }) => name !== 'clip.json'),
      parts.filter(({ name }) => name !== 'frames.bin'),
    ];
    for (const one of bad) {
      const drive = driveMemory();
      await expect(clipTake(drive, ID, one)).rejects.toMatchObject({ code: 'clip_damaged' });
      expect(await drive.folders()).toEqual([]);
    }
    const drive = driveMemory();
    await expect(clipTake(drive, '../somewhere', parts)).rejects.toMatchObject({ code: 'clip_damaged' });
    expect(await drive.folders()).toEqual([]);
  });

  test('lose what of an analysis is unsound, and a name that is none', async () => {
    const parts = await clipFiles(await driveFilled(), ID);
    const log = await bytesOf(parts, LOG);
    const longer = new Uint8Array([...log, ...log.slice(0, 30)]);
    const drive = driveMemory();
    await clipTake(drive, ID, changed(changed(parts, LOG, longer), 'name.json', '{"name":7}'));
    expect(await drive.read(ID, LOG)).toEqual(log);
    expect((await foldersOn(drive).read(ID)).name).toBe('');
    const none = driveMemory();
    await clipTake(none, ID, changed(parts, LOG, new Uint8Array(40)));
    expect(await none.files(ID)).not.toContain(LOG);
  });
});
