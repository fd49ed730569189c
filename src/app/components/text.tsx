/** Plain text from a scenario: an empty line begins a new paragraph. */
export function Text({ text }: { readonly text: string }) {
  return (
    <>
      {text
        .trim()
        .split(/\n\s*\n/)
        .map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
    </>
  );
}

export function KeyPoints({ points }: { readonly points: readonly string[] }) {
  if (points.length === 0) return null;
  return (
    <ul class="key-points">
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  );
}
