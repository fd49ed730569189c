import { courseCompare } from '../domain/scenario/course.ts';
import type { Scenario } from '../domain/scenario/scenario.ts';
import type { Language } from '../ui/words/language.ts';

const english = import.meta.glob<Scenario>(['../../scenarios/**/*.yaml', '!../../scenarios/**/*.*.yaml'], {
  eager: true,
  import: 'default',
});

/** Each whole, and loaded only for those who read that language. */
const translated = import.meta.glob<Scenario>('../../scenarios/**/*.*.yaml', { import: 'default' });

/**
 * The shipped scenarios in a language, course by course and lesson by lesson; they were checked when the game was built.
 * One that is not in that language, or does not arrive, is in English.
 */
export async function scenariosLoad(language: Language): Promise<readonly Scenario[]> {
  const scenarios = await Promise.all(
    Object.entries(english).map(async ([path, scenario]) => {
      const load = translated[path.replace(/\.yaml$/, `.${language}.yaml`)];
      try {
        return (await load?.()) ?? scenario;
      } catch (error) {
        console.error(error);
        return scenario;
      }
    }),
  );
  return scenarios.sort((a, b) => courseCompare(a.course, b.course) || a.lesson - b.lesson);
}
