import type { PhantomRequest } from '../../domain/scan/phantom-request.ts';
import { CLINIC } from './draw/clinic-machine.ts';
import { firstExamDraw } from './draw/first-exam.ts';
import { LESSON } from './draw/lesson-machine.ts';
import { secondExamDraw } from './draw/second-exam.ts';
import type { Exam } from './exam.ts';

/** Draws a whole exam from the request's seed; what the request fixes is kept. */
export function examDraw(request: PhantomRequest): Exam {
  if (request.device === 'clinic') return secondExamDraw(request, CLINIC);
  const split = request.split ?? 'game';
  if (split === 'game' && request.look === 'clinical') return secondExamDraw(request, LESSON);
  const edition = request.edition ?? (split === 'game' ? 1 : 2);
  return edition === 1 ? firstExamDraw(request) : secondExamDraw(request);
}
