import { describe, expect, it } from 'vitest';
import { FINDINGS } from '../../../../src/domain/findings/finding.ts';
import { maskCounts } from '../../../../src/domain/frame/mask.ts';
import { gridCreate, type PolarGrid } from '../../../../src/simulator/acoustics/grid.ts';
import { speckleFilter } from '../../../../src/simulator/acoustics/speckle-filter.ts';
import { examDraw } from '../../../../src/simulator/exam/exam-draw.ts';
import { phantomFrame, phantomImage, phantomOpen } from '../../../../src/simulator/exam/phantom.ts';

const SEEDS = Array.from({ length: 24 }, (_, seed) => seed);

describe("the hospital's scanners", () => {
  it('examine people of their own, other ones for tests', () => {
    for (const seed of SEEDS) {
      const walls = (['train', 'test'] as const).flatMap((split) =>
        (['trainer', 'clinic', 'hospital'] as const).map(
          (device) => examDraw({ seed, split, device }).wall.skinMm,
        ),
      );
      expect(new Set(walls).size).toBe(6);
    }
  });

  it('lose less of the image in black than the trainer', () => {
    const blackShare = (device: 'trainer' | 'hospital'): number => {
      const shares = SEEDS.map((seed) => {
        const phantom = phantomOpen({ seed, device, split: 'train', probe: 'linear' });
        const { grey } = phantomImage(phantom, 0, 96);
        return grey.filter((level) => level < 2).length / grey.length;
      });
      return shares.reduce((sum, share) => sum + share, 0) / shares.length;
    };
    expect(blackShare('hospital')).toBeLessThan(blackShare('trainer') - 0.02);
  });

  it('see every finding', () => {
    const seen = new Set<string>();
    for (const seed of SEEDS) {
      const { truth } = phantomFrame(phantomOpen({ seed, device: 'hospital', split: 'train' }), 0, 128);
      maskCounts(truth.mask).forEach((count, value) => {
        if (count > 0) seen.add(FINDINGS[value]!);
      });
    }
    expect([...seen].sort()).toEqual([...FINDINGS].sort());
  });
});

describe('the speckle filter', () => {
  const grid: PolarGrid = gridCreate({ kind: 'linear', widthMm: 40, depthMm: 60 });
  const drawn = (level: (line: number, sample: number) => number): Uint8Array =>
    Uint8Array.from({ length: grid.lines * grid.samples }, (_, at) =>
      level(Math.floor(at / grid.samples), at % grid.samples),
    );
  /** +4 and -4 in turn about 40: a tenth of the mean, which is grain. */
  const grain = drawn((line, sample) => ((line + sample) % 2 === 0 ? 44 : 36));

  it('leaves the image as it is at a share of 0, and an even one always', () => {
    const same = grain.slice();
    speckleFilter(grid, 0, same);
    expect(same).toEqual(grain);
    const even = drawn(() => 77);
    speckleFilter(grid, 1, even);
    expect(even).toEqual(drawn(() => 77));
  });

  it('takes its share of the grain, and all of it at 1', () => {
    const half = grain.slice();
    speckleFilter(grid, 0.5, half);
    // The mean of 63 cells is 40 and a sixteenth: halfway from 44 is 42, from 36 is 38.
    expect([...new Set(half)].sort()).toEqual([38, 42]);
    const none = grain.slice();
    speckleFilter(grid, 1, none);
    expect([...new Set(none)]).toEqual([40]);
  });

  it('leaves a line whose surroundings are dark nearly as bright as it was', () => {
    const line = drawn((_, sample) => (sample === 200 ? 200 : 10));
    speckleFilter(grid, 1, line);
    const at = (sample: number): number => line[80 * grid.samples + sample]!;
    // In nine samples: mean 31.1, variance 3,565; grain's is (0.28 x 31.1)^2 = 76, so 0.979 of what stands out stays.
    expect([at(200), at(203), at(195)]).toEqual([196, 10, 10]);
  });
});
