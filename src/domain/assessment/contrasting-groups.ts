/** The pass mark between two groups, and how often it is wrong about those whom it was found with. */
export interface GroupsContrasted {
  /** Where the two distributions cross. */
  readonly crossing: number;
  /** The least whole score that passes. */
  readonly passScore: number;
  /** Share (0-1) of those who are not competent that pass all the same. */
  readonly falsePass: number;
  /** Share (0-1) of the competent that fail. */
  readonly falseFail: number;
}

/**
 * The pass mark by the method of contrasting groups (Livingston and Zieky 1982, Passing Scores, ETS): where the scores of those who are
 * competent and of those who are not are as likely. Both are taken as normal distributions of their group's mean and
 * standard deviation, each group as likely as the other; of the two places where such curves cross, the one between the means.
 *
 * @param competent,notYet whole scores, two or more of each
 * @throws RangeError where the groups do not contrast: the competent are not better, or there are too few, or no spread
 */
export function groupsContrast(competent: readonly number[], notYet: readonly number[]): GroupsContrasted {
  const high = spreadOf(competent);
  const low = spreadOf(notYet);
  if (!(high.mean > low.mean) || high.sd === 0 || low.sd === 0) {
    throw new RangeError('The groups do not contrast.');
  }
  const crossing = curvesCross(low, high);
  // A crossing on a whole score is that score, whatever rounding adds to it.
  const passScore = Math.ceil(crossing - 1e-9);
  return {
    crossing,
    passScore,
    falsePass: notYet.filter((score) => score >= passScore).length / notYet.length,
    falseFail: competent.filter((score) => score < passScore).length / competent.length,
  };
}

export interface Spread {
  readonly mean: number;
  /** Standard deviation of a sample. */
  readonly sd: number;
}

/** @param scores two or more */
export function spreadOf(scores: readonly number[]): Spread {
  if (scores.length < 2) throw new RangeError('A spread needs two scores.');
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(squares / (scores.length - 1)) };
}

/** Where the logarithms of two normal densities are the same: a quadratic, or in curves of one width the middle. */
function curvesCross(low: Spread, high: Spread): number {
  const a = 1 / low.sd ** 2 - 1 / high.sd ** 2;
  const b = 2 * (high.mean / high.sd ** 2 - low.mean / low.sd ** 2);
  const c = low.mean ** 2 / low.sd ** 2 - high.mean ** 2 / high.sd ** 2 + 2 * Math.log(low.sd / high.sd);
  if (Math.abs(a) < 1e-12) return -c / b;
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  const found = [(-b + root) / (2 * a), (-b - root) / (2 * a)];
  // Of curves of very unlike widths neither lies between: then the middle is as good as any.
  return found.find((x) => x >= low.mean && x <= high.mean) ?? (low.mean + high.mean) / 2;
}
