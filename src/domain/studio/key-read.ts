import type { MarkableFinding } from '../findings/finding.ts';
import type { ExpertKey } from '../scenario/expert-key.ts';
import { expertKeyOf } from '../scenario/resolve-expert-key.ts';
import { expertKey } from '../scenario/schema-expert-key.ts';
import { valueAt } from '../scenario/schema-keys.ts';
import type { DraftParts } from './draft-parts.ts';

/** The key of a draft's first image, whatever else of the draft is sound; null where there is none that can be read. */
export function expertKeyAt(values: unknown, { image }: DraftParts): ExpertKey | null {
  const read = image === null ? null : expertKey.safeParse(valueAt([...image, 'key'], values));
  return read?.success === true ? expertKeyOf(read.data) : null;
}

/** The classes that are drawn in a key. */
export function keyFindings(key: Pick<ExpertKey, 'experts'> | null): ReadonlySet<MarkableFinding> {
  const marks = key?.experts.flatMap(({ frames }) => frames.flatMap((frame) => frame.marks)) ?? [];
  return new Set(marks.flatMap((mark) => (mark.kind === 'eraser' ? [] : [mark.finding])));
}
