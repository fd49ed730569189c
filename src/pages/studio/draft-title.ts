import type { Draft } from '../../domain/studio/draft.ts';
import { draftValues } from '../../domain/studio/draft-edit.ts';
import { textAt } from '../../domain/studio/draft-parts.ts';
import { say } from '../../ui/words/say.ts';

/** The title of a draft, sound or not. */
export function draftTitle({ text }: Pick<Draft, 'text'>): string {
  const title = textAt(draftValues(text), ['title']).trim();
  return title === '' ? say('studio.untitled') : title;
}
