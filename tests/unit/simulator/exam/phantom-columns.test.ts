import { describe, expect, test } from 'vitest';
import { BAT } from '../../../../src/pages/lesson/content/images.ts';
import { phantomLayered } from '../../../../src/simulator/exam/layers/phantom-layered.ts';
import { type Phantom, phantomFrame, phantomOpen } from '../../../../src/simulator/exam/phantom.ts';
import { phantomColumns } from '../../../../src/simulator/exam/phantom-columns.ts';

const COUNT = 60;
/** As in the lesson on sliding: its scan line in the middle is on lung. */
const base = phantomOpen({ ...BAT, depthMm: 90 });

/** Mean change of grey from one column to the next, over the depths from one share of the image to another. */
function change(phantom: Phantom, from: number, to: number): number {
  const { grey, samples } = phantomColumns(phantom, 20, COUNT);
  let sum = 0;
  let count = 0;
  for (let i = 1; i < COUNT; i++) {
    for (let k = Math.round(from * samples); k < Math.round(to * samples); k++) {
      sum += Math.abs(grey[i * samples + k]! - grey[(i - 1) * samples + k]!);
      count += 1;
    }
  }
  return sum / count;
}

describe('the M-mode of an exam', () => {
  const slides = phantomLayered(base, { sliding: true, bLines: 0 });

  test('has a column for each image, those before the first among them, the same every time', () => {
    const { grey, samples } = phantomColumns(slides, 20, COUNT);
    expect(grey).toHaveLength(COUNT * samples);
    const last = phantomColumns(slides, 20, 1);
    expect(last.grey).toEqual(grey.subarray((COUNT - 1) * samples));
    phantomFrame(slides, 3, 64);
    expect(phantomColumns(slides, 20, COUNT).grey).toEqual(grey);
  });

  test('is grain below the pleural line of a lung that slides, and lines of one that does not', () => {
    const stands = phantomLayered(base, { sliding: false, bLines: 0 });
    expect(change(slides, 0.4, 0.9)).toBeGreaterThan(2 * change(stands, 0.4, 0.9));
  });
});
