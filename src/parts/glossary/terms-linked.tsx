import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { partLater } from '../../ui/part-later.tsx';
import { type TermLinks, TermLinksContext } from '../../ui/term-links.ts';

/** Nobody waits for it, and texts without links are whole: that it does not arrive is not said. */
const TermsFound = partLater(
  () => import('./terms-found.tsx'),
  (module) => module.TermsFound,
  ['glossary'],
  () => null,
);

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
  const links = useSignal<TermLinks | null>(null);
  return (
    <TermLinksContext.Provider value={links.value}>
      {children}
      <TermsFound texts={texts} into={links} />
    </TermLinksContext.Provider>
  );
}
