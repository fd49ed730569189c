import type { ItemRecord } from '../../domain/learning/item-record.ts';
import { DAY_MS } from '../../domain/numbers/day.ts';

/** Days of a week on which nothing has to be done for the streak to go on. */
const REST_DAYS = 2;
const WEEK_DAYS = 7;

export interface Streak {
  /** Days that were played on in a row, rest days left out. */
  readonly days: number;
  /** Of the last seven days, today among them, those that were played on. */
  readonly ofWeek: number;
  readonly isTodayDone: boolean;
}

/**
 * On how many days a learner has come back. In any seven days two can be left out, in a row or apart, and today is no
 * day that was left out before it is over.
 *
 * @param dayOf the number of a day by the learner's own calendar, of a time in milliseconds since 1970
 */
export function streakOf(
  items: readonly Pick<ItemRecord, 'atMs'>[],
  nowMs: number,
  dayOf: (atMs: number) => number = localDay,
): Streak {
  const played = new Set(items.map(({ atMs }) => dayOf(atMs)));
  const today = dayOf(nowMs);
  const isTodayDone = played.has(today);
  const ofWeek = Array.from({ length: WEEK_DAYS }, (_, i) => today - i).filter((day) =>
    played.has(day),
  ).length;
  const rests: number[] = [];
  let days = 0;
  for (let day = isTodayDone ? today : today - 1; ; day--) {
    if (played.has(day)) {
      days += 1;
      continue;
    }
    rests.push(day);
    const near = rests.filter((rest) => rest - day < WEEK_DAYS);
    if (near.length > REST_DAYS) break;
  }
  return { days, ofWeek, isTodayDone };
}

/** Days since 1970 by the clock on the wall. */
function localDay(atMs: number): number {
  return Math.floor((atMs - new Date(atMs).getTimezoneOffset() * 60_000) / DAY_MS);
}
