import { useContext } from 'preact/hooks';
import { TermLinksContext } from './term-links.ts';

/** A-line, B-lines, M-mode and the like, in any language: neither a hyphen nor a blank in them is a place to break. */
const TERM = /([ABZE]-(?:lines?|profile)|M-mode|[Ll]íneas? [ABZE]\b|[Pp]erfil [AB]\b|[Mm]odo [BM]\b)/;

/** What ends a sentence, or a part of it, right after a word. */
const CLOSING = /^[.,;:!?)\]’”"']+/;

/** A sentence in which no line ends inside a term, and in which terms can be looked up where the page offers it. */
export function TermText({ text }: { readonly text: string }) {
  const links = useContext(TermLinksContext);
  const pieces = links?.pieces.get(text);
  if (links === null || pieces === undefined) return <Unbroken text={text} />;
  return (
    <>
      {pieces.map((piece, index) => {
        if (typeof piece === 'string') {
          const follows = index > 0 && typeof pieces[index - 1] !== 'string';
          return <Unbroken key={index} text={follows ? piece.replace(CLOSING, '') : piece} />;
        }
        const next = pieces[index + 1];
        // A button is a place to break, so that a comma after it would begin the next line.
        return (
          <span key={index} class="term">
            <button
              type="button"
              class="term-link"
              aria-haspopup="dialog"
              onClick={() => links.open(piece.id)}
            >
              <Unbroken text={piece.text} />
            </button>
            {typeof next === 'string' && CLOSING.exec(next)?.[0]}
          </span>
        );
      })}
    </>
  );
}

function Unbroken({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(TERM).map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <span key={index} class="term">
            {part}
          </span>
        ),
      )}
    </>
  );
}

/** An empty line begins a new paragraph. */
export function paragraphsOf(text: string): readonly string[] {
  return text.trim().split(/\n\s*\n/);
}

/** Plain text from a scenario. */
export function Text({ text }: { readonly text: string }) {
  return (
    <>
      {paragraphsOf(text).map((paragraph) => (
        <p key={paragraph}>
          <TermText text={paragraph} />
        </p>
      ))}
    </>
  );
}

export function KeyPoints({ points }: { readonly points: readonly string[] }) {
  if (points.length === 0) return null;
  return (
    <ul class="key-points">
      {points.map((point) => (
        <li key={point}>
          <TermText text={point} />
        </li>
      ))}
    </ul>
  );
}
