import { describe, expect, test } from 'vitest';
import { CLEAR_DB, FAINT_DB } from '../../../../src/domain/frame/frame.ts';
import {
  phantomBands,
  phantomFrame,
  phantomImage,
  phantomMask,
  phantomOpen,
  phantomRealisation,
} from '../../../../src/simulator/exam/phantom.ts';

const SIZE = 128;
const open = () => phantomOpen({ seed: 21, split: 'train', pattern: 'b_lines' });

/** Labelled pixels. */
function labelled(contrastShiftDb: number): number {
  const { classes } = phantomMask(open(), 3, SIZE, contrastShiftDb);
  return classes.filter((value) => value > 0).length;
}

describe('another realisation of an exam', () => {
  test('is the same image again for the exam’s own seed', () => {
    const phantom = open();
    const { frame } = phantomFrame(phantom, 3, SIZE);
    expect(phantomFrame(phantomRealisation(phantom, phantom.exam.seed), 3, SIZE).frame.grey).toEqual(
      frame.grey,
    );
  });

  test('keeps the truth and the brightness, and draws speckle anew', () => {
    const phantom = open();
    const one = phantomFrame(phantom, 3, SIZE);
    const other = phantomFrame(phantomRealisation(phantom, 22), 3, SIZE);
    expect(other.truth).toEqual(one.truth);
    const sum = (grey: Uint8Array) => grey.reduce((all, level) => all + level, 0);
    const apart = one.frame.grey.map((level, at) => Math.abs(level - other.frame.grey[at]!));
    expect(Math.abs(sum(other.frame.grey) / sum(one.frame.grey) - 1)).toBeLessThan(0.1);
    expect(sum(apart) / sum(one.frame.grey)).toBeGreaterThan(0.05);
    // And leaves the first as it was.
    expect(phantomFrame(phantom, 9, SIZE)).toEqual(phantomFrame(open(), 9, SIZE));
  });
});

describe('the truth of an image', () => {
  test('waits until it is asked for, and is the same whether its image was made or not', () => {
    const { frame, truth } = phantomFrame(open(), 7, SIZE);
    const phantom = open();
    expect(phantomMask(phantom, 7, SIZE, 0)).toEqual(truth.mask);
    expect(phantomImage(phantom, 7, SIZE)).toEqual(frame);
    expect(phantomFrame(phantom, 7, SIZE)).toEqual({ frame, truth });
    expect(phantomBands(phantom, 7, SIZE)).toEqual({
      clear: phantomMask(phantom, 7, SIZE, CLEAR_DB),
      faint: phantomMask(phantom, 7, SIZE, -FAINT_DB),
    });
  });
});

describe('a reader who asks for more or less contrast', () => {
  test('sees less or more, and nothing where all is too faint', () => {
    const [strict, usual, lax] = [labelled(2), labelled(0), labelled(-2)];
    expect(strict).toBeLessThan(usual);
    expect(usual).toBeLessThan(lax);
    expect(labelled(200)).toBe(0);
  });
});
