import type { HandedMark } from '../../src/domain/class-results/handed-mark.ts';
import {
  type HandedAnswer,
  type HandedAttempt,
  type ResultsFile,
  resultsFileOf,
} from '../../src/domain/class-results/results-file.ts';
import { randomCreate } from '../../src/domain/numbers/random.ts';

/** Answers, attempts and files of a class, sound as they are; a test changes what it is about. */
export function answerMake(change: Partial<HandedAnswer> = {}): HandedAnswer {
  return {
    stepId: 'one/mark',
    item: change.stepId ?? 'one/mark',
    title: 'Mark the B-lines',
    kind: 'question',
    score: 100,
    isSkipped: false,
    seconds: 12,
    confidence: 3,
    hints: 0,
    tries: 1,
    level: null,
    said: null,
    expected: null,
    marks: null,
    source: null,
    image: null,
    ...change,
  };
}

export function attemptMakeHanded(change: Partial<HandedAttempt> = {}): HandedAttempt {
  return {
    id: 'attempt-1',
    scenarioId: 'find-the-ribs',
    set: 'find-the-ribs',
    title: 'Find the ribs',
    form: '',
    seed: null,
    atMs: Date.UTC(2026, 10, 30),
    score: 80,
    answers: [answerMake()],
    ...change,
  };
}

export function fileMake(
  name: string,
  attempts: readonly HandedAttempt[],
  change: Partial<Pick<ResultsFile, 'className' | 'savedAtMs'>> & { readonly id?: string } = {},
): ResultsFile {
  const { id = `learner-${name}`, className = '3B', savedAtMs = Date.UTC(2026, 10, 30, 12) } = change;
  return resultsFileOf({ className, learner: { id, name }, savedAtMs, attempts });
}

const BEAM: HandedMark = { kind: 'beam', finding: 'b_line', path: [0, 150], width: 30, end: 900 };

/**
 * A class of a size: learners of rising skill, items of rising difficulty, every second one with three marks of some corners each.
 * The same on every machine.
 */
export function classMake(learners: number, items: number): readonly ResultsFile[] {
  const random = randomCreate(7, 101);
  return Array.from({ length: learners }, (_, learner) => {
    const answers = Array.from({ length: items }, (_, item) => {
      const chance = 0.9 * ((learner + 1) / learners) * (1 - item / (2 * items)) + 0.1;
      const isMark = item % 2 === 0;
      const line = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 10 * i - 200 : 200 + (i % 7)));
      const marks: readonly HandedMark[] = [
        BEAM,
        { kind: 'line', finding: 'pleural_line', path: line, width: 12 },
        { kind: 'region', finding: 'rib', path: line },
      ];
      return answerMake({
        stepId: `image-${item}/step`,
        title: `Item ${item + 1}`,
        kind: isMark ? 'mark' : 'question',
        score: random.next() < chance ? 100 : Math.floor(40 * random.next()),
        seconds: 5 + Math.floor(40 * random.next()),
        confidence: (1 + Math.floor(4 * random.next())) as 1 | 2 | 3 | 4,
        marks: isMark ? marks : null,
        source: isMark ? '0123456789abcdef' : null,
        image: isMark ? { index: 0 } : null,
      });
    });
    const attempt = attemptMakeHanded({
      id: `attempt-${learner}`,
      set: 'big',
      title: 'A long test',
      answers,
    });
    return fileMake(`Learner ${String(learner + 1).padStart(3, '0')}`, [attempt]);
  });
}
