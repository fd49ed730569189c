import type { PhantomRequest } from '../../domain/scan/phantom-request.ts';
import { calmExamDraw } from './draw/calm-exam.ts';
import { CLINIC } from './draw/clinic-scanner.ts';
import { HOSPITAL } from './draw/hospital-scanner.ts';
import { LESSON } from './draw/lesson-scanner.ts';
import { variedExamDraw } from './draw/varied-exam.ts';
import type { Exam } from './exam.ts';

/** Draws a whole exam from the request's seed; what the request fixes is kept. */
export function examDraw(request: PhantomRequest): Exam {
  if (request.device === 'clinic') return variedExamDraw(request, CLINIC);
  if (request.device === 'hospital') return variedExamDraw(request, HOSPITAL);
  const split = request.split ?? 'game';
  if (split === 'game' && request.look === 'clinical') return variedExamDraw(request, LESSON);
  const edition = request.edition ?? (split === 'game' ? 'calm' : 'varied');
  return edition === 'calm' ? calmExamDraw(request) : variedExamDraw(request);
}
