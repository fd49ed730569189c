import type { TermId } from './glossary.ts';

/** The ways in which a text of a language may write a term. */
export interface TermForms {
  readonly id: TermId;
  readonly forms: readonly string[];
}

/** A stretch of a text: plain, or the first mention of a term. */
export type TextPiece = string | { readonly id: TermId; readonly text: string };

/** Finds any form as a whole word, whatever its case; of two that begin alike the longer. */
function formsPattern(forms: readonly string[]): RegExp {
  const longest = [...forms].sort((a, b) => b.length - a.length);
  const any = longest.map((form) => form.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|');
  // The character before is part of the match: older Safaris cannot look behind.
  return new RegExp(`(^|[^\\p{L}\\p{N}/-])(${any})(?![\\p{L}\\p{N}])`, 'giu');
}

/**
 * The pieces of each paragraph in which a term is mentioned first, in the order in which they are read. A paragraph
 * without any is not in the result; the pieces of one that is give its text when joined.
 */
export function termsMentioned(
  paragraphs: readonly string[],
  terms: readonly TermForms[],
): ReadonlyMap<string, readonly TextPiece[]> {
  const termOf = new Map(terms.flatMap(({ id, forms }) => forms.map((form) => [form.toLowerCase(), id])));
  if (termOf.size === 0) return new Map();
  const pattern = formsPattern([...termOf.keys()]);
  const seen = new Set<TermId>();
  const result = new Map<string, readonly TextPiece[]>();
  for (const paragraph of paragraphs) {
    const pieces: TextPiece[] = [];
    let end = 0;
    for (const match of paragraph.matchAll(pattern)) {
      const [, before, text] = match as unknown as [string, string, string];
      const id = termOf.get(text.toLowerCase());
      if (id === undefined || seen.has(id)) continue;
      seen.add(id);
      const from = match.index + before.length;
      pieces.push(paragraph.slice(end, from), { id, text });
      end = from + text.length;
    }
    if (pieces.length > 0)
      result.set(
        paragraph,
        [...pieces, paragraph.slice(end)].filter((piece) => piece !== ''),
      );
  }
  return result;
}
