import type { Medicine } from '../medicine/medicine.ts';
import { ScenarioError } from '../scenario/error.ts';
import { scenarioParse } from '../scenario/parse.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { scenarioTranslated } from '../scenario/translation.ts';
import { PackageError } from './package-error.ts';
import type { PackageManifest } from './package-manifest.ts';
import { packagePartPath, packagePartRead } from './package-part.ts';
import { packageNameOf } from './package-scenario-id.ts';

/** Texts of a package by their paths: its scenarios and their translations. */
export type PackageTexts = Readonly<Record<string, string>>;

/** The languages that a package speaks in all of its scenarios or some, the one of `original` first. */
export function packageLanguages(texts: PackageTexts, original: string): readonly string[] {
  const others = Object.keys(texts).flatMap((path) => {
    const part = packagePartRead(path);
    return part?.kind === 'texts' ? [part.language] : [];
  });
  return [...new Set([original, ...others])];
}

/** The names of a package's scenarios. */
export function packageScenarioNames(texts: PackageTexts): readonly string[] {
  return Object.keys(texts).flatMap((path) => {
    const part = packagePartRead(path);
    return part?.kind === 'scenario' ? [part.scenario] : [];
  });
}

/**
 * A scenario of a package, under the names by which the device knows it. Where it is not in the language it is in the one in
 * which it was written.
 *
 * @param medicine what its texts can name as their sources; null leaves names unchecked
 * @throws PackageError `packageScenario` where it cannot be played, with what is wrong for its author
 */
export function packageScenario(
  packageId: string,
  texts: PackageTexts,
  name: string,
  language: string,
  medicine: Medicine | null = null,
): Scenario {
  const original = packagePartPath({ kind: 'scenario', scenario: name });
  const translated = packagePartPath({ kind: 'texts', scenario: name, language });
  const text = texts[original];
  if (text === undefined) throw new PackageError({ code: 'packagePartMissing', path: original });
  const translation = texts[translated];
  try {
    const scenario =
      translation === undefined
        ? scenarioParse(text, original, medicine)
        : scenarioTranslated({ text, name: original }, { text: translation, name: translated }, medicine);
    return {
      ...scenario,
      id: packageNameOf(packageId, name),
      course: packageNameOf(packageId, scenario.course),
    };
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    const path = error.fileName === translated ? translated : original;
    throw new PackageError({ code: 'packageScenario', path, fault: error.message }, { cause: error });
  }
}

/** Every scenario in every language of the package, read once each; for checking a package before it is taken. */
export function packageScenariosCheck(
  { id, language: original }: Pick<PackageManifest, 'id' | 'language'>,
  texts: PackageTexts,
  medicine: Medicine | null = null,
): Readonly<Record<string, readonly Scenario[]>> {
  const names = packageScenarioNames(texts);
  return Object.fromEntries(
    packageLanguages(texts, original).map((language) => [
      language,
      names.map((name) => packageScenario(id, texts, name, language, medicine)),
    ]),
  );
}
