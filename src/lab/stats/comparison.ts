import { type Fact, IMAGE_FACTS } from './facts.ts';
import { PUBLISHED_FACTS } from './published.ts';
import type { FactValues } from './simulated.ts';
import { meanOf, type Spread, spreadOf } from './spread.ts';

/** One line of the table: a fact on real images beside the same on simulated ones. */
export interface Comparison extends Fact {
  readonly from: 'measured' | 'recorded' | 'theory';
  readonly real: Spread | number;
  /** A number where the fact is a share; null where too few exams show it. */
  readonly simulated: Spread | number | null;
  /** Whether the simulated median is one that real images have (see `COMPARISON_RULE`). */
  readonly isInside: boolean;
  /** Simulated p5-p95 over real p5-p95; null where either is a single number. */
  readonly widthRatio: number | null;
}

export const COMPARISON_RULE =
  'inside: the simulated median lies between the real p5 and p95; where only one real number is known, it lies between the simulated p5 and p95 or within 5 % of the simulated median; shares differ by at most 0.1 or two standard errors. width: simulated p5-p95 over real p5-p95; like from 0.5 to 2.';

const WIDTH_LIKE = [0.5, 2] as const;

export function widthIsLike({ widthRatio }: Comparison): boolean {
  return widthRatio === null || (widthRatio >= WIDTH_LIKE[0] && widthRatio <= WIDTH_LIKE[1]);
}

export function comparisonsDraw(
  real: Readonly<Record<string, Spread>>,
  values: FactValues,
): readonly Comparison[] {
  const measured = IMAGE_FACTS.flatMap((fact) => {
    const spread = real[fact.id];
    return spread === undefined ? [] : [{ ...fact, real: spread, from: 'measured' as const }];
  });
  const published = PUBLISHED_FACTS.map(({ source, ...fact }) => ({ ...fact, from: source }));
  return [...published, ...measured].map((fact) => {
    const own = values.get(fact.id) ?? [];
    const isShare = /^b_lines_\d$/.test(fact.id);
    const simulated = isShare ? (own.length === 0 ? null : meanOf(own)) : spreadOf(own);
    return { ...fact, simulated, ...judged(fact.real, simulated, own.length) };
  });
}

function judged(
  real: Spread | number,
  simulated: Spread | number | null,
  count: number,
): Pick<Comparison, 'isInside' | 'widthRatio'> {
  if (simulated === null) return { isInside: false, widthRatio: null };
  if (typeof real === 'number') {
    if (typeof simulated === 'number') {
      const error = Math.sqrt((real * (1 - real)) / count);
      return { isInside: Math.abs(simulated - real) <= Math.max(0.1, 2 * error), widthRatio: null };
    }
    const isHeld = real >= simulated.p5 && real <= simulated.p95;
    return {
      isInside: isHeld || Math.abs(simulated.p50 - real) <= 0.05 * simulated.p50,
      widthRatio: null,
    };
  }
  const middle = typeof simulated === 'number' ? simulated : simulated.p50;
  return {
    isInside: middle >= real.p5 && middle <= real.p95,
    widthRatio: typeof simulated === 'number' ? null : (simulated.p95 - simulated.p5) / (real.p95 - real.p5),
  };
}
