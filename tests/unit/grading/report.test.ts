import { describe, expect, it } from 'vitest';
import { maskReport, pleuralDepth } from '../../../src/domain/grading/report.ts';
import { box, maskOf } from './fixture.ts';

describe('maskReport', () => {
  const mask = maskOf([
    box('pleural_line', 10, 10, 40, 2),
    box('b_line', 15, 12, 4, 52),
    box('b_line', 30, 12, 4, 52),
    box('rib', 2, 5, 2, 1),
  ]);

  it('gives shares of the sector, instances without specks, and the mean confidence', () => {
    const confidence = new Uint8Array(mask.classes.length).fill(51);
    const { classes } = maskReport(mask, confidence);
    expect(classes.pleural_line).toEqual({ share: 80 / 4096, instances: 1, confidence: 0.2 });
    expect(classes.b_line).toMatchObject({ share: 416 / 4096, instances: 2 });
    expect(classes.rib).toMatchObject({ share: 2 / 4096, instances: 0 });
    expect(classes.consolidation).toEqual({ share: 0, instances: 0, confidence: null });
    expect(maskReport(mask).classes.b_line.confidence).toBeNull();
  });

  it('gives the median depth of the pleura and the B-line artefact score', () => {
    expect(maskReport(mask).pleuralDepthMm).toBeCloseTo(11, 12);
    expect(maskReport(mask).blas.box).toBeCloseTo(8 / 40, 12);
    expect(
      pleuralDepth(maskOf([box('pleural_line', 10, 10, 40, 1), box('pleural_line', 10, 30, 12, 1)])),
    ).toBeCloseTo(10.5, 12);
    expect(pleuralDepth(maskOf([]))).toBeNull();
  });
});
