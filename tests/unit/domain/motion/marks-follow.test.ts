import { expect, test } from 'vitest';
import { maskResample } from '../../../../src/domain/frame/mask.ts';
import { MASK_SIZE } from '../../../../src/domain/frame/resample.ts';
import { arcMm } from '../../../../src/domain/geometry/arc.ts';
import { sectorFit } from '../../../../src/domain/geometry/sector.ts';
import { marksFromTruth } from '../../../../src/domain/marks/from-truth.ts';
import type { BeamMark, LineMark } from '../../../../src/domain/marks/mark.ts';
import { SURE_LEAST } from '../../../../src/domain/motion/carry-blend.ts';
import { lineDepthAt } from '../../../../src/domain/motion/line-depth.ts';
import { markMiddle, markMove } from '../../../../src/domain/motion/mark-move.ts';
import { marksFollow } from '../../../../src/domain/motion/marks-follow.ts';
import { motionImage } from '../../../../src/domain/motion/motion-image.ts';
import { phantomFrame, phantomOpen } from '../../../../src/simulator/exam/phantom.ts';

const IMAGES = 12;

test('marks of a breathing, gliding lung lie where the simulator says that its findings went', () => {
  const phantom = phantomOpen({
    seed: 4242,
    split: 'game',
    pattern: 'b_lines',
    probe: 'convex',
    depthMm: 120,
  });
  const shownAt = (index: number) => {
    const { frame, truth } = phantomFrame(phantom, index, 320);
    const mask = maskResample(truth.mask, sectorFit(frame.sector, MASK_SIZE), MASK_SIZE);
    return { frame, marks: marksFromTruth(truth, mask) };
  };
  const anchor = shownAt(12);
  const { sector } = anchor.frame;
  const beams = anchor.marks.filter((mark): mark is BeamMark => mark.kind === 'beam');
  const pleura = anchor.marks.filter(
    (mark): mark is LineMark => mark.kind === 'line' && mark.finding === 'pleural_line',
  );
  expect(beams).toHaveLength(2);
  const follower = marksFollow(motionImage(anchor.frame), [...beams, ...pleura]);
  let followed: ReturnType<typeof follower.next> = [];
  for (let i = 1; i < IMAGES; i++) followed = follower.next(motionImage(shownAt(12 - i).frame));
  const last = followed;
  const truth = shownAt(12 - IMAGES + 1).marks;
  for (const [i, beam] of beams.entries()) {
    const { move, sure } = last[i]!;
    expect(sure).toBeGreaterThan(SURE_LEAST);
    const at = markMiddle(markMove(beam, move, sector), sector);
    const apart = (other: ReturnType<typeof markMiddle>): number =>
      Math.abs(arcMm(sector, other.lateral - at.lateral, at.depthMm));
    const now = truth.filter((mark) => mark.kind === 'beam').map((mark) => markMiddle(mark, sector));
    // It glided on for some millimetres meanwhile, and is found within one.
    expect(Math.abs(move.acrossMm)).toBeGreaterThan(2.5);
    expect(Math.min(...now.map(apart))).toBeLessThan(1);
    expect(now.some((one) => apart(one) < 1 && Math.abs(one.depthMm - at.depthMm) < 1)).toBe(true);
  }
  for (const [i, line] of pleura.entries()) {
    const moved = markMove(line, last[beams.length + i]!.move, sector) as LineMark;
    const { lateral, depthMm } = markMiddle(moved, sector);
    const depths = truth.flatMap((mark) =>
      mark.kind === 'line' && mark.finding === 'pleural_line'
        ? (lineDepthAt(mark.points, lateral, sector) ?? [])
        : [],
    );
    const own = lineDepthAt(moved.points, lateral, sector) ?? depthMm;
    expect(Math.min(...depths.map((depth) => Math.abs(depth - own)))).toBeLessThan(0.6);
  }
});
