import { expect, it } from 'vitest';
import { FINDING_INDEX } from '../../../../src/domain/findings/finding.ts';
import type { Mask } from '../../../../src/domain/frame/frame.ts';
import { maskEmpty } from '../../../../src/domain/frame/mask.ts';
import { beamRasterOf } from '../../../../src/domain/geometry/beam-raster.ts';
import { feedbackWrite } from '../../../../src/domain/grading/feedback.ts';
import { gradeMarks } from '../../../../src/domain/grading/grade-marks.ts';
import { keyChoose } from '../../../../src/domain/grading/key.ts';
import { FAN } from './fixture.ts';

/** A pleural line 30 mm deep all across, and a beam of the scan lines around one from there to the bottom. */
function chest(lateral: number): Mask {
  const mask = maskEmpty(FAN, 256);
  const beams = beamRasterOf(FAN, 256, 256);
  for (let at = 0; at < mask.classes.length; at++) {
    const [across, depthMm] = [beams.lateral[at]!, beams.depthMm[at]!];
    if (Math.abs(across) > 0.95 || depthMm > 118) continue;
    if (Math.abs(depthMm - 30) < 1) mask.classes[at] = FINDING_INDEX.pleural_line;
    else if (depthMm > 31 && Math.abs(across - lateral) < 0.06) mask.classes[at] = FINDING_INDEX.b_line;
  }
  return mask;
}

it('tells how far a mark lies beside a B-line where it starts, though the fan widens below', () => {
  const { key } = keyChoose({ truth: chest(-0.3), network: null });
  const marks = chest(-0.2);
  const classes = [{ finding: 'b_line' as const }];
  const grade = gradeMarks({ marks, key, classes });
  const told = feedbackWrite({ marks, key, classes, grade }).find(({ code }) => code === 'shifted');
  // 0.1 of half the angle of 1.1 rad, 50 + 31 mm from the apex: 4.5 mm.
  expect(told).toMatchObject({ finding: 'b_line', deeperMm: 0 });
  expect(told?.code === 'shifted' ? told.rightMm : null).toBeCloseTo(-4.5, 0);
});
