import { describe, expect, test } from 'vitest';
import { FINDING_INDEX } from '../../../../src/domain/findings/finding.ts';
import { maskCounts } from '../../../../src/domain/frame/mask.ts';
import { MASK_SIZE } from '../../../../src/domain/frame/resample.ts';
import { sectorFit } from '../../../../src/domain/geometry/sector.ts';
import {
  classesMend,
  edgeReader,
  edgesMove,
  pleuraMend,
  rasterReader,
  thresholdMend,
} from '../../../../src/lab/bounds/readers.ts';
import { box, maskOf, SQUARE } from '../../domain/grading/fixture.ts';

const RIB = FINDING_INDEX.rib;

describe('a reader who draws edges off', () => {
  const truth = maskOf([box('rib', 20, 20, 6, 4)]);

  test('takes a pixel all round, or gives one', () => {
    // 6 x 4 and its four sides without corners; 4 x 2 left.
    expect(maskCounts(edgesMove(truth, 'out'))[RIB]).toBe(24 + 2 * 6 + 2 * 4);
    expect(maskCounts(edgesMove(truth, 'in'))[RIB]).toBe(8);
  });

  test('is off by half a pixel of the mask that is compared', () => {
    const like = maskOf([], sectorFit(SQUARE, 32), 32);
    expect(maskCounts(edgeReader(truth, like, 'deeper'))[RIB]).toBe(6);
    const still = maskCounts(edgeReader(truth, like, 'in'))[RIB]!;
    expect(still).toBeLessThan(6);
    expect(maskCounts(edgeReader(truth, like, 'out'))[RIB]).toBeGreaterThan(6);
  });
});

describe('a reader who answers by cells', () => {
  test('is right about areas as coarse as its cells, and loses what is finer', () => {
    const broad = rasterReader(maskOf([box('consolidation', 16, 16, 32, 32)]), { samples: 64, lines: 64 });
    expect(broad.width).toBe(MASK_SIZE);
    // All but the four pixels at its corners, which three cells around outvote.
    expect(maskCounts(broad)[FINDING_INDEX.consolidation]).toBe((MASK_SIZE / 2) ** 2 - 4);
    // One row of four in a cell is outvoted.
    const thin = rasterReader(maskOf([box('pleural_line', 0, 16, 64, 1)]), { samples: 16, lines: 16 });
    expect(maskCounts(thin)[FINDING_INDEX.pleural_line]).toBe(0);
  });
});

describe('the network with some errors mended', () => {
  const faint = box('a_line', 10, 40, 20, 2);
  const imagined = box('a_line', 40, 50, 10, 2);
  const truth = maskOf([box('rib', 4, 4, 10, 4), box('pleural_line', 10, 20, 40, 2), faint]);
  const network = maskOf([box('rib', 6, 4, 10, 4), box('b_line', 30, 22, 4, 40), imagined]);

  test('by classes that one has, or that both have', () => {
    const presence = maskCounts(classesMend(network, truth, 'one_has'));
    expect(presence[FINDING_INDEX.pleural_line]).toBe(80);
    expect(presence[FINDING_INDEX.b_line]).toBe(0);
    // Both have A-lines, and the rib stays where the network sees it.
    expect(classesMend(network, truth, 'one_has').classes[4 * 64 + 15]).toBe(RIB);
    const shapes = classesMend(network, truth, 'both_have');
    expect(shapes.classes[4 * 64 + 15]).toBe(0);
    expect(shapes.classes[40 * 64 + 12]).toBe(FINDING_INDEX.a_line);
    expect(maskCounts(shapes)[FINDING_INDEX.b_line]).toBe(160);
  });

  test('by the pleural line alone', () => {
    const mended = maskCounts(pleuraMend(network, truth));
    expect(mended[FINDING_INDEX.pleural_line]).toBe(80);
    expect(mended[FINDING_INDEX.a_line]).toBe(20);
  });

  test('by whole findings that are gone with more contrast, or there with less', () => {
    const gone = maskOf([]).classes;
    const there = maskOf([imagined]).classes;
    const mended = thresholdMend(network, truth, gone, there);
    expect(mended.classes[40 * 64 + 12]).toBe(FINDING_INDEX.a_line);
    expect(mended.classes[50 * 64 + 42]).toBe(0);
    // The B-line is not there with less contrast either: a plain error.
    expect(maskCounts(mended)[FINDING_INDEX.b_line]).toBe(160);
    // And what is clear stays missed.
    expect(thresholdMend(network, truth, truth.classes, gone).classes).toEqual(network.classes);
  });
});
