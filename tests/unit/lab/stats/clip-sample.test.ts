import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ffmpegIsThere } from '../../../../scripts/lib/ffmpeg.mjs';
import { videoFrames } from '../../../../src/cli/shared/video-frames.ts';
import { clipSample, videoPaths } from '../../../../src/lab/stats/clip-sample.ts';
import { imageMeasures } from '../../../../src/lab/stats/image-measures.ts';
import { videosMeasure, videosSpread } from '../../../../src/lab/stats/real-images.ts';
import { phantomFrame, phantomOpen } from '../../../../src/simulator/exam/phantom.ts';

const folder = mkdtempSync(join(tmpdir(), 'batsign-clips-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes grey images as a lossless video of 10 images per second. */
function videoWrite(path: string, side: number, greys: readonly Uint8Array[]): void {
  execFileSync(
    'ffmpeg',
    [
      ...['-v', 'error', '-y', '-f', 'rawvideo', '-pix_fmt', 'gray', '-s', `${side}x${side}`, '-r', '10'],
      ...['-i', '-', '-c:v', 'ffv1', '-pix_fmt', 'gray', path],
    ],
    { input: Buffer.concat(greys) },
  );
}

describe.skipIf(!ffmpegIsThere())('recorded clips', () => {
  const phantom = phantomOpen({ seed: 11, split: 'game' });
  const shots = [0, 1, 2, 3, 4, 5, 6].map((index) => phantomFrame(phantom, index, 300).frame);
  const path = join(folder, 'exam.mkv');

  beforeAll(() =>
    videoWrite(
      path,
      300,
      shots.map(({ grey }) => grey),
    ),
  );

  it('are decoded to the very bytes that were written, with size and rate', async () => {
    let count = 0;
    for await (const { index, width, height, frameRateHz, grey } of videoFrames(path)) {
      expect([index, width, height, frameRateHz]).toEqual([count, 300, 300, 10]);
      expect(Buffer.compare(Buffer.from(grey), Buffer.from(shots[count]!.grey))).toBe(0);
      count += 1;
    }
    expect(count).toBe(7);
  });

  it('may be left after the first image', async () => {
    const seen: number[] = [];
    for await (const { index } of videoFrames(path)) {
      seen.push(index);
      break;
    }
    expect(seen).toEqual([0]);
  });

  it('are measured as the images in them are, but for the sector found a little off', async () => {
    const clip = await clipSample(path);
    // 0.4 s are four images: of seven, the first three have a later one.
    expect(clip.moments).toHaveLength(3);
    const found = imageMeasures(clip);
    const known = imageMeasures({ ...clip, sector: shots[0]!.sector });
    for (const id of [
      'grey_mean',
      'texture_contrast',
      'correlation_next',
      'correlation_later',
      'block_snr',
    ]) {
      expect(found[id]! / known[id]!).toBeGreaterThan(0.95);
      expect(found[id]! / known[id]!).toBeLessThan(1.05);
    }
  });

  it('that cannot be read are named and the others kept', async () => {
    writeFileSync(join(folder, 'broken.mp4'), 'no video');
    expect(videoPaths(folder)).toHaveLength(2);
    const told: string[] = [];
    const { videos } = videosSpread(await videosMeasure(folder, (text) => told.push(text)));
    expect(videos).toBe(1);
    expect(told).toEqual([expect.stringMatching(/left out: .*broken\.mp4 cannot be read/)]);
    await expect(clipSample(join(folder, 'absent.mp4'))).rejects.toMatchObject({ code: 'clip-unreadable' });
    expect(() => videoPaths(join(folder, 'absent'))).toThrow(/not a folder/);
  });
});
