/** Highest score (0-100) by scenario; one that was never scored is not in it. */
export type BestScores = Readonly<Record<string, number>>;

/** With a score that was reached; null, for nothing was scored, changes nothing. */
export function bestWith(best: BestScores, scenarioId: string, score: number | null): BestScores {
  const before = best[scenarioId];
  if (score === null || (before !== undefined && before >= score)) return best;
  return { ...best, [scenarioId]: score };
}

/** The higher score of each scenario. */
export function bestOfBoth(one: BestScores, other: BestScores): BestScores {
  return Object.entries(other).reduce((best, [id, score]) => bestWith(best, id, score), one);
}
