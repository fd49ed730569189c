import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { maskReport, pleuralDepth, REPORT_VERSION } from '../../../../src/domain/grading/report.ts';
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
    expect(classes.rib).toMatchObject({ share: 0, instances: 0 });
    expect(classes.consolidation).toEqual({ share: 0, instances: 0, confidence: null });
    expect(maskReport(mask).classes.b_line.confidence).toBeNull();
  });

  it('counts the separate B-lines of the space that has most', () => {
    expect(maskReport(mask).spaceBLines).toBe(2);
    expect(maskReport(maskOf([])).spaceBLines).toBe(0);
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

it('raises its version when what it makes of a mask changes: reports that were kept are dropped by it', () => {
  const masks = [
    maskOf([box('pleural_line', 8, 10, 44, 2), box('b_line', 15, 12, 4, 50), box('b_line', 30, 12, 3, 9)]),
    maskOf([
      box('pleural_line', 4, 8, 20, 2),
      box('pleural_line', 34, 9, 20, 2),
      box('a_line', 6, 18, 18, 2),
    ]),
    maskOf([box('b_line_confluence', 12, 6, 30, 55), box('b_line', 46, 6, 3, 50), box('rib', 2, 3, 9, 3)]),
    maskOf([
      box('pleural_effusion', 5, 20, 50, 20),
      box('consolidation', 20, 40, 20, 12),
      box('rib', 1, 1, 1, 1),
    ]),
  ];
  const reports = JSON.stringify(
    masks.map((one) => ({ ...maskReport(one), facts: undefined, spaceBLines: undefined })),
  );
  const digest = createHash('sha256').update(reports).digest('hex').slice(0, 16);
  expect({ version: REPORT_VERSION, digest }).toEqual({ version: 2, digest: '50ff2e8643b48fe4' });
});
