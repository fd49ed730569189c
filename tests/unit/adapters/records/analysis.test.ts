import { describe, expect, test } from 'vitest';
import { clipAnalyses } from '../../../../src/adapters/records/worker/clip-analyses.ts';
import { fileReplace } from '../../../../src/adapters/records/worker/drive.ts';
import { driveMemory } from '../../../../src/adapters/records/worker/drive-memory.ts';
import type { ImageFacts } from '../../../../src/domain/analysis/image-facts.ts';
import type { LinearSector } from '../../../../src/domain/geometry/sector.ts';
import { REPORT_VERSION } from '../../../../src/domain/grading/report.ts';
import type { ClipRecord, LabelledImage } from '../../../../src/ports/records.ts';

const SECTOR: LinearSector = {
  kind: 'linear',
  mmPerPx: 0.25,
  originPx: { x: 128, y: 0 },
  widthMm: 64,
  depthMm: 64,
};
const CLIP: ClipRecord = {
  id: 'clip',
  name: '',
  savedAtMs: 0,
  from: 'file',
  width: 256,
  height: 256,
  sector: SECTOR,
  isScaleAssumed: true,
  timesMs: [0, 40, 80, 120],
  bytes: 1,
};
const HASH = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);
const LOG = `analysis-${REPORT_VERSION}-${HASH}.bin`;

const FACTS: ImageFacts = {
  shares: [0.9, 0, 0.02, 0.05, 0.03, 0, 0, 0],
  aLineRow: 0.5,
  bLineLines: 0.25,
  confluenceLines: 0,
  near: { aLine: 0.04, bLine: 0.02, confluence: 0 },
};

/** A pleural line across, 8 pixels (2 mm) high from row `row`: 8 / 256 of the image. */
function imageMake(index: number, row = 40): LabelledImage {
  const classes = new Uint8Array(256 * 256).fill(2, row * 256, (row + 8) * 256);
  return { index, classes, confidence: new Uint8Array(256 * 256).fill(204), facts: FACTS };
}

async function analysesMake() {
  const drive = driveMemory();
  await fileReplace(drive, CLIP.id, 'clip.json', new Uint8Array(1));
  return { drive, analyses: clipAnalyses(drive) };
}

describe('an analysis', () => {
  test('comes back image by image, measured, with its masks', async () => {
    const { drive, analyses } = await analysesMake();
    expect(await analyses.read(CLIP)).toBeNull();
    const reports = await analyses.add(CLIP, HASH, [imageMake(2), imageMake(0, 100)]);
    // The middle of the line lies at row 44 and 104, at 0.25 mm a row.
    expect(reports.map(({ pleuralDepthMm }) => pleuralDepthMm)).toEqual([11, 26]);
    expect(reports[0]!.facts).toEqual(FACTS);
    expect(reports[0]!.classes.pleural_line).toEqual({ share: 8 / 256, instances: 1, confidence: 0.8 });
    await analyses.add(CLIP, HASH, [imageMake(1)]);
    for (const reader of [analyses, clipAnalyses(drive)]) {
      expect(await reader.read(CLIP)).toEqual({
        weightsSha256: HASH,
        reports: [reports[1], reports[0], reports[0], null],
      });
      expect(Buffer.from((await reader.mask(CLIP, 0))!).equals(imageMake(0, 100).classes)).toBe(true);
      expect(await reader.mask(CLIP, 3)).toBeNull();
    }
  });

  test('of other weights is dropped when new ones come', async () => {
    const { drive, analyses } = await analysesMake();
    await analyses.add(CLIP, HASH, [imageMake(0), imageMake(1)]);
    await analyses.add(CLIP, OTHER, [imageMake(3)]);
    expect(await drive.files(CLIP.id)).toEqual(['clip.json', `analysis-${REPORT_VERSION}-${OTHER}.bin`]);
    const { weightsSha256, reports } = (await analyses.read(CLIP))!;
    expect(weightsSha256).toBe(OTHER);
    expect(reports.map((report) => report !== null)).toEqual([false, false, false, true]);
    expect(await analyses.mask(CLIP, 0)).toBeNull();
  });

  test('an image analysed again takes the place of what was there', async () => {
    const { drive, analyses } = await analysesMake();
    await analyses.add(CLIP, HASH, [imageMake(0, 40)]);
    await analyses.add(CLIP, HASH, [imageMake(0, 100)]);
    expect((await clipAnalyses(drive).read(CLIP))!.reports[0]!.pleuralDepthMm).toBe(26);
    expect(Buffer.from((await analyses.mask(CLIP, 0))!).equals(imageMake(0, 100).classes)).toBe(true);
  });

  test('what was cut off anywhere is lost alone, and is written over', async () => {
    const { drive, analyses } = await analysesMake();
    await analyses.add(CLIP, HASH, [imageMake(0)]);
    const first = (await drive.size(CLIP.id, LOG))!;
    await analyses.add(CLIP, HASH, [imageMake(1)]);
    const whole = (await drive.read(CLIP.id, LOG))!;
    for (const kept of [first + 1, first + 15, first + 16, first + 100, whole.length - 1]) {
      await fileReplace(drive, CLIP.id, LOG, whole.subarray(0, kept));
      const again = clipAnalyses(drive);
      expect((await again.read(CLIP))!.reports.map((report) => report !== null)).toEqual([
        true,
        false,
        false,
        false,
      ]);
      await again.add(CLIP, HASH, [imageMake(2)]);
      expect((await clipAnalyses(drive).read(CLIP))!.reports.map((report) => report !== null)).toEqual([
        true,
        false,
        true,
        false,
      ]);
    }
  });

  test('what another tab threw away or added is seen', async () => {
    const { drive, analyses } = await analysesMake();
    const other = clipAnalyses(drive);
    await analyses.add(CLIP, HASH, [imageMake(0), imageMake(1)]);
    await other.add(CLIP, HASH, [imageMake(2)]);
    expect((await analyses.read(CLIP))!.reports[2]).not.toBeNull();
    await drive.fileRemove(CLIP.id, LOG);
    expect(await analyses.read(CLIP)).toBeNull();
    await other.add(CLIP, HASH, [imageMake(3)]);
    expect((await analyses.read(CLIP))!.reports.map((report) => report !== null)).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });

  test('of a clip that was deleted meanwhile is refused, and leaves no folder', async () => {
    const { drive, analyses } = await analysesMake();
    await drive.folderRemove(CLIP.id);
    await expect(analyses.add(CLIP, HASH, [imageMake(0)])).rejects.toMatchObject({ code: 'clip_missing' });
    expect(await drive.folders()).toEqual([]);
  });

  test('masks of another raster, or of an image that is not there, are refused', async () => {
    const { analyses } = await analysesMake();
    const small = { index: 0, classes: new Uint8Array(4), confidence: null, facts: null };
    await expect(analyses.add(CLIP, HASH, [small])).rejects.toMatchObject({ code: 'clip_unsound' });
    await expect(analyses.add(CLIP, HASH, [imageMake(4)])).rejects.toMatchObject({ code: 'clip_unsound' });
  });
});
