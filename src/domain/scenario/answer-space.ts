import { type BlasSpace, blasSpace } from '../grading/blas-space.ts';
import type { AnswerFacts } from './answer-facts.ts';
import type { QuestionStep } from './scenario.ts';

/**
 * The space counted for the answer, and what fills it; null where a question is about something else, or nothing does.
 */
export function answerSpace({ reply }: QuestionStep, { key }: Pick<AnswerFacts, 'key'>): BlasSpace | null {
  return reply.kind === 'number' && reply.answer === 'blas_percent' ? blasSpace(key.mask) : null;
}
