import { describe, expect, it } from 'vitest';
import { PHANTOM_LOOKS, type PhantomRequest } from '../../../../src/domain/scan/phantom-request.ts';
import { edgeReach } from '../../../../src/simulator/acoustics/ring-down.ts';
import { mainWindow } from '../../../../src/simulator/exam/draw/view.ts';
import type { BLine, Exam } from '../../../../src/simulator/exam/exam.ts';
import { examDraw } from '../../../../src/simulator/exam/exam-draw.ts';
import { phantomFrame, phantomFromExam } from '../../../../src/simulator/exam/phantom.ts';

/** What the game's own exams promise to lessons. */

const SEEDS = Array.from({ length: 200 }, (_, i) => 31 * i + 7);
/** Some of them, for what needs an image. */
const FEW = SEEDS.filter((_, i) => i % 10 === 0);

function drawn(seed: number, request: Omit<PhantomRequest, 'seed'>): Exam {
  return examDraw({ seed, split: 'game', probe: 'convex', ...request });
}

function reachMm({ halfWidthMm, flatness }: BLine): number {
  return halfWidthMm * edgeReach(flatness);
}

/** B-lines from left to right, those whose edges meet together. */
function groupsOf(exam: Exam): readonly (readonly BLine[])[] {
  const lines = exam.lung.bLines.filter(({ kind }) => kind === 'b_line').sort((a, b) => a.xMm - b.xMm);
  const groups: BLine[][] = [];
  for (const line of lines) {
    const before = groups.at(-1)?.at(-1);
    if (before && line.xMm - reachMm(line) <= before.xMm + reachMm(before)) groups.at(-1)!.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** Power across a group at the lung's surface, every tenth of a mm from its first origin to its last. */
function acrossDb(group: readonly BLine[]): readonly number[] {
  const from = group[0]!.xMm;
  const steps = Math.round((group.at(-1)!.xMm - from) * 10);
  return Array.from({ length: steps + 1 }, (_, i) => {
    const power = group.reduce((sum, line) => {
      const off = (from + i / 10 - line.xMm) / line.halfWidthMm;
      return sum + 10 ** (line.levelDb / 10) * Math.exp(-0.5 * off * off);
    }, 0);
    return 10 * Math.log10(power);
  });
}

describe.each(PHANTOM_LOOKS)('the %s look', (look) => {
  it('has a rib on either side of the middle and a window between them', () => {
    for (const seed of SEEDS) {
      const { wall, probe } = drawn(seed, { look });
      const { fromMm, toMm } = mainWindow(wall, probe);
      expect(fromMm).toBeLessThan(3);
      expect(toMm).toBeGreaterThan(-3);
      expect(toMm - fromMm).toBeGreaterThan(look === 'clean' ? 7 : 12);
      expect(wall.ribs.some(({ xMm }) => xMm < 0) && wall.ribs.some(({ xMm }) => xMm > 0)).toBe(true);
    }
  });

  it.each([0, 1, 2])('a confluence is several merged B-lines beside %i others', (bLines) => {
    for (const seed of SEEDS) {
      const exam = drawn(seed, { look, pattern: 'confluence', bLines });
      const groups = groupsOf(exam);
      const merged = groups.filter((group) => group.length > 1);
      expect(merged).toHaveLength(1);
      const [group] = merged as [readonly BLine[]];
      // Never a wide single B-line: each of its origins is no wider than one that stands alone.
      expect(group.length).toBeGreaterThanOrEqual(2);
      for (const { halfWidthMm, flatness } of group) {
        expect(halfWidthMm).toBeLessThan(1.7);
        expect(flatness).toBe(2);
      }
      const widthMm = group.at(-1)!.xMm + reachMm(group.at(-1)!) - group[0]!.xMm + reachMm(group[0]!);
      expect(widthMm).toBeGreaterThan(1.5 * 2 * 1.7 * edgeReach(2));
      // No gap: nowhere between its origins does it fall as low as at its edges; and each origin stands out.
      const profile = acrossDb(group);
      const peak = Math.max(...profile);
      expect(Math.min(...profile)).toBeGreaterThan(peak - 8.5);
      const tops = profile.filter((db, i) => db > (profile[i - 1] ?? -1e9) && db >= (profile[i + 1] ?? -1e9));
      expect(tops.length).toBeGreaterThanOrEqual(2);
      expect(groups.length - 1).toBeLessThanOrEqual(bLines);
    }
  });

  it('labels it as one confluence, and in the middle window', () => {
    for (const seed of FEW) {
      const exam = drawn(seed, { look, pattern: 'confluence', bLines: 0, sliding: false });
      const { truth } = phantomFrame(phantomFromExam(exam), 0, 192);
      expect(truth.bLines.map(({ confluent }) => confluent)).toEqual([true]);
      expect(Math.abs(truth.bLines[0]!.lateral)).toBeLessThan(0.5);
    }
  });

  it('draws no ladder: the bands of B-lines are faint, and at uneven distances', () => {
    for (const seed of SEEDS) {
      for (const pattern of ['b_lines', 'confluence'] as const) {
        for (const { kind, bandDb, hasUnevenBands } of drawn(seed, { look, pattern }).lung.bLines) {
          if (kind !== 'b_line') continue;
          expect(bandDb).toBeLessThanOrEqual(1.5);
          expect(hasUnevenBands).toBe(true);
        }
      }
    }
  });
});

describe('the clinical look beside the clean one', () => {
  it('has softer and less black shadows, fainter and more uneven lines, and more haze', () => {
    const mean = (look: 'clean' | 'clinical', of: (exam: Exam) => number): number =>
      SEEDS.reduce((sum, seed) => sum + of(drawn(seed, { look, pattern: 'a_lines' })), 0) / SEEDS.length;
    const more = (of: (exam: Exam) => number): number => mean('clinical', of) - mean('clean', of);
    expect(more(({ wall }) => wall.shadowEdgeMm)).toBeGreaterThan(1.5);
    expect(more(({ wall }) => wall.ribShadowDb)).toBeLessThan(-10);
    expect(more(({ lung }) => lung.pleuraDb)).toBeLessThan(-3);
    expect(more(({ lung }) => lung.pleuraUnevenDb)).toBeGreaterThan(1);
    expect(more(({ lung }) => lung.aLineUnevenDb)).toBeGreaterThan(1);
    expect(more(({ lung }) => lung.hazeDb)).toBeGreaterThan(1.5);
  });

  it('shows what is asked for, and nothing over the image or cut off', () => {
    for (const seed of FEW) {
      const exam = drawn(seed, { look: 'clinical', pattern: 'a_lines', depthMm: 130 });
      expect(exam.scanner.prints).toHaveLength(0);
      expect(exam.scanner.crop).toEqual({ top: 0, left: 0, right: 0 });
      const { truth } = phantomFrame(phantomFromExam(exam), 0, 192);
      expect(truth.pleura.length).toBeGreaterThan(0);
      expect(truth.ribs.length).toBeGreaterThan(0);
      expect(truth.bLines).toHaveLength(0);
    }
  });

  it('leaves the editions that networks are trained and tested on as they are', () => {
    for (const split of ['train', 'test'] as const) {
      expect(examDraw({ seed: 5, split, look: 'clinical' })).toEqual(examDraw({ seed: 5, split }));
    }
  });
});
