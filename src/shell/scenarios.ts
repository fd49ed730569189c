import english from 'virtual:scenario-list/en';
import { CodedError } from '../domain/errors/coded-error.ts';
import { type InstalledPackage, listedIn } from '../domain/package/installed-package.ts';
import { courseCompare } from '../domain/scenario/course.ts';
import type { ListedScenario } from '../domain/scenario/listed-scenario.ts';
import type { Scenario } from '../domain/scenario/scenario.ts';
import { partLoad } from '../ui/part-load.ts';
import type { Language } from '../ui/words/language.ts';

/** Lists of other languages, each loaded only for those who read it. */
const LISTS: Readonly<
  Record<Exclude<Language, 'en'>, () => Promise<{ readonly default: readonly ListedScenario[] }>>
> = {
  es: () => import('virtual:scenario-list/es'),
};

/** Each scenario whole, fetched when it is played. */
const whole = import.meta.glob<Scenario>('../../scenarios/**/*.yaml', { import: 'default' });

/**
 * The shipped scenarios in a language, course by course and lesson by lesson; they were checked when the game was built.
 * Those that are not in that language, or do not arrive, are in English. Those of
 * packages come after them.
 */
export async function scenariosList(
  language: Language,
  packages: readonly InstalledPackage[],
): Promise<readonly ListedScenario[]> {
  const scenarios = new Map(english.map((scenario) => [scenario.id, scenario]));
  try {
    const translated = language === 'en' ? [] : (await LISTS[language]()).default;
    for (const scenario of translated) scenarios.set(scenario.id, scenario);
  } catch (error) {
    console.error(error);
  }
  const all = [...scenarios.values(), ...packages.flatMap((one) => listedIn(one, language))];
  return all.sort((a, b) => courseCompare(a.course, b.course) || a.lesson - b.lesson);
}

/**
 * A shipped scenario with its steps.
 *
 * @throws CodedError `part_missing` where it does not arrive
 */
export async function scenarioFetch(
  { id, course }: Pick<ListedScenario, 'id' | 'course'>,
  language: Language,
): Promise<Scenario> {
  const stem = `../../scenarios/${course}/${id}`;
  const load = whole[`${stem}.${language}.yaml`] ?? whole[`${stem}.yaml`];
  if (load === undefined) throw new CodedError('scenario_missing', { code: 'exerciseMissing', id });
  return partLoad(load);
}
