import type { ItemRecord } from '../learning/item-record.ts';
import type { FormItem } from './form.ts';

/**
 * Whether images of a form had been answered before, as far as this device knows: then the exam is practice. Answers after
 * the attempt are no matter.
 *
 * @param atMs when the attempt ended, milliseconds since 1970
 */
export function formIsSeen(form: readonly FormItem[], records: readonly ItemRecord[], atMs: number): boolean {
  const seeds = new Set(form.map(({ seed }) => seed));
  return records.some(
    ({ policy, isFirst, source, atMs: answeredMs }) =>
      policy === 'exam' &&
      !isFirst &&
      source.kind === 'phantom' &&
      seeds.has(source.seed) &&
      answeredMs <= atMs,
  );
}
