import { describe, expect, test } from 'vitest';
import { clipCount } from '../../../../src/domain/analysis/clip-count.ts';
import { clipTermsOf } from '../../../../src/domain/analysis/clip-readout.ts';
import { COUNT_CANDIDATES, COUNT_CHOSEN } from '../../../../src/lab/readout/count-candidates.ts';
import { countFigures, countTrue } from '../../../../src/lab/readout/count-figures.ts';
import { glidedMm, linesFollowed, linesGliding } from '../../../../src/lab/readout/followed.ts';
import { glideMeasure } from '../../../../src/lab/readout/glide.ts';
import type { ImageLines } from '../../../../src/lab/readout/image-lines.ts';
import { simulatedClip } from '../../../../src/lab/readout/simulated-clip.ts';
import type { ReadClip } from '../../../../src/lab/readout/worker.ts';
import { logisticFit } from '../../../../src/lab/regression/logistic.ts';
import { numbersCrossed } from '../../../../src/lab/regression/ordinal.ts';
import { reportMake } from '../../domain/analysis/report-make.ts';

/** An image with B-lines at some places of one space, mm. */
function imageOf(glideMmS: number | null, ...places: readonly number[]): ImageLines {
  return { lines: places.map((atMm) => ({ atMm, space: 0 })), glideMmS };
}

function clipOf(images: readonly ImageLines[], spaceLines: readonly number[]): ReadClip {
  const { facts } = reportMake();
  return {
    terms: clipTermsOf([facts!]),
    truth: { aLines: 0, bLines: 0, blas: 0, spaceLines },
    lines: images,
  };
}

function countBy(name: string, clips: readonly ReadClip[]): readonly number[] {
  const candidate = COUNT_CANDIDATES.find((one) => one.name === name)!;
  return candidate.count(clips, (rows) => logisticFit(rows, 1));
}

describe('B-lines followed from image to image', () => {
  test('the way that the lung has glided is the mean speed times 0.6 s, and none where it is not known', () => {
    const way = glidedMm([imageOf(0), imageOf(10), imageOf(20), imageOf(null)]);
    for (const [at, mm] of [0, 3, 12, 18].entries()) expect(way[at]).toBeCloseTo(mm, 12);
  });

  test('a B-line that the lung carries is followed; one that is there once is not', () => {
    // 10 mm/s for 0.6 s: 6 mm from image to image.
    const images = [imageOf(10, 0, 30), imageOf(10, 6), imageOf(10, 12)];
    expect(linesFollowed(images).map((lines) => lines.map(({ atMm }) => atMm))).toEqual([[0], [6], [12]]);
  });

  test('what stays while the lung glides stands still, and a B-line goes with it; nothing is told of a lung at rest', () => {
    const images = [imageOf(10, 0, 20), imageOf(10, 6, 20), imageOf(10, 12, 20), imageOf(10, 18, 20)];
    expect(linesGliding(images).map((lines) => lines.map(({ atMm }) => atMm))).toEqual([
      [0],
      [6],
      [12],
      // Here it has come to where the other stands.
      [],
    ]);
    const rest = images.map(({ lines }) => ({ lines, glideMmS: 0 }));
    expect(linesGliding(rest)).toEqual(rest.map(({ lines }) => lines));
  });

  test('gliding is measured to the side that an image is moved to', () => {
    const [image] = simulatedClip(1, 0);
    const { frame, truth } = image!;
    const { width, height, grey, sector } = frame;
    const byPx = 3;
    const moved = Uint8Array.from(grey, (_, at) => (at % width < byPx ? 0 : grey[at - byPx]!));
    const after = { width, height, grey: moved, sector, timeMs: frame.timeMs + 100 };
    const glide = glideMeasure(truth.mask, frame, after)!;
    expect(glide / ((byPx * sector.mmPerPx * 1000) / 100)).toBeGreaterThan(0.7);
    expect(glide / ((byPx * sector.mmPerPx * 1000) / 100)).toBeLessThan(1.3);
  });
});

describe('ways to count the B-lines of a clip', () => {
  const eight = (...counts: readonly number[]): readonly ImageLines[] =>
    counts.map((count) => imageOf(0, ...Array.from({ length: count }, (_, at) => 10 * at)));

  test('the chosen one is that of the library', () => {
    for (const counts of [
      [0, 0, 0, 0, 0, 0, 0, 0],
      [0, 1, 2, 0, 1, 1, 0, 0],
      [3, 3, 3, 3, 3, 3, 3, 3],
    ]) {
      const reports = counts.map((b_line) => reportMake({ b_line }));
      const clip = clipOf(eight(...counts), counts);
      expect(countBy(COUNT_CHOSEN, [clip])).toEqual([clipCount(reports)!.separate]);
      expect(countTrue(clip)).toBe(clipCount(reports)!.separate);
    }
  });

  test('shares of the images, by hand; every candidate gives each clip a number', () => {
    const clips = [clipOf(eight(3, 2, 2, 1, 0, 0, 0, 0), [2]), clipOf(eight(0, 0, 0, 0, 0, 0, 0, 0), [0])];
    expect(countBy('a tenth of the images', clips)).toEqual([3, 0]);
    expect(countBy('a quarter', clips)).toEqual([2, 0]);
    expect(countBy('half', clips)).toEqual([1, 0]);
    expect(countBy('mean of the images', clips)).toEqual([1, 0]);
    for (const { name } of COUNT_CANDIDATES) {
      const counts = countBy(name, clips);
      expect(counts.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
      expect(counts).toHaveLength(2);
    }
  });

  test('error, bias and shares, by hand', () => {
    expect(countFigures([0, 2, 1, 5], [0, 1, 2, 2])).toEqual({
      clips: 4,
      error: 5 / 4,
      bias: 3 / 4,
      exact: 1 / 4,
      withinOne: 3 / 4,
    });
  });
});

test('a number is told by fits on others: the last that is likelier than not', () => {
  // What it goes by is what is to be told, so every row is right, but that more than 3 is never said.
  const truths = Array.from({ length: 60 }, (_, at) => at % 5);
  const rows = truths.map((truth, at) => ({ values: [truth], truth, cluster: `${Math.floor(at / 5)}` }));
  const told = numbersCrossed(rows, 3, (some) => logisticFit(some, 0.01));
  expect(told).toEqual(truths.map((truth) => Math.min(truth, 3)));
});
