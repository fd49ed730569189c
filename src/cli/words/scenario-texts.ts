import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { scenarioRead } from '../../domain/scenario/parse.ts';
import { textPlaces } from '../../domain/scenario/text-place.ts';
import { translationTexts } from '../../domain/scenario/translation.ts';
import { translationName } from '../../domain/scenario/translation-name.ts';
import type { Texts } from './word-texts.ts';

/**
 * The texts for learners in the scenarios of a folder, by keys such as `a-lines/a-lines: steps.briefing.text`. Texts
 * that may be left as they are, such as units, are left out.
 *
 * @param language null for that of the scenarios' own files
 * @throws ScenarioError where a file is no scenario, or no YAML
 */
export function scenarioTexts(folder: string, language: string | null): Texts {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => file.endsWith('.yaml') && translationName(file) === null)
    .sort();
  return new Map(
    files.flatMap((file) => {
      const stem = file.replace(/\.yaml$/, '');
      const found = textsOf(folder, stem, language);
      return found.map(([key, text]) => [`${stem}: ${key}`, text] as const);
    }),
  );
}

function textsOf(
  folder: string,
  stem: string,
  language: string | null,
): readonly (readonly [string, string])[] {
  if (language === null) {
    const name = join(folder, `${stem}.yaml`);
    const { file } = scenarioRead(readFileSync(name, 'utf8'), name, null);
    return textPlaces(file)
      .filter(({ isOptional }) => !isOptional)
      .map(({ as, text }) => [as.join('.'), text]);
  }
  const name = join(folder, `${stem}.${language}.yaml`);
  if (!existsSync(name)) return [];
  return translationTexts({ text: readFileSync(name, 'utf8'), name })
    .filter(({ at }) => at.at(-1) !== 'unit')
    .map(({ at, text }) => [at.join('.'), text]);
}
