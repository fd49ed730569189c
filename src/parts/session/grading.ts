import { MASK_SIZE } from '../../domain/frame/resample.ts';
import { sectorFit } from '../../domain/geometry/sector.ts';
import { feedbackWrite } from '../../domain/grading/feedback.ts';
import type { Feedback } from '../../domain/grading/feedback-fact.ts';
import type { Grade } from '../../domain/grading/grade.ts';
import { gradeMarks } from '../../domain/grading/grade-marks.ts';
import { historyMarks } from '../../domain/marks/history.ts';
import { marksRasterise } from '../../domain/marks/rasterise.ts';
import type { AskedFinding } from '../../domain/scenario/scenario.ts';
import type { GradeInput } from '../../ports/scenario-effects.ts';
import type { ScenarioContext } from './machine/scenario-context.ts';

export function marksGrade({ frozen, key, marks, findings }: GradeInput): Grade {
  const sector = sectorFit(frozen.frame.sector, MASK_SIZE);
  return gradeMarks({ marks: marksRasterise(marks, sector, MASK_SIZE), key, classes: findings });
}

/** Feedback on the latest grade, class by class, worst first; empty where nothing was graded. */
export function gradeExplain(
  context: ScenarioContext,
  findings: readonly AskedFinding[],
): readonly Feedback[] {
  const { frozen, keyMade, grade, history } = context;
  if (frozen === null || keyMade === null || grade === null) return [];
  const sector = sectorFit(frozen.frame.sector, MASK_SIZE);
  const marks = marksRasterise(historyMarks(history), sector, MASK_SIZE);
  return feedbackWrite({ grade, marks, key: keyMade.key, classes: findings });
}
