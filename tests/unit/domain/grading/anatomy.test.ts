import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MarkableFinding } from '../../../../src/domain/findings/finding.ts';
import { maskResample } from '../../../../src/domain/frame/mask.ts';
import { MASK_SIZE } from '../../../../src/domain/frame/resample.ts';
import { sectorFit } from '../../../../src/domain/geometry/sector.ts';
import { anatomyRead, maskObey } from '../../../../src/domain/grading/key/anatomy-read.ts';
import { rootlessCount } from '../../../../src/domain/grading/key/rootless.ts';
import { windowMain } from '../../../../src/domain/grading/key/window.ts';
import { keyChoose } from '../../../../src/domain/grading/key.ts';
import { phantomFrame, phantomOpen } from '../../../../src/simulator/exam/phantom.ts';
import { repetitions } from '../../../support/repetitions.ts';
import { type Box, box, maskOf } from './fixture.ts';

/** Two ribs, and the pleural line between them 12 mm deep. */
const RIBS = [box('rib', 4, 6, 10, 3), box('rib', 50, 6, 10, 3)] as const;
const PLEURA = box('pleural_line', 16, 11, 32, 2);

function read(...boxes: readonly Box[]) {
  return anatomyRead(maskOf(boxes));
}

function of(finding: MarkableFinding, ...boxes: readonly Box[]) {
  return read(...boxes).findings.filter((one) => one.finding === finding);
}

describe('anatomyRead', () => {
  it('draws a B-line up to the pleural line, and drops what has no root', () => {
    const [near] = of('b_line', ...RIBS, PLEURA, box('b_line', 30, 18, 3, 46));
    expect(near!.depthFromMm).toBeLessThan(14);
    const far = read(...RIBS, PLEURA, box('b_line', 30, 40, 3, 24));
    expect(far.findings.some(({ finding }) => finding === 'b_line')).toBe(false);
    expect(far.refusals.rootless).toBe(1);
  });

  it('joins what was drowned at its beginning only where much more of it is seen', () => {
    const joined = read(...RIBS, PLEURA, box('b_line', 30, 26, 3, 38));
    expect(joined.refusals).toMatchObject({ rootless: 0, joined: 1 });
    expect(joined.findings.find(({ finding }) => finding === 'b_line')!.depthFromMm).toBeLessThan(14);
    expect(read(...RIBS, PLEURA, box('b_line', 30, 26, 3, 18)).refusals).toMatchObject({ rootless: 1 });
  });

  it('takes pieces of B-line and confluence below one another as one, of the larger class', () => {
    const found = read(
      ...RIBS,
      PLEURA,
      box('b_line_confluence', 24, 13, 12, 30),
      box('b_line', 26, 46, 3, 18),
    ).findings.filter(({ finding }) => finding.startsWith('b_line'));
    expect(found.map(({ finding }) => finding)).toEqual(['b_line_confluence']);
    expect(found[0]!.depthToMm).toBeGreaterThan(60);
  });

  it('asks A-lines to lie at a whole multiple of the pleural depth of their window', () => {
    const at = (y: number) => of('a_line', ...RIBS, PLEURA, box('a_line', 18, y, 28, 2));
    expect(at(23)[0]).toMatchObject({ multiple: 2 });
    expect(at(35)[0]).toMatchObject({ multiple: 3 });
    expect(at(29)).toEqual([]);
  });

  it('has one pleural line: its echo and the fascia above are none', () => {
    const lines = of('pleural_line', ...RIBS, PLEURA, box('pleural_line', 20, 23, 20, 2));
    expect(lines).toHaveLength(1);
    expect(lines[0]!.mean.depthMm).toBeCloseTo(12, 5);
  });

  it('keeps ribs above the pleural line, and no specks', () => {
    expect(of('rib', ...RIBS, PLEURA, box('rib', 28, 30, 8, 3))).toHaveLength(2);
    expect(of('rib', ...RIBS, PLEURA, box('rib', 30, 4, 2, 3))).toHaveLength(2);
  });

  it('keeps fluid and consolidation under the pleural line, or under one another', () => {
    expect(of('pleural_effusion', ...RIBS, PLEURA, box('pleural_effusion', 18, 13, 28, 12))).toHaveLength(1);
    expect(of('pleural_effusion', ...RIBS, PLEURA, box('pleural_effusion', 18, 40, 28, 12))).toEqual([]);
    const under = [box('pleural_effusion', 18, 13, 28, 20), box('consolidation', 20, 33, 20, 12)];
    expect(of('consolidation', ...RIBS, PLEURA, ...under)).toHaveLength(1);
  });

  it('names the window between the two most central ribs the main one', () => {
    const { windows, main } = read(...RIBS, box('rib', 20, 6, 6, 3), PLEURA);
    expect(windows[main]).toMatchObject({ left: { finding: 'rib' }, right: { finding: 'rib' } });
    expect(windows[main]!.from).toBeCloseTo((2 * (26 - 0.5)) / 64 - 1, 5);
    expect(windowMain(read(PLEURA).windows)).toBe(0);
  });

  it.each([
    ['nothing', []],
    ['no pleural line', [...RIBS, box('b_line', 30, 12, 3, 50), box('a_line', 18, 23, 28, 2)]],
    ['no ribs', [PLEURA, box('b_line', 30, 13, 3, 50)]],
    [
      'everything at once',
      [
        ...RIBS,
        PLEURA,
        box('consolidation', 18, 13, 10, 20),
        box('pleural_effusion', 28, 13, 8, 20),
        box('b_line', 38, 13, 3, 50),
        box('b_line_confluence', 42, 13, 6, 50),
        box('a_line', 18, 35, 10, 2),
      ],
    ],
    [
      'anatomy upside down',
      [box('pleural_line', 10, 50, 40, 2), box('rib', 10, 58, 20, 4), box('b_line', 20, 2, 3, 40)],
    ],
  ] as const)('reads %s without an exception, and reads the same again', (_, boxes) => {
    const once = maskObey(maskOf(boxes));
    expect(rootlessCount(once)).toBe(0);
    const count = (mask: typeof once) => anatomyRead(mask).findings.length;
    expect(count(maskObey(once))).toBe(count(once));
  });
});

it('nothing that is drawn of any mask has a B-line or confluence without a root', () => {
  const piece = fc.record({
    finding: fc.constantFrom('rib', 'pleural_line', 'a_line', 'b_line', 'b_line_confluence' as const),
    x: fc.integer({ min: 0, max: 60 }),
    y: fc.integer({ min: 0, max: 60 }),
    width: fc.integer({ min: 2, max: 30 }),
    height: fc.integer({ min: 2, max: 50 }),
  });
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 9 }), (boxes) => {
      expect(rootlessCount(maskObey(maskOf(boxes as Parameters<typeof maskOf>[0])))).toBe(0);
    }),
    { numRuns: repetitions(100, 1000) },
  );
});

it('no key of random phantom frames has a B-line or confluence without a root', () => {
  // `npm run evaluate` counts them on its whole sets.
  for (let seed = 0; seed < repetitions(20, 200); seed++) {
    const phantom = phantomOpen({ seed, edition: 'varied', split: 'game' });
    const { truth } = phantomFrame(phantom, 7, MASK_SIZE);
    const sector = sectorFit(truth.mask.sector, MASK_SIZE);
    const mask = maskResample(truth.mask, sector, MASK_SIZE);
    expect(rootlessCount(keyChoose({ truth: mask, network: null }).key.mask), `seed ${seed}`).toBe(0);
  }
});
