import { FINDING_INDEX, MARKABLE_FINDINGS, type MarkableFinding } from '../../domain/findings/finding.ts';
import type { Truth } from '../../domain/frame/frame.ts';
import { say } from '../../ui/words/say.ts';

/** Which findings a truth has. */
function findingsSeen({ mask }: Truth): readonly MarkableFinding[] {
  const has = new Set(mask.classes);
  return MARKABLE_FINDINGS.filter((finding) => has.has(FINDING_INDEX[finding]));
}

/** What there is in an image, in words; a short sentence while it is being made. */
export function imageTold(truth: Truth | null, of: readonly MarkableFinding[]): string {
  if (truth === null) return say('picture.making');
  const seen = findingsSeen(truth).filter((finding) => of.includes(finding));
  if (seen.length === 0) return say('lesson.shows.none');
  const count = (finding: MarkableFinding): number => {
    if (finding === 'rib') return truth.ribs.length;
    if (finding === 'a_line') return new Set(truth.aLines.map(({ multiple }) => multiple)).size;
    if (finding === 'b_line') return truth.bLines.filter(({ confluent }) => !confluent).length;
    return 1;
  };
  const names = seen.map((finding) =>
    count(finding) > 1
      ? say('lesson.shows.several', { count: count(finding), name: say(`findings.${finding}.many`) })
      : say(`findings.${finding}.name`),
  );
  return say('lesson.shows.some', { names });
}
