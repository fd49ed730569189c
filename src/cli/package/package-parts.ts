import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { PackageContent } from '../../domain/package/package-write.ts';
import { scenarioParse } from '../../domain/scenario/parse.ts';
import type { Scenario } from '../../domain/scenario/scenario.ts';
import { scenarioTranslated } from '../../domain/scenario/translation.ts';
import { translationName } from '../../domain/scenario/translation-name.ts';
import { CommandError } from '../shared/command.ts';

/**
 * The parts that scenarios are, each with its translations beside it, and the courses that they name.
 * @throws ScenarioError where one cannot be played, CommandError where two have one name
 */
export function packageParts(scenarios: readonly string[]): {
  readonly parts: readonly PackageContent[];
  readonly courses: readonly string[];
  readonly scenarios: readonly Scenario[];
} {
  const read: Scenario[] = [];
  const parts = new Map<string, PackageContent>();
  const courses = new Set<string>();
  const put = (path: string, text: string): void => {
    if (parts.has(path))
      throw new CommandError('twice', `${path} is given twice: each scenario needs a name of its own.`);
    parts.set(path, { path, bytes: new TextEncoder().encode(text) });
  };
  for (const file of scenarios) {
    const text = readFileSync(file, 'utf8');
    const scenario = scenarioParse(text, file);
    const { id, course } = scenario;
    read.push(scenario);
    courses.add(course);
    put(`scenarios/${id}.yaml`, text);
    for (const beside of readdirSync(dirname(file)).sort()) {
      const of = translationName(beside);
      if (of?.original !== basename(file)) continue;
      const translation = readFileSync(join(dirname(file), beside), 'utf8');
      scenarioTranslated({ text, name: file }, { text: translation, name: beside });
      put(`scenarios/${id}.${of.language}.yaml`, translation);
    }
  }
  return { parts: [...parts.values()], courses: [...courses], scenarios: read };
}
