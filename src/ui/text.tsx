/** A-line, B-lines, M-mode and the like, in any language: neither a hyphen nor a blank in them is a place to break. */
const TERM = /([AB]-(?:lines?|profile)|M-mode|[Ll]íneas? [AB]\b|[Pp]erfil [AB]\b|[Mm]odo [BM]\b)/;

/** A sentence in which no line ends inside a term. */
export function TermText({ text }: { readonly text: string }) {
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

/** Plain text from a scenario: an empty line begins a new paragraph. */
export function Text({ text }: { readonly text: string }) {
  return (
    <>
      {text
        .trim()
        .split(/\n\s*\n/)
        .map((paragraph) => (
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
