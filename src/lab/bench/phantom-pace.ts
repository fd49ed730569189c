import type { PhantomPattern } from '../../domain/scan/phantom-request.ts';
import { phantomFrame, phantomOpen } from '../../simulator/exam/phantom.ts';

const FRAME_SIZE = 512;
const FRAMES_AN_EXAM = 12;
const EXAMS: readonly PhantomPattern[] = ['a_lines', 'b_lines', 'confluence', 'effusion', 'consolidation'];

/** Milliseconds of each 512 x 512 frame of the virtual phantom with its truth, over exams of every kind. */
export function phantomPaceMeasure(): readonly number[] {
  return EXAMS.flatMap((pattern, seed) => {
    const phantom = phantomOpen({ seed, pattern });
    phantomFrame(phantom, 0, FRAME_SIZE);
    return Array.from({ length: FRAMES_AN_EXAM }, (_, index) => {
      const from = performance.now();
      phantomFrame(phantom, index + 1, FRAME_SIZE);
      return performance.now() - from;
    });
  });
}
