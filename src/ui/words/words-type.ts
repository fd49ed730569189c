import type { en } from '../../words/en/index.ts';

type English = typeof en;

/** A key without the suffix of its plural form: `marks_one` and `marks_other` are both `marks`. */
type PluralBase<Name extends string> = Name extends `${infer Base}_one`
  ? Base
  : Name extends `${infer Base}_other`
    ? Base
    : Name;

type KeysOf<Words, Before extends string = ''> = {
  [Name in keyof Words & string]: Words[Name] extends string
    ? `${Before}${PluralBase<Name>}`
    : KeysOf<Words[Name], `${Before}${Name}.`>;
}[keyof Words & string];

/** Every sentence, by its way from the room on: `play.mark.undo`. */
export type WordsKey = KeysOf<English>;

/** The English text of a key; of a plural both forms. */
type TextAt<Words, Key extends string> = Key extends `${infer Head}.${infer Rest}`
  ? Head extends keyof Words
    ? TextAt<Words[Head], Rest>
    : never
  : Key extends keyof Words
    ? Words[Key]
    : `${Key}_other` extends keyof Words
      ? Words[`${Key}_other`] | (`${Key}_one` extends keyof Words ? Words[`${Key}_one`] : never)
      : never;

/** The text between the braces, e.g. `mm, number(maximumFractionDigits: 1)`. */
type Placeholders<Text> = Text extends `${string}{{${infer Inside}}}${infer Rest}`
  ? Inside | Placeholders<Rest>
  : never;

type NameIn<Inside extends string> = Inside extends `${infer Name},${string}` ? Name : Inside;

type ValueIn<Inside extends string> = Inside extends `count${string}`
  ? number
  : Inside extends `${string}, number${string}`
    ? number
    : Inside extends `${string}, list${string}`
      ? readonly string[]
      : Inside extends `${string}, datetime${string}`
        ? number
        : string | number;

type PluralFacts<Key extends string> =
  true extends IsPlural<English, Key> ? { readonly count: number } : unknown;

type IsPlural<Words, Key extends string> = Key extends `${infer Head}.${infer Rest}`
  ? Head extends keyof Words
    ? IsPlural<Words[Head], Rest>
    : false
  : `${Key}_other` extends keyof Words
    ? true
    : false;

/** A sentence's parameters: numbers, names, lists and dates by the names that stand in its braces. */
export type WordsFacts<Key extends string> = {
  readonly [Inside in Placeholders<TextAt<English, Key>> as NameIn<Inside>]: ValueIn<Inside>;
} & PluralFacts<Key>;

/** The further arguments of `say`: none where a sentence needs nothing. */
export type FactsArgument<Key extends string> =
  unknown extends WordsFacts<Key>
    ? []
    : Record<never, never> extends WordsFacts<Key>
      ? []
      : [facts: WordsFacts<Key>];

/** The same keys in another language; plural forms that English has not may be added. */
export type Translation<Words> = {
  readonly [Name in keyof Words]: Words[Name] extends string ? string : Translation<Words[Name]>;
};

/** Keys of sentences that need nothing, so that they can be said by a table. */
export type PlainKey = { [Key in WordsKey]: FactsArgument<Key> extends [] ? Key : never }[WordsKey];
