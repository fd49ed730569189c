import { describe, expect, it } from 'vitest';
import { type Sector, sectorBounds } from '../../../src/domain/geometry/sector.ts';
import { sectorInCrop } from '../../../src/domain/geometry/sector-scale.ts';
import type { PhantomEdition } from '../../../src/domain/scan/phantom-request.ts';
import { sectorFind } from '../../../src/sector/sector-find.ts';
import type { SectorFound } from '../../../src/sector/sector-found.ts';
import { phantomFrame, phantomOpen } from '../../../src/simulator/exam/phantom.ts';

const SIZE = 320;
const FRAMES = [0, 4, 9, 15];

interface Shown {
  readonly width: number;
  readonly height: number;
  readonly frames: readonly Uint8Array[];
  readonly sector: Sector;
}

/** Some frames of an exam for training: half of the varied edition's are cropped or printed over. */
function examShow(seed: number, edition: PhantomEdition, probe: Sector['kind']): Shown {
  const phantom = phantomOpen({ seed, edition, split: 'train', probe });
  const frames = FRAMES.map((index) => phantomFrame(phantom, index, SIZE).frame);
  return { width: SIZE, height: SIZE, frames: frames.map(({ grey }) => grey), sector: frames[0]!.sector };
}

/** Cut out so that neither the face nor the sides nor the end of the scan lines is left to see. */
function innerCut({ frames, sector }: Shown): Shown {
  const { originPx, mmPerPx, depthMm } = sector;
  const top = Math.round(originPx.y + (0.06 * depthMm) / mmPerPx);
  const bottom = Math.round(originPx.y + (0.82 * depthMm) / mmPerPx);
  const reach =
    sector.kind === 'convex'
      ? 0.9 * Math.tan(sector.angleRad / 2) * (top - originPx.y + sector.radiusMm / mmPerPx)
      : (0.45 * (sectorBounds(sector).right - sectorBounds(sector).left)) / mmPerPx;
  const left = Math.ceil(originPx.x - reach);
  const width = Math.floor(originPx.x + reach) - left;
  const height = bottom - top;
  const cut = frames.map((grey) => {
    const out = new Uint8Array(width * height);
    for (let y = 0; y < height; y++) {
      const from = (y + top) * SIZE + left;
      out.set(grey.subarray(from, from + width), y * width);
    }
    return out;
  });
  return { width, height, frames: cut, sector: sectorInCrop(sector, left, top, 1) };
}

interface Measured {
  readonly found: SectorFound | null;
  readonly isRightKind: boolean;
  /** Distance of the apexes (or of the middles of a linear face), in lengths of the scan lines. */
  readonly apex: number;
  readonly angleDeg: number;
  readonly depth: number;
}

function measure({ frames, width, height, sector }: Shown): Measured {
  const found = sectorFind(frames, width, height);
  if (found === null || found.sector.kind !== sector.kind)
    return { found, isRightKind: false, apex: Number.NaN, angleDeg: Number.NaN, depth: Number.NaN };
  const length = sector.depthMm / sector.mmPerPx;
  const apexY = (s: Sector): number => s.originPx.y - (s.kind === 'convex' ? s.radiusMm / s.mmPerPx : 0);
  const end = (s: Sector): number => Math.min(height, s.originPx.y + s.depthMm / s.mmPerPx);
  const angle = (s: Sector): number => (s.kind === 'convex' ? (s.angleRad * 180) / Math.PI : 0);
  return {
    found,
    isRightKind: true,
    apex:
      Math.hypot(sector.originPx.x - found.sector.originPx.x, apexY(sector) - apexY(found.sector)) / length,
    angleDeg: Math.abs(angle(sector) - angle(found.sector)),
    depth: Math.abs(end(sector) - end(found.sector)) / length,
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

describe('sectorFind on simulated exams whose sector is known', { timeout: 120_000 }, () => {
  const exams = [301, 302, 303, 304].flatMap((seed) => [
    examShow(seed, 'calm', 'convex'),
    examShow(seed, 'varied', 'convex'),
    examShow(seed, 'varied', 'linear'),
  ]);

  it('measures apex, angle and depth where edges are seen, in 12 of 12', () => {
    const measured = exams.map(measure);
    expect(measured.filter(({ isRightKind }) => isRightKind)).toHaveLength(12);
    const all = (pick: (one: Measured) => number): readonly number[] => measured.map(pick);
    expect(
      quantile(
        all(({ apex }) => apex),
        0.5,
      ),
    ).toBeLessThan(0.006);
    expect(
      quantile(
        all(({ apex }) => apex),
        1,
      ),
    ).toBeLessThan(0.04);
    expect(
      quantile(
        all(({ angleDeg }) => angleDeg),
        1,
      ),
    ).toBeLessThan(1);
    expect(
      quantile(
        all(({ depth }) => depth),
        0.5,
      ),
    ).toBeLessThan(0.006);
    expect(
      quantile(
        all(({ depth }) => depth),
        1,
      ),
    ).toBeLessThan(0.06);
    for (const { found } of measured) expect(found?.confidence).toBeGreaterThan(0.5);
  });

  it('tells the kind where no edge is seen, and never claims to be sure of the apex', () => {
    const measured = exams.map(innerCut).map(measure);
    const right = measured.filter(({ isRightKind }) => isRightKind);
    expect(right.length).toBeGreaterThanOrEqual(11);
    const fans = right.filter(({ found }) => found?.sector.kind === 'convex');
    expect(fans.length).toBeGreaterThanOrEqual(7);
    expect(
      quantile(
        fans.map(({ apex }) => apex),
        0.5,
      ),
    ).toBeLessThan(0.25);
    for (const { found } of fans) expect(found?.confidence).toBeLessThanOrEqual(0.5);
  });
});
