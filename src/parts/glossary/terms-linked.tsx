import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { GLOSSARY, type TermId } from '../../domain/medicine/glossary.ts';
import { type TermForms, termsMentioned } from '../../domain/medicine/term-mentions.ts';
import { TermLinksContext } from '../../ui/term-links.ts';
import { paragraphsOf } from '../../ui/text.tsx';
import { say } from '../../ui/words/say.ts';
import { TermDialog } from './term-dialog.tsx';

/** Between the forms of a term in the words. */
const BETWEEN = ', ';

function termForms(): readonly TermForms[] {
  return GLOSSARY.map(({ id }) => ({ id, forms: say(`glossary.terms.${id}.forms`).split(BETWEEN) }));
}

/**
 * In the texts of a scenario below it, the first mention of each term opens the term over them.
 *
 * @param texts in the order in which they are read
 */
export function TermsLinked({
  texts,
  children,
}: {
  readonly texts: readonly string[];
  readonly children: ComponentChildren;
}) {
  const opened = useSignal<TermId | null>(null);
  const whole = texts.join('\n\n');
  const links = useMemo(
    () => ({
      pieces: termsMentioned(paragraphsOf(whole), termForms()),
      open(id: TermId): void {
        opened.value = id;
      },
    }),
    [whole],
  );
  return (
    <TermLinksContext.Provider value={links}>
      {children}
      {opened.value !== null && (
        <TermDialog
          id={opened.value}
          onTerm={links.open}
          onClose={() => {
            opened.value = null;
          }}
        />
      )}
    </TermLinksContext.Provider>
  );
}
