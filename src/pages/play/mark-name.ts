import type { Mark } from '../../domain/marks/mark.ts';
import { say } from '../../ui/words/say.ts';

/** The name of a mark in announcements. */
export function markName(mark: Mark): string {
  return mark.kind === 'eraser' ? say('play.mark.eraserStroke') : say(`findings.${mark.finding}.label`);
}
