import { MASK_SIZE } from '../../domain/frame/resample.ts';
import { sectorFit } from '../../domain/geometry/sector.ts';
import { feedbackWrite, marksWrong } from '../../domain/grading/feedback.ts';
import type { Feedback } from '../../domain/grading/feedback-fact.ts';
import type { Grade } from '../../domain/grading/grade.ts';
import { gradeMarks } from '../../domain/grading/grade-marks.ts';
import { placesMarked } from '../../domain/grading/places.ts';
import { historyMarks } from '../../domain/marks/history.ts';
import { marksRasterise } from '../../domain/marks/rasterise.ts';
import type { AskedFinding } from '../../domain/scenario/scenario.ts';
import type { GradeInput } from '../../ports/scenario-effects.ts';
import { imageNow, type ScenarioContext } from './machine/scenario-context.ts';

export function marksGrade({ frozen, key, marks, findings }: GradeInput): Grade {
  const sector = sectorFit(frozen.frame.sector, MASK_SIZE);
  return gradeMarks({
    marks: marksRasterise(marks, sector, MASK_SIZE),
    key,
    classes: findings,
    // An expert's key knows its lines by the strokes that drew them.
    ...(key.provenance === 'expert' && { drawn: marks }),
  });
}

/** Feedback on the latest grade. */
export interface GradeExplained {
  /** Class by class, worst first; empty where nothing was graded. */
  readonly facts: readonly Feedback[];
  /** What the experts who drew the key say of places that were marked wrongly. */
  readonly told: readonly string[];
}

export function gradeExplain(context: ScenarioContext, findings: readonly AskedFinding[]): GradeExplained {
  const { frozen, keyMade, grade, history } = context;
  if (frozen === null || keyMade === null || grade === null) return { facts: [], told: [] };
  const sector = sectorFit(frozen.frame.sector, MASK_SIZE);
  const marks = marksRasterise(historyMarks(history), sector, MASK_SIZE);
  const request = { grade, marks, key: keyMade.key, classes: findings };
  const places = (imageNow(context)?.key?.places ?? []).filter(({ index }) => index === frozen.index);
  const marked = places.length === 0 ? [] : placesMarked(places, marksWrong(request), marks);
  return { facts: feedbackWrite(request), told: marked.map((place) => place.say) };
}
