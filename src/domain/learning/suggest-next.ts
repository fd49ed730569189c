import { courseCompare } from '../scenario/course.ts';
import type { ScenarioCard } from '../scenario/scenario.ts';
import type { BestScores } from './best-scores.ts';
import { scorePasses } from './pass.ts';

/** The scenario to play after one: the same one again if it was not passed, else what comes next. */
export interface Suggestion {
  readonly scenarioId: string;
  readonly reason: 'again' | 'next';
}

/**
 * The next scenario not yet passed, first of the same course from this lesson on, then of that course's earlier
 * lessons, then of the other courses; null when all are passed.
 */
export function suggestNext(
  catalogue: readonly ScenarioCard[],
  best: BestScores,
  lastId: string,
  isPassed: boolean,
): Suggestion | null {
  if (!isPassed) return { scenarioId: lastId, reason: 'again' };
  const last = catalogue.find(({ id }) => id === lastId);
  const rank = ({ course, lesson }: ScenarioCard) =>
    course !== last?.course ? 2 : lesson > last.lesson ? 0 : 1;
  const open = catalogue
    .filter((card) => card.id !== lastId && !scorePasses(card, best[card.id] ?? null))
    .sort((a, b) => rank(a) - rank(b) || courseCompare(a.course, b.course) || a.lesson - b.lesson);
  const next = open[0];
  return next === undefined ? null : { scenarioId: next.id, reason: 'next' };
}
