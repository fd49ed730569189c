import type { Page } from '@playwright/test';
import type { ExamClip, LabelledFrame } from '../../../src/domain/adaptation/labelled-frame.ts';
import { maskResample } from '../../../src/domain/frame/mask.ts';
import { MASK_SIZE } from '../../../src/domain/frame/resample.ts';
import { sectorFit } from '../../../src/domain/geometry/sector.ts';
import { labelMarks } from '../../../src/domain/studio/label-marks.ts';
import { phantomFrame, phantomOpen } from '../../../src/simulator/exam/phantom.ts';
import { clipFiles } from '../../support/clip-parts.ts';

const SIDE_PX = 256;
/** Images of a clip; both are proposed where there are ten clips. */
const INDICES = [0, 60];

const PATTERNS = ['a_lines', 'b_lines', 'confluence', 'effusion', 'consolidation'] as const;

export interface LabelledClip {
  readonly id: string;
  readonly name: string;
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly frames: readonly LabelledFrame[];
}

/** Levels of grey as a machine of another make shows them: through a haze, with less contrast. */
const hazy = (level: number): number => 80 + 0.6 * level;

/** Clips of a machine that shows images through a haze, one an exam, labelled by what they truly show. */
export function labelledClips(count: number): readonly LabelledClip[] {
  return Array.from({ length: count }, (_, at) => {
    const pattern = PATTERNS[(at + 1) % PATTERNS.length]!;
    const phantom = phantomOpen({ seed: 101 + at, split: 'game', pattern, probe: 'convex', depthMm: 120 });
    const id = `00000000-0000-4000-8000-${`${at + 1}`.padStart(12, '0')}`;
    const name = `Ward clip ${at + 1}`;
    const images = INDICES.map((index) => phantomFrame(phantom, index, SIDE_PX));
    const frames = images.map(({ frame, truth }, index) => ({
      clipId: id,
      index,
      marks: labelMarks(maskResample(truth.mask, sectorFit(frame.sector, MASK_SIZE), MASK_SIZE)),
      isLeftOut: false,
    }));
    const shown = images.map(({ frame }) => ({ ...frame, grey: frame.grey.map(hazy) }));
    return { id, name, frames, files: clipFiles(shown, name) };
  });
}

/** Lays clips into the page's library as it keeps them itself. */
export async function clipsKeep(page: Page, clips: readonly LabelledClip[]): Promise<void> {
  const given = clips.map(({ id, files }) => ({
    id,
    files: Object.entries(files).map(([name, bytes]) => [name, [...bytes]] as const),
  }));
  await page.evaluate(async (all) => {
    const storage = await navigator.storage.getDirectory();
    const root = await storage.getDirectoryHandle('batsign-clips', { create: true });
    for (const { id, files } of all) {
      const folder = await root.getDirectoryHandle(id, { create: true });
      for (const [name, bytes] of files) {
        const file = await folder.getFileHandle(name, { create: true });
        const writer = await file.createWritable();
        await writer.write(new Uint8Array(bytes));
        await writer.close();
      }
    }
  }, given);
}

/** Lays labels into the database that the page for adapting the network has made. */
export async function labelsKeep(page: Page, clips: readonly LabelledClip[]): Promise<void> {
  const chosen: readonly ExamClip[] = clips.map(({ id }, at) => ({ clipId: id, exam: at + 1 }));
  const frames = clips.flatMap((clip) => clip.frames);
  await page.evaluate(
    ([examClips, labelled]) =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('batsign-networks');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const change = database.transaction(['clips', 'frames'], 'readwrite');
          for (const clip of examClips) change.objectStore('clips').put(clip);
          for (const frame of labelled) change.objectStore('frames').put(frame);
          change.oncomplete = () => {
            database.close();
            done();
          };
          change.onerror = () => fail(change.error);
        };
      }),
    [chosen, frames] as const,
  );
}
