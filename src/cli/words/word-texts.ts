/** Texts by their keys, in the order in which they stand. */
export type Texts = ReadonlyMap<string, string>;

/** Words as `src/words/XX` holds them: texts, and groups of them. */
export interface WordsTree {
  readonly [name: string]: string | WordsTree;
}

/** Every text of a language's words by its whole key, such as `play.mark.undo`. */
export function wordTexts(words: WordsTree): Texts {
  return new Map(entriesOf(words, ''));
}

function entriesOf(words: WordsTree, before: string): (readonly [string, string])[] {
  return Object.entries(words).flatMap(([name, value]): (readonly [string, string])[] => {
    const key = `${before}${name}`;
    return typeof value === 'string' ? [[key, value]] : entriesOf(value, `${key}.`);
  });
}
