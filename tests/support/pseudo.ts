import type { Scenario } from '../../src/domain/scenario/scenario.ts';

/**
 * A language that nobody speaks, made from English: longer, accented and marked, so that a test sees which texts do not
 * come from the words, and where longer ones find no room. `Mark it` reads `⟦Ṁaařķ iit⟧`.
 */

export const PSEUDO_OPEN = '⟦';
export const PSEUDO_CLOSE = '⟧';

const ACCENTS: Readonly<Record<string, string>> = {
  M: 'Ṁ',
  k: 'ķ',
  n: 'ñ',
  r: 'ř',
  s: 'š',
  t: 'ť',
};

/** What stands in braces and marks such as `<key>` stay as they are. */
const KEPT = /(\{\{[^}]*\}\}|<\/?\w+>)/;

/** Units are the same in every language, and so is what is all numbers and names. */
const SAME = /^(?:[^\p{L}]|(?<!\p{L})(?:mm|cm|s|min|Hz|MHz|dB|kB|MB|ms)(?!\p{L}))*$/u;

/** A text in the language, a third longer or so; one without words stays as it is. */
export function pseudoText(text: string): string {
  if (SAME.test(text.replaceAll(new RegExp(KEPT, 'g'), ''))) return text;
  const said = text
    .split(KEPT)
    .map((piece, i) => (i % 2 === 1 ? piece : pseudoPiece(piece)))
    .join('');
  return `${PSEUDO_OPEN}${said}${PSEUDO_CLOSE}`;
}

function pseudoPiece(piece: string): string {
  return piece.replaceAll(/[aeiou]/g, '$&$&').replaceAll(/[Mknrst]/g, (letter) => ACCENTS[letter]!);
}

/** Words with every text in the language; keys stay, and so do those of plural forms. */
export function pseudoWords(words: object): object {
  return Object.fromEntries(
    Object.entries(words).map(([key, value]: [string, unknown]) => [
      key,
      typeof value === 'string' ? pseudoText(value) : pseudoWords(value as object),
    ]),
  );
}

/** Under these a learner reads a text. */
const TEXT_KEYS: readonly string[] = ['title', 'summary', 'text', 'ask', 'explain', 'label', 'why'];
/** Under these stand nothing but texts. */
const TEXTS_KEYS: readonly string[] = ['keyPoints', 'texts'];

/** A scenario with every text in the language; the works that it names stay as they are. */
export function pseudoScenario(scenario: Scenario): unknown {
  return scenarioPart(scenario, false);
}

function scenarioPart(part: unknown, areTexts: boolean): unknown {
  if (Array.isArray(part)) {
    return part.map((one: unknown) =>
      typeof one === 'string' && areTexts ? pseudoText(one) : scenarioPart(one, false),
    );
  }
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]: [string, unknown]) => {
      if (key === 'works') return [key, value];
      const isText = typeof value === 'string' && (areTexts || TEXT_KEYS.includes(key));
      return [key, isText ? pseudoText(value) : scenarioPart(value, TEXTS_KEYS.includes(key))];
    }),
  );
}
