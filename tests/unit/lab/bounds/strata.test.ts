import { describe, expect, test } from 'vitest';
import { boundsFigures, errorAllowed } from '../../../../src/lab/bounds/figures.ts';
import { readerFigures, readingMeasure } from '../../../../src/lab/bounds/reading.ts';
import { strataMeasure } from '../../../../src/lab/bounds/strata.ts';
import { boundsTables } from '../../../../src/lab/bounds/table.ts';
import { box, maskOf } from '../../domain/grading/fixture.ts';

/** 10 x 2 and 10 x 10 mm^2; the network has the first, half of the second, and a rib beside them. */
const small = box('rib', 4, 4, 10, 2);
const large = box('rib', 4, 20, 10, 10);
const truth = maskOf([small, large]);
const network = maskOf([small, box('rib', 4, 20, 10, 5), box('rib', 40, 40, 10, 3)]);
const nothing = maskOf([]).classes;

/** The small one is gone with 2 dB more, the large one with 8; the false alarm would be there with 2 dB less. */
const shifted = {
  stricter: [truth.classes, maskOf([large]).classes, maskOf([large]).classes, nothing],
  laxer: [truth.classes, network.classes, network.classes],
};

const strata = strataMeasure(truth, network, shifted);

describe('errors by visibility and size', () => {
  test('of findings: their contrast to spare, area, and share found', () => {
    expect(strata.findings).toEqual([
      expect.objectContaining({ finding: 'rib', margin: 1, size: 1, found: 1, dice: 1 }),
      expect.objectContaining({ finding: 'rib', margin: 3, size: 2, found: 0.5 }),
    ]);
    expect(strata.findings[1]!.dice).toBeCloseTo((2 * 50) / 150, 12);
  });

  test('of false alarms: how much less contrast they would need', () => {
    expect(strata.alarms).toEqual([{ finding: 'rib', near: 1, areaMm2: 30 }]);
  });

  test('of pixels: each missed or in vain for one reason', () => {
    const { missed, vain, ...all } = strata.pixels.rib;
    expect(all).toEqual({ truth: 120, network: 100 });
    // The first row under the half that was found is an edge, the other four are missed though clear.
    expect(missed).toEqual({ other: 0, edge: 10, faint: [0, 0, 0, 40, 0] });
    expect(vain).toEqual({ other: 0, edge: 0, near: [0, 30, 0, 0] });
  });

  test('a confluence called B-line is another finding, and no false alarm', () => {
    const confluence = maskOf([box('b_line_confluence', 20, 10, 12, 40)]);
    const line = maskOf([box('b_line', 20, 10, 12, 40)]);
    const read = strataMeasure(confluence, line, {
      stricter: [nothing, nothing, nothing, nothing],
      laxer: [nothing, nothing, nothing],
    });
    expect(read.findings).toEqual([expect.objectContaining({ finding: 'b_line_confluence', found: 1 })]);
    expect(read.alarms).toEqual([]);
    expect(read.pixels.b_line_confluence.missed.other).toBe(480);
    expect(read.pixels.b_line.vain.other).toBe(480);
  });
});

describe('figures of readers', () => {
  test('pool pixels, and compare scores and counts', () => {
    const lines = [box('b_line', 10, 0, 4, 64), box('b_line', 40, 0, 4, 64)];
    const two = maskOf([box('pleural_line', 0, 0, 64, 1), ...lines]);
    const one = maskOf([box('pleural_line', 0, 0, 64, 1), lines[0]!]);
    const none = maskOf([box('pleural_line', 0, 0, 64, 1)]);
    const figures = readerFigures([
      readingMeasure(two, one, [[70, 90]]),
      readingMeasure(one, one, []),
      readingMeasure(none, none, []),
    ]);
    expect(figures.dice.b_line).toBeCloseTo((2 * 512) / (768 + 512), 12);
    expect(figures.count).toEqual({ within1: 1, exact: 2 / 3 });
    expect(figures.blasThere.count).toBe(2);
    expect(figures.blasThere.r).toBeNull();
    expect(figures.blas.r).toBeGreaterThan(0.8);
    expect(figures.grade).toMatchObject({ mae: 20, count: 1 });
  });

  test('an error of the allowed spread leaves just the correlation asked for', () => {
    // Score +-1, error +-e independent of it: r = 1 / sqrt(1 + e^2).
    const e = errorAllowed(1, 0.8);
    expect(1 / Math.sqrt(1 + e * e)).toBeCloseTo(0.8, 12);
  });

  test('are told as tables', () => {
    const reading = readingMeasure(truth, network, [[50, 60]]);
    const figures = boundsFigures(
      { set: 'v2', exams: null, realisations: 3, weightsSha256: 'abc' },
      new Map([['network', [reading]]]),
      [strata, strata],
    );
    const tables = boundsTables(figures);
    expect(tables).toMatch(/^\| The network +\| +0\.\d{3} \| 0\.\d{3} .* 10\.00 \| +- \|$/m);
    expect(tables).toMatch(/^\| Rib +\| +- \| +100 % of 2, 1\.00 \| +- \| +100 % of 2, 0\.67 \| +- \|$/m);
    expect(tables).toMatch(/^\| Rib +\| +0 \| +2 \| +0 \| +0 \|$/m);
    expect(tables).toMatch(
      /^\| Rib +\| +8\.3 % \| +0\.0 % \| +0\.0 % \| +33\.3 % \| .* 30\.0 % \| +0\.0 % \|$/m,
    );
  });
});
