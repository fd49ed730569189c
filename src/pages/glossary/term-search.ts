/** Without case and accents, so that `linea` finds `Línea`. */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Whether each word that is looked for begins a word of one of the texts. */
export function termIsFound(texts: readonly string[], search: string): boolean {
  const words = folded(texts.join(' ')).split(/[^\p{L}\p{N}-]+/u);
  return folded(search)
    .split(/[^\p{L}\p{N}-]+/u)
    .every((wanted) => words.some((word) => word.startsWith(wanted)));
}
