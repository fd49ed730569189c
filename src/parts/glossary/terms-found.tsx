import { type Signal, useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { GLOSSARY, type TermId } from '../../domain/medicine/glossary.ts';
import { type TermForms, termsMentioned } from '../../domain/medicine/term-mentions.ts';
import type { TermLinks } from '../../ui/term-links.ts';
import { paragraphsOf } from '../../ui/text.tsx';
import { say } from '../../ui/words/say.ts';
import { TermDialog } from './term-dialog.tsx';

/** Between the forms of a term in the words. */
const BETWEEN = ', ';

function termForms(): readonly TermForms[] {
  return GLOSSARY.map(({ id }) => ({ id, forms: say(`glossary.terms.${id}.forms`).split(BETWEEN) }));
}

/**
 * Finds the terms in texts, and shows the one that was opened.
 *
 * @param texts in the order in which they are read
 * @param into is told where the terms are
 */
export function TermsFound({
  texts,
  into,
}: {
  readonly texts: readonly string[];
  readonly into: Signal<TermLinks | null>;
}) {
  const opened = useSignal<TermId | null>(null);
  const open = (id: TermId): void => {
    opened.value = id;
  };
  const whole = texts.join('\n\n');
  useLayoutEffect(() => {
    into.value = { pieces: termsMentioned(paragraphsOf(whole), termForms()), open };
  }, [whole]);
  if (opened.value === null) return null;
  return (
    <TermDialog
      id={opened.value}
      onTerm={open}
      onClose={() => {
        opened.value = null;
      }}
    />
  );
}
