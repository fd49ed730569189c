import { quantile } from '../../cli/shared/quantile.ts';
import { CodedError } from '../../domain/errors/coded-error.ts';
import type { MeasuredDifficulty } from '../../domain/learning/measured-difficulty.ts';
import { type ItemWanted, itemDraw } from '../../simulator/exam/item/item-draw.ts';

/** Least and most. */
type Range = readonly [number, number];

/** What came of drawing items from several seeds. */
export interface DrawFigures {
  readonly seeds: number;
  /** Seeds from which an item was drawn within the tries. */
  readonly drawn: number;
  /** Of those that drew: median and 95th percentile; NaN where none did. */
  readonly triesMedian: number;
  readonly triesP95: number;
  /** Milliseconds of a draw, of all seeds: median and 95th percentile. */
  readonly msMedian: number;
  readonly msP95: number;
  /** Of what was drawn; null where nothing was. */
  readonly ranges: Readonly<Record<keyof Omit<MeasuredDifficulty, 'look'>, Range>> | null;
  /** How many of them have the clean look. */
  readonly clean: number;
}

type MeasuredItem = ReturnType<typeof itemDraw>;

const MEASURES = ['contrastDb', 'sizeMm', 'distractors', 'gainDb', 'depthMm'] as const;

/** Draws an item from each of `seeds` seeds from `first` on. */
export function drawsMeasure(wanted: ItemWanted, first: number, seeds: number, tries: number): DrawFigures {
  const items: MeasuredItem[] = [];
  const times: number[] = [];
  for (let i = 0; i < seeds; i++) {
    const began = performance.now();
    const item = drawOrNull(wanted, first + i, tries);
    times.push(performance.now() - began);
    if (item !== null) items.push(item);
  }
  times.sort((a, b) => a - b);
  const needed = items.map((item) => item.tries).sort((a, b) => a - b);
  const rangeOf = (name: (typeof MEASURES)[number]): Range => {
    const values = items.map(({ measured }) => measured[name]);
    return [Math.min(...values), Math.max(...values)];
  };
  return {
    seeds,
    drawn: items.length,
    triesMedian: quantile(needed, 0.5),
    triesP95: quantile(needed, 0.95),
    msMedian: quantile(times, 0.5),
    msP95: quantile(times, 0.95),
    ranges:
      items.length === 0
        ? null
        : {
            contrastDb: rangeOf('contrastDb'),
            sizeMm: rangeOf('sizeMm'),
            distractors: rangeOf('distractors'),
            gainDb: rangeOf('gainDb'),
            depthMm: rangeOf('depthMm'),
          },
    clean: items.filter(({ measured }) => measured.look === 'clean').length,
  };
}

function drawOrNull(wanted: ItemWanted, seed: number, tries: number): MeasuredItem | null {
  try {
    return itemDraw(wanted, seed, tries);
  } catch (error) {
    if (error instanceof CodedError && error.code === 'no_item') return null;
    throw error;
  }
}
