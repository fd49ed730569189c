import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { FINDINGS } from '../../../../src/domain/findings/finding.ts';
import { sectorContains } from '../../../../src/domain/geometry/sector.ts';
import type { PhantomRequest } from '../../../../src/domain/scan/phantom-request.ts';
import { bandKeep } from '../../../../src/simulator/exam/draw/bands.ts';
import { examDraw } from '../../../../src/simulator/exam/exam-draw.ts';
import { type PhantomFrame, phantomFrame, phantomOpen } from '../../../../src/simulator/exam/phantom.ts';
import known from '../../../fixtures/phantom-hashes.json' with { type: 'json' };

function hash({ frame, truth }: PhantomFrame): string {
  return createHash('sha256').update(frame.grey).update(truth.mask.classes).digest('hex').slice(0, 16);
}

describe('phantom', () => {
  it('gives the same bytes for the same seed as when the fixture was stored', () => {
    const hashes = known.map(({ request, index }) =>
      hash(phantomFrame(phantomOpen(request as PhantomRequest), index, 256)),
    );
    expect(hashes).toEqual(known.map((entry) => entry.hash));
  });

  it('gives any image in any order', () => {
    const forward = phantomOpen({ seed: 3, pattern: 'b_lines' });
    const inOrder = [0, 1, 2, 3, 4, 5, 6, 7].map((index) => hash(phantomFrame(forward, index, 128)));
    const jumping = phantomOpen({ seed: 3, pattern: 'b_lines' });
    for (const index of [7, 0, 5, 2]) expect(hash(phantomFrame(jumping, index, 128))).toBe(inOrder[index]);
    expect(new Set(inOrder).size).toBe(8);
  });

  it('shows what is asked for', () => {
    for (const seed of [1, 2, 3, 4]) {
      const three = phantomFrame(phantomOpen({ seed, bLines: 3 }), 0, 128).truth;
      expect(three.bLines.length).toBeLessThanOrEqual(3);
      const dry = phantomFrame(phantomOpen({ seed, pattern: 'a_lines' }), 0, 128).truth;
      expect(dry.bLines).toHaveLength(0);
      expect(dry.aLines.length).toBeGreaterThan(0);
      expect(dry.pleura.length).toBeGreaterThan(0);
      expect(dry.ribs.length).toBeGreaterThan(0);
      expect(phantomOpen({ seed, sliding: false }).exam.lung.sliding).toBe(false);
    }
  });

  it('draws and labels only inside the sector, with known classes', () => {
    for (const probe of ['convex', 'linear'] as const) {
      const { frame, truth } = phantomFrame(phantomOpen({ seed: 9, probe, split: 'train' }), 4, 128);
      for (let row = 0; row < 128; row++) {
        for (let column = 0; column < 128; column++) {
          const at = row * 128 + column;
          expect(truth.mask.classes[at]!).toBeLessThan(FINDINGS.length);
          if (frame.grey[at] === 0 && truth.mask.classes[at] === 0) continue;
          const x = (column + 0.5 - frame.sector.originPx.x) * frame.sector.mmPerPx;
          const y = (row + 0.5 - frame.sector.originPx.y) * frame.sector.mmPerPx;
          expect(sectorContains(frame.sector, { x, y })).toBe(true);
        }
      }
    }
  });

  it('keeps the anatomy of the test split out of the training split', () => {
    for (let value = 13; value < 62; value += 0.37) {
      const part = (kept: number): number => kept / 4 - Math.floor(kept / 4);
      expect(part(bandKeep(value, 4, 'train'))).toBeLessThan(0.75);
      expect(part(bandKeep(value, 4, 'test'))).toBeGreaterThanOrEqual(0.75);
    }
    for (let seed = 0; seed < 60; seed++) {
      const depth = examDraw({ seed, split: 'train' }).wall.pleuralDepthMm / 4;
      expect(depth - Math.floor(depth)).toBeLessThan(0.75);
    }
  });
});
