import { maskResample } from '../frame/mask.ts';
import { sectorFit } from '../geometry/sector.ts';
import { type BlasSpace, blasSpace } from '../grading/blas-space.ts';
import type { AnswerFacts } from './answer-facts.ts';
import type { QuestionStep } from './scenario.ts';

/** The raster that the answer is measured on. */
const GRADING_PX = 256;

/** What was counted for the answer, and what fills it; null where a question is about something else, or nothing does. */
export function answerSpace({ reply }: QuestionStep, { truth, key }: AnswerFacts): BlasSpace | null {
  if (reply.kind !== 'number' || reply.answer !== 'blas_percent') return null;
  const mask = truth?.mask ?? key.mask;
  return blasSpace(maskResample(mask, sectorFit(mask.sector, GRADING_PX), GRADING_PX));
}
