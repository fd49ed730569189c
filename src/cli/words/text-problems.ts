import { textHash } from './text-hash.ts';
import type { Texts } from './word-texts.ts';

/** Faults that a text in another language can have. */
export const TEXT_FAULTS = ['missing', 'superfluous', 'parameters', 'stale'] as const;
export type TextFault = (typeof TEXT_FAULTS)[number];

export interface TextProblem {
  readonly fault: TextFault;
  readonly key: string;
  /** Says how to mend it. */
  readonly sentence: string;
}

/** Short hashes of the English texts as they were when they were last translated, by key. */
export type Accepted = Readonly<Record<string, string>>;

/** Forms beyond those of whole numbers up to this are for millions and fractions, and may be left out. */
const COUNTS_MOST = 200;

const PLURAL = /^(.*)_(zero|one|two|few|many|other)$/;

/**
 * How a language's texts differ from the English ones in what they must have in common: keys, plural forms, parameters
 * and marks, and whether the English text is still that which was translated.
 *
 * @param language BCP 47, for its plural forms
 */
export function textProblems(
  english: Texts,
  other: Texts,
  accepted: Accepted,
  language: string,
): readonly TextProblem[] {
  const wanted = keysWanted(english, language);
  return [
    ...[...wanted.keys()].filter((key) => !other.has(key)).map((key) => missing(key, wanted.get(key)!)),
    ...[...other.keys()].filter((key) => !isKnown(key, english, language)).map(superfluous),
    ...[...other].flatMap(([key, text]) => parametersCheck(key, text, english)),
    ...[...english].flatMap(([key, text]) => staleCheck(key, text, other, accepted)),
    ...Object.keys(accepted)
      .filter((key) => !english.has(key))
      .map(superfluous),
  ];
}

/** The keys that a language has to have, each with the English text that it says. */
function keysWanted(english: Texts, language: string): Texts {
  return new Map(
    [...english].flatMap(([key, text]): (readonly [string, string])[] => {
      const base = pluralBase(key, english);
      if (base === null) return [[key, text]];
      if (!key.endsWith('_other')) return [];
      return formsOf(language).map((form) => [`${base}_${form}`, text]);
    }),
  );
}

function missing(key: string, text: string): TextProblem {
  return { fault: 'missing', key, sentence: `Translate "${text.replaceAll(/\s+/g, ' ')}".` };
}

function superfluous(key: string): TextProblem {
  return { fault: 'superfluous', key, sentence: 'English has no such text: remove it.' };
}

function isKnown(key: string, english: Texts, language: string): boolean {
  if (english.has(key)) return true;
  const [, base, form] = PLURAL.exec(key) ?? [];
  if (base === undefined || form === undefined || !english.has(`${base}_other`)) return false;
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories.some((known) => known === form);
}

/** A form for one, two or none may leave its number out. */
function parametersCheck(key: string, text: string, english: Texts): readonly TextProblem[] {
  const [, base] = PLURAL.exec(key) ?? [];
  const said = english.get(key) ?? english.get(`${base}_other`);
  if (said === undefined) return [];
  const isPlural = pluralBase(key, english) !== null;
  const names = (of: string): string =>
    partsOf(of)
      .filter((name) => !(isPlural && name === '{{count}}'))
      .join(' ');
  if (names(text) === names(said)) return [];
  return [{ fault: 'parameters', key, sentence: `Here stands ${list(text)}, in English ${list(said)}.` }];
}

function staleCheck(key: string, text: string, other: Texts, accepted: Accepted): readonly TextProblem[] {
  if (!other.has(key) || accepted[key] === textHash(text)) return [];
  const sentence =
    accepted[key] === undefined
      ? 'Look over this new translation, then accept it.'
      : `The English text was changed since, to "${text.replaceAll(/\s+/g, ' ')}": look over the translation, then accept it.`;
  return [{ fault: 'stale', key, sentence }];
}

/** `clips.added` of `clips.added_one`, where English has plural forms of it; null for every other key. */
function pluralBase(key: string, english: Texts): string | null {
  const [, base] = PLURAL.exec(key) ?? [];
  return base !== undefined && english.has(`${base}_other`) ? base : null;
}

/** The plural forms that whole numbers take. */
function formsOf(language: string): readonly string[] {
  const rules = new Intl.PluralRules(language);
  return [...new Set(Array.from({ length: COUNTS_MOST + 1 }, (_, count) => rules.select(count)))];
}

/** The parameters and marks of a text, without how their values are written. */
function partsOf(text: string): readonly string[] {
  const parameters = [...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map(([, name]) => `{{${name}}}`);
  const marks = [...text.matchAll(/<(\w+)>/g)].map(([, name]) => `<${name}>`);
  return [...new Set([...parameters, ...marks])].sort();
}

function list(text: string): string {
  const parts = partsOf(text);
  return parts.length === 0 ? 'none' : parts.join(' ');
}
