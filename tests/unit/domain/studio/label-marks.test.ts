import { describe, expect, test } from 'vitest';
import { FINDING_INDEX, MARKABLE_FINDINGS } from '../../../../src/domain/findings/finding.ts';
import { maskResample } from '../../../../src/domain/frame/mask.ts';
import { MASK_SIZE } from '../../../../src/domain/frame/resample.ts';
import { sectorFit } from '../../../../src/domain/geometry/sector.ts';
import { marksRasterise } from '../../../../src/domain/marks/rasterise.ts';
import { suggestionClasses, suggestionWithout } from '../../../../src/domain/studio/key-suggestion.ts';
import { labelMarks } from '../../../../src/domain/studio/label-marks.ts';
import { phantomFrame, phantomOpen } from '../../../../src/simulator/exam/phantom.ts';

const exam = phantomOpen({ seed: 4242, split: 'game', pattern: 'b_lines', probe: 'convex', depthMm: 120 });
const { frame, truth } = phantomFrame(exam, 1, 320);
const mask = maskResample(truth.mask, sectorFit(frame.sector, MASK_SIZE), MASK_SIZE);

describe('labels as marks', () => {
  test('lines and beams are drawn as such, and cover what was labelled', () => {
    const marks = labelMarks(mask);
    const kinds = Object.fromEntries(marks.map(({ finding, kind }) => [finding, kind]));
    expect(kinds).toMatchObject({ rib: 'region', pleural_line: 'line', b_line: 'beam' });
    expect(marks.filter(({ finding }) => finding === 'b_line')).toHaveLength(truth.bLines.length);
    const drawn = marksRasterise(marks, mask.sector, MASK_SIZE).classes;
    for (const finding of ['rib', 'pleural_line', 'b_line'] as const) {
      const value = FINDING_INDEX[finding];
      let both = 0;
      let either = 0;
      mask.classes.forEach((one, at) => {
        both += Number(one === value && drawn[at] === value);
        either += Number(one === value) + Number(drawn[at] === value);
      });
      expect((2 * both) / either, finding).toBeGreaterThan(0.8);
    }
  });

  test('are offered class by class until nothing is left to decide', () => {
    let left: ReturnType<typeof suggestionWithout> = { index: 1, marks: labelMarks(mask) };
    const classes = suggestionClasses(left);
    expect(classes.map(({ finding }) => finding)).toEqual(
      MARKABLE_FINDINGS.filter((one) => classes.some(({ finding }) => finding === one)),
    );
    for (const { finding } of classes) {
      expect(left).not.toBeNull();
      left = suggestionWithout(left!, finding);
      expect(left === null || left.marks.every((mark) => mark.finding !== finding)).toBe(true);
    }
    expect(left).toBeNull();
  });
});
