import type { Exam } from '../../../../src/simulator/exam/exam.ts';
import { examDraw } from '../../../../src/simulator/exam/exam-draw.ts';

/** A still, quiet exam in which one thing at a time can be measured. */
export function quietExam(change: (exam: Exam) => Exam): Exam {
  const exam = examDraw({ seed: 11, pattern: 'a_lines', probe: 'convex', depthMm: 150, split: 'game' });
  return change({
    ...exam,
    scanner: {
      ...exam.scanner,
      noiseDb: -200,
      clutterDb: -200,
      persistence: [1, 0, 0],
      contactLossDb: [0, 0],
      smoothing: 0,
      looks: 1,
      speckleExponent: 1,
    },
    wall: { ...exam.wall, pleuralDepthMm: 30, flatness: 0, slope: 0, waveMm: 0, ribs: [], fibres: 0 },
    lung: {
      ...exam.lung,
      bLines: [],
      streaks: [],
      layer: null,
      mirrorDb: -200,
      hazeDb: -40,
      hazeUnevenDb: 0,
      pleuraUnevenDb: 0,
      aLineUnevenDb: 0,
    },
    motion: { ...exam.motion, slideMm: 0, liftMm: 0, wallMm: 0, heartMm: 0, driftMm: 0 },
  });
}
