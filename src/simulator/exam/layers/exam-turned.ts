import type { Exam, ExamScanner } from '../exam.ts';

function scannerTurned(scanner: ExamScanner): ExamScanner {
  const [left, right] = scanner.contactLossDb;
  const [leftReach, rightReach] = scanner.contactReach;
  return { ...scanner, contactLossDb: [right, left], contactReach: [rightReach, leftReach] };
}

/** The exam with the probe turned by half a turn: all that lay on the left lies on the right. Texture is not mirrored. */
export function examTurned(exam: Exam): Exam {
  const { wall, lung } = exam;
  const other = (side: -1 | 1): -1 | 1 => (side === 1 ? -1 : 1);
  return {
    ...exam,
    scanner: scannerTurned(exam.scanner),
    wall: {
      ...wall,
      slope: -wall.slope,
      flanks: wall.flanks.map((flank) => ({ ...flank, side: other(flank.side) })),
      ribs: wall.ribs.map((rib) => ({ ...rib, xMm: -rib.xMm, tilt: -rib.tilt })),
    },
    lung: {
      ...lung,
      bLines: lung.bLines.map((line) => ({ ...line, xMm: -line.xMm, tiltRad: -line.tiltRad })),
      eLines: lung.eLines.map((line) => ({ ...line, xMm: -line.xMm })),
      streaks: lung.streaks.map((streak) => ({
        ...streak,
        xMm: -streak.xMm - streak.lengthMm,
        belowMm: streak.belowMm + streak.slope * streak.lengthMm,
        slope: -streak.slope,
      })),
      layer: lung.layer && { ...lung.layer, xMm: -lung.layer.xMm },
      organ: lung.organ && { ...lung.organ, side: other(lung.organ.side), edgeMm: -lung.organ.edgeMm },
    },
  };
}
