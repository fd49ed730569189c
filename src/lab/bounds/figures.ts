import { MARKABLE_FINDINGS, type MarkableFinding } from '../../domain/findings/finding.ts';
import { BLAS_TARGET } from '../evaluate/targets.ts';
import type { TestSetName } from '../evaluate/test-set.ts';
import type { ReaderName } from './reader-names.ts';
import { type ReaderFigures, type Reading, readerFigures } from './reading.ts';
import { MARGINS_DB, NEAR_DB, type PixelErrors, SIZES_MM2, type Strata } from './strata.ts';

/** The sets that were measured, and the network. */
export interface BoundsOf {
  readonly set: TestSetName;
  /** How many of its exams, from the first; null for all. */
  readonly exams: number | null;
  readonly realisations: number;
  readonly weightsSha256: string;
}

/** Findings of one bin of visibility or size; shares 0-1, null where there are none. */
export interface StratumFigures {
  readonly findings: number;
  /** Share of which the network has at least half the pixels. */
  readonly found: number | null;
  /** Mean of the findings' own Dice. */
  readonly dice: number | null;
}

export interface ClassStrata {
  /** By MARGINS_DB and by SIZES_MM2, one entry more than edges. */
  readonly byMargin: readonly StratumFigures[];
  readonly bySize: readonly StratumFigures[];
  /** Findings of the network with nothing of the truth in them, by NEAR_DB, one entry more. */
  readonly alarms: readonly number[];
  readonly pixels: PixelErrors;
}

export interface BoundsFigures extends BoundsOf {
  readonly readers: Readonly<Partial<Record<ReaderName, ReaderFigures>>>;
  /** Standard deviation of the truth's artefact score: on all frames, and on those with B-lines. */
  readonly blasSpread: { readonly all: number; readonly there: number };
  readonly classes: Readonly<Record<MarkableFinding, ClassStrata>>;
}

export function boundsFigures(
  of: BoundsOf,
  readings: ReadonlyMap<ReaderName, readonly Reading[]>,
  strata: readonly Strata[],
): BoundsFigures {
  const scores = (readings.get('network') ?? []).map(({ blas: [, truth] }) => truth);
  return {
    ...of,
    readers: Object.fromEntries([...readings].map(([name, own]) => [name, readerFigures(own)])),
    blasSpread: { all: deviation(scores), there: deviation(scores.filter((score) => score > 0)) },
    classes: Object.fromEntries(
      MARKABLE_FINDINGS.map((finding) => [finding, classStrata(finding, strata)]),
    ) as Record<MarkableFinding, ClassStrata>,
  };
}

/** Standard deviation; 0 of nothing. */
function deviation(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

/** The greatest standard deviation of an error, independent of the score, that leaves a correlation of `r` with it. */
export function errorAllowed(spread: number, r: number = BLAS_TARGET.r): number {
  return spread * Math.sqrt(1 / r ** 2 - 1);
}

function classStrata(finding: MarkableFinding, strata: readonly Strata[]): ClassStrata {
  const own = strata.flatMap(({ findings }) => findings).filter((read) => read.finding === finding);
  const alarms = strata.flatMap((one) => one.alarms).filter((alarm) => alarm.finding === finding);
  const stratum = (bin: 'margin' | 'size', at: number): StratumFigures => {
    const inside = own.filter((read) => read[bin] === at);
    const mean = (value: (read: (typeof inside)[number]) => number): number | null =>
      inside.length === 0 ? null : inside.reduce((sum, read) => sum + value(read), 0) / inside.length;
    return {
      findings: inside.length,
      found: mean(({ found }) => (found >= 0.5 ? 1 : 0)),
      dice: mean(({ dice }) => dice),
    };
  };
  const bins = (edges: readonly number[]): readonly number[] => [...edges.keys(), edges.length];
  return {
    byMargin: bins(MARGINS_DB).map((at) => stratum('margin', at)),
    bySize: bins(SIZES_MM2).map((at) => stratum('size', at)),
    alarms: bins(NEAR_DB).map((at) => alarms.filter(({ near }) => near === at).length),
    pixels: pixelsSum(strata.map(({ pixels }) => pixels[finding])),
  };
}

function pixelsSum(errors: readonly PixelErrors[]): PixelErrors {
  const sum = (value: (error: PixelErrors) => number): number =>
    errors.reduce((total, error) => total + value(error), 0);
  return {
    truth: sum(({ truth }) => truth),
    network: sum(({ network }) => network),
    missed: {
      other: sum(({ missed }) => missed.other),
      edge: sum(({ missed }) => missed.edge),
      faint: [...MARGINS_DB.keys(), MARGINS_DB.length].map((bin) => sum(({ missed }) => missed.faint[bin]!)),
    },
    vain: {
      other: sum(({ vain }) => vain.other),
      edge: sum(({ vain }) => vain.edge),
      near: [...NEAR_DB.keys(), NEAR_DB.length].map((bin) => sum(({ vain }) => vain.near[bin]!)),
    },
  };
}

/** The output of `--json`. */
export function boundsJson({ weightsSha256, ...figures }: BoundsFigures): object {
  const { set, realisations, readers, blasSpread, classes } = figures;
  return {
    set,
    realisations,
    margins_db: MARGINS_DB,
    sizes_mm2: SIZES_MM2,
    near_db: NEAR_DB,
    readers: Object.fromEntries(
      Object.entries(readers).map(([name, { meanDice, blasThere, count, ...read }]) => [
        name,
        {
          ...read,
          mean_dice: meanDice,
          blas_there: blasThere,
          b_line_count: { within_1: count.within1, exact: count.exact },
        },
      ]),
    ),
    blas_spread: { ...blasSpread, error_allowed: errorAllowed(blasSpread.all) },
    classes: Object.fromEntries(
      Object.entries(classes).map(([finding, { byMargin, bySize, alarms, pixels }]) => [
        finding,
        { by_margin: byMargin, by_size: bySize, alarms, pixels },
      ]),
    ),
    weights_sha256: weightsSha256,
  };
}
