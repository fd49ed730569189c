import { describe, expect, it } from 'vitest';
import { FINDINGS } from '../../../../src/domain/findings/finding.ts';
import { maskCounts } from '../../../../src/domain/frame/mask.ts';
import { linesThin } from '../../../../src/simulator/acoustics/exposure.ts';
import { gridCreate } from '../../../../src/simulator/acoustics/grid.ts';
import { examDraw } from '../../../../src/simulator/exam/exam-draw.ts';
import { phantomFrame, phantomOpen } from '../../../../src/simulator/exam/phantom.ts';

const SEEDS = Array.from({ length: 40 }, (_, seed) => seed);

describe("the clinic's scanner", () => {
  it('is one scanner, whose probe, pulse and noise lie outside of what the trainer draws', () => {
    const clinic = SEEDS.map((seed) => examDraw({ seed, device: 'clinic', split: 'train' }));
    const trainer = SEEDS.map((seed) => examDraw({ seed, split: 'train', probe: 'convex' }));
    const hardware = clinic.map(({ probe, scanner }) =>
      JSON.stringify([probe.kind === 'convex' && [probe.radiusMm, probe.angleRad], scanner.pulseMm]),
    );
    expect(new Set(hardware).size).toBe(1);
    for (const { probe, scanner } of trainer) {
      if (probe.kind !== 'convex') throw new Error('asked for a convex probe');
      expect(probe.radiusMm).toBeGreaterThan(10);
      expect((probe.angleRad * 180) / Math.PI).toBeLessThan(90);
      expect(scanner.pulseMm).toBeLessThan(1.2);
      expect(scanner.lineStep).toBeUndefined();
    }
    const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[20]!;
    expect(median(clinic.map(({ scanner }) => scanner.medianGrey))).toBeGreaterThan(
      2 * median(trainer.map(({ scanner }) => scanner.medianGrey)),
    );
  });

  it('examines people of its own, other ones for tests', () => {
    for (const seed of SEEDS) {
      const walls = [
        examDraw({ seed, split: 'train' }),
        examDraw({ seed, split: 'test' }),
        examDraw({ seed, split: 'train', device: 'clinic' }),
        examDraw({ seed, split: 'test', device: 'clinic' }),
      ].map(({ wall }) => wall.skinMm);
      expect(new Set(walls).size).toBe(4);
    }
  });

  it('sees every finding, and fluid and airless lung in many exams', () => {
    const seen = new Map<string, number>();
    for (const seed of SEEDS) {
      const { truth } = phantomFrame(phantomOpen({ seed, device: 'clinic', split: 'train' }), 0, 128);
      maskCounts(truth.mask).forEach((count, value) => {
        const finding = FINDINGS[value]!;
        if (count > 0) seen.set(finding, (seen.get(finding) ?? 0) + 1);
      });
    }
    expect([...seen.keys()].sort()).toEqual([...FINDINGS].sort());
    expect(seen.get('pleural_effusion')).toBeGreaterThan(4);
    expect(seen.get('consolidation')).toBeGreaterThan(4);
  });

  it('keeps what the request asks for', () => {
    expect(examDraw({ seed: 5, device: 'clinic', depthMm: 90 }).probe.depthMm).toBe(90);
    for (const seed of SEEDS.slice(0, 8)) {
      expect(examDraw({ seed, device: 'clinic', pattern: 'effusion' }).lung.layer?.kind).toBe(
        'pleural_effusion',
      );
    }
  });
});

it('thins scan lines by keeping every n-th and interpolating between, and not at all for 1', () => {
  const grid = gridCreate({ kind: 'linear', widthMm: 40, depthMm: 60 });
  const grey = new Uint8Array(grid.lines * grid.samples);
  for (let line = 0; line < grid.lines; line++) {
    grey.fill((line * 71) % 256, line * grid.samples, (line + 1) * grid.samples);
  }
  const thinned = grey.slice();
  linesThin(grid, 1, thinned);
  expect(thinned).toEqual(grey);
  linesThin(grid, 3, thinned);
  const at = (line: number): number => thinned[line * grid.samples + 7]!;
  // 0 * 71 = 0 and 3 * 71 = 213 are kept.
  expect([at(0), at(1), at(2), at(3)]).toEqual([0, 71, 142, 213]);
  // 156 * 71 = 68 (modulo 256) and the last line, 159 * 71 = 25, are kept.
  expect([at(156), at(157), at(158), at(159)]).toEqual([68, 54, 39, 25]);
});
