import type { Work } from '../../domain/medicine/medicine.ts';
import { say } from '../../ui/words/say.ts';

/** The publications that a text rests on; folded up, so that they do not stand in the way of reading. */
export function MedicineSources({ works = [] }: { readonly works?: readonly Work[] | undefined }) {
  if (works.length === 0) return null;
  return (
    <details class="sources" data-testid="sources">
      <summary>{say('medicine.sources')}</summary>
      <WorkList works={works} />
    </details>
  );
}

/** Publications; the game fetches nothing of them, a DOI is a link for whoever wants to read on. */
export function WorkList({ works }: { readonly works: readonly Work[] }) {
  return (
    <ul class="works">
      {works.map(({ id, by, title, place, year, doi, pmid }) => (
        <li key={id}>
          {by}. <cite>{title}</cite>. {place} ({year}).
          {doi !== null && (
            <>
              {' '}
              <a href={`https://doi.org/${doi}`} target="_blank" rel="noopener noreferrer">
                doi.org/{doi}
              </a>
            </>
          )}
          {doi === null && pmid !== null && ` PMID ${pmid}`}
        </li>
      ))}
    </ul>
  );
}
