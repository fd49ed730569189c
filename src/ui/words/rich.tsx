import type { ComponentChildren } from 'preact';
import { Fragment } from 'preact';

/** `<link>this</link>` in a sentence; marks do not stand inside one another. */
const MARKED = /<(\w+)>(.*?)<\/\1>/g;

/**
 * A sentence with some of its words marked up, since languages order them differently: `Press <key>V</key> to mark`
 * with `{ key: (text) => <kbd>{text}</kbd> }`.
 *
 * @param text as `say` gives it
 * @param marks how each marked piece is shown; an unknown mark shows its plain words
 */
export function Rich({
  text,
  marks,
}: {
  readonly text: string;
  readonly marks: Readonly<Record<string, (text: string) => ComponentChildren>>;
}) {
  const pieces: ComponentChildren[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKED)) {
    const [whole, name, inside] = match as unknown as [string, string, string];
    pieces.push(text.slice(end, match.index));
    pieces.push(<Fragment key={match.index}>{marks[name]?.(inside) ?? inside}</Fragment>);
    end = match.index + whole.length;
  }
  pieces.push(text.slice(end));
  return <>{pieces}</>;
}
