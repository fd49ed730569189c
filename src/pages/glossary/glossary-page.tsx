import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { GLOSSARY, GLOSSARY_GROUPS, type TermId } from '../../domain/medicine/glossary.ts';
import { TermBody } from '../../parts/glossary/term-body.tsx';
import { TERM_PICTURES, termPointers } from '../../parts/glossary/term-pictures.ts';
import { PictureInTurn } from '../../parts/picture/picture-in-turn.tsx';
import { Page } from '../../ui/page.tsx';
import { routeHref } from '../../ui/route.ts';
import { say } from '../../ui/words/say.ts';
import { termIsFound } from './term-search.ts';

const href = (term: TermId): string => routeHref({ page: 'glossary', term });

/** All terms of the field. */
export function GlossaryPage({
  term,
}: {
  /** The term that was gone to; one that is not there shows the page from its top. */
  readonly term: string | null;
}) {
  const search = useSignal('');
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (term === null) return;
    // What was gone to is shown whatever was looked for before.
    search.value = '';
    // The shell scrolls a new page to its top first.
    const frame = requestAnimationFrame(() => {
      const heading = list.current?.querySelector<HTMLElement>(`[id="${CSS.escape(term)}"] h3`);
      heading?.scrollIntoView({ block: 'start' });
      heading?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [term]);
  const found = GLOSSARY.filter(({ id }) =>
    termIsFound(
      [say(`glossary.terms.${id}.name`), say(`glossary.terms.${id}.forms`), say(`glossary.terms.${id}.text`)],
      search.value,
    ),
  );
  return (
    <Page title={say('glossary.title')}>
      <div class="stack">
        <p class="soft">{say('glossary.lead')}</p>
        <label class="field">
          <span>{say('glossary.search')}</span>
          <input
            type="search"
            value={search.value}
            onInput={(event) => {
              search.value = event.currentTarget.value;
            }}
          />
        </label>
        <p class="small soft" role="status">
          {found.length === 0 ? say('glossary.none') : say('glossary.found', { count: found.length })}
        </p>
        <div ref={list} class="stack">
          {GLOSSARY_GROUPS.map((group) => {
            const terms = found.filter((one) => one.group === group);
            if (terms.length === 0) return null;
            return (
              <section key={group} class="stack" aria-labelledby={`group-${group}`}>
                <h2 id={`group-${group}`}>{say(`glossary.groups.${group}`)}</h2>
                {terms.map(({ id }) => (
                  <TermCard key={id} id={id} />
                ))}
              </section>
            );
          })}
        </div>
      </div>
    </Page>
  );
}

function TermCard({ id }: { readonly id: TermId }) {
  const picture = TERM_PICTURES[id];
  return (
    <article id={id} class="card stack term-card">
      <h3 tabIndex={-1}>{say(`glossary.terms.${id}.name`)}</h3>
      <TermBody
        id={id}
        other={(one, name) => (
          <a class="term-link" href={href(one)}>
            {name}
          </a>
        )}
      >
        {picture !== undefined && <PictureInTurn picture={picture} pointers={termPointers(id)} />}
      </TermBody>
    </article>
  );
}
