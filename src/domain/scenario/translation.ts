import type { Medicine } from '../medicine/medicine.ts';
import { scenarioOf, scenarioRead } from './parse.ts';
import { type PathProblem, problemsFromIssues } from './problems.ts';
import type { Scenario } from './scenario.ts';
import { scenarioFileSchema } from './schema.ts';
import { type ScenarioPath, valueAt } from './schema-keys.ts';
import { type TextPlace, textPlaces } from './text-place.ts';
import { translationProblems } from './translation-check.ts';
import { type YamlFile, yamlRead } from './yaml-file.ts';

/** Some more than the texts of a scenario, which other languages say in more letters. */
const LENGTH_MAX = 500_000;

/** A YAML file and its name as it shall stand in errors. */
export interface NamedText {
  readonly text: string;
  readonly name: string;
}

/**
 * A scenario in another language.
 *
 * @param original the scenario's own file
 * @param translation its texts in the other language, every one by the name of its step (scenarios/README.md)
 * @param medicine what texts can name as their sources; null leaves names unchecked and steps without works
 * @throws ScenarioError of the file that is wrong, with every problem found, each with its line, column and a sentence
 */
export function scenarioTranslated(
  original: NamedText,
  translation: NamedText,
  medicine: Medicine | null = null,
): Scenario {
  const { file } = scenarioRead(original.text, original.name, medicine);
  const yaml = translationRead(translation);
  const places = textPlaces(file);
  const problems = translationProblems(yaml.file, places);
  if (problems.length > 0) throw yaml.errorAt(problems);
  const merged = textsPut(file, places, yaml.file);
  const parsed = scenarioFileSchema.safeParse(merged);
  if (!parsed.success) {
    throw yaml.errorAt(placesBack(problemsFromIssues(parsed.error.issues, merged), places));
  }
  const resolved = scenarioOf(parsed.data, medicine);
  if ('problems' in resolved) throw yaml.errorAt(placesBack(resolved.problems, places));
  return resolved.scenario;
}

/** A text that a translation holds, whether or not its scenario has such a one. */
export interface TranslatedText {
  readonly at: ScenarioPath;
  readonly text: string;
}

/**
 * Every text of a translation.
 *
 * @throws ScenarioError where it is no YAML
 */
export function translationTexts(translation: NamedText): readonly TranslatedText[] {
  return textsIn(translationRead(translation).file, []);
}

function textsIn(value: unknown, at: ScenarioPath): readonly TranslatedText[] {
  if (typeof value === 'string') return [{ at, text: value }];
  if (Array.isArray(value)) return value.flatMap((one, i) => textsIn(one, [...at, i]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, [...at, key]));
}

function translationRead({ text, name }: NamedText): YamlFile {
  return yamlRead(text, name, {
    noun: 'translation',
    beginsWith: "a translation begins with the scenario's title",
    lengthMax: LENGTH_MAX,
  });
}

/** The scenario's file with its texts as the translation has them. */
function textsPut(file: object, places: readonly TextPlace[], translation: unknown): unknown {
  const merged = structuredClone(file);
  for (const { at, as } of places) {
    const text = valueAt(as, translation);
    const part = valueAt(at.slice(0, -1), merged) as Record<string | number, unknown>;
    if (typeof text === 'string') part[at.at(-1)!] = text;
  }
  return merged;
}

/** Problems of the scenario's file at the places that the translation has for them. */
function placesBack(problems: readonly PathProblem[], places: readonly TextPlace[]): readonly PathProblem[] {
  const asOf = (path: ScenarioPath): ScenarioPath =>
    places.find(({ at }) => at.join('/') === path.join('/'))?.as ?? [];
  return problems.map(({ path, sentence }) => ({ path: asOf(path), sentence }));
}
