import { FINDING_LOOKS } from '../../domain/findings/look.ts';
import type { Mark } from '../../domain/marks/mark.ts';

/** What a mark is called in announcements. */
export function markName(mark: Mark): string {
  return mark.kind === 'eraser' ? 'Eraser stroke' : FINDING_LOOKS[mark.finding].label;
}
