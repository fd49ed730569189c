import type { ComponentChildren } from 'preact';
import { GLOSSARY, type TermId } from '../../domain/medicine/glossary.ts';
import { TermText } from '../../ui/text.tsx';
import { say } from '../../ui/words/say.ts';
import { MedicineSources } from '../medicine/sources.tsx';
import { statementWorks } from '../medicine/works.ts';

/** What a term means, what it is easily taken for, and by whose word. */
export function TermBody({
  id,
  children,
  other,
}: {
  readonly id: TermId;
  /** Its picture. */
  readonly children: ComponentChildren;
  /** The way to another term, which shows its name. */
  readonly other: (id: TermId, name: string) => ComponentChildren;
}) {
  const { alike, statements } = GLOSSARY.find((term) => term.id === id)!;
  return (
    <>
      {children}
      <p>
        <TermText text={say(`glossary.terms.${id}.text`)} />
      </p>
      {alike.length > 0 && (
        <p class="term-alike">
          <span class="soft">{say('glossary.alike')}</span>
          {alike.map((one) => (
            <span key={one}>{other(one, say(`glossary.terms.${one}.name`))}</span>
          ))}
        </p>
      )}
      <MedicineSources works={statementWorks(statements)} />
    </>
  );
}
