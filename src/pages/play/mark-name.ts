import type { Mark } from '../../domain/marks/mark.ts';
import { say } from '../../ui/words/say.ts';

/** What a mark is called in announcements. */
export function markName(mark: Mark): string {
  return mark.kind === 'eraser' ? 'Eraser stroke' : say(`findings.${mark.finding}.label`);
}
