import { CodedError } from '../domain/errors/coded-error.ts';
import type { ListedScenario } from '../domain/scenario/listed-scenario.ts';
import type { DraftTexts } from '../domain/studio/draft.ts';
import { partLoad } from '../ui/part-load.ts';
import { LANGUAGES } from '../ui/words/language.ts';

/** For who begins a scenario of their own with one of them: nobody else waits for the list of them. */
const files = import.meta.glob<string>('../../scenarios/**/*.yaml', { import: 'default', query: '?raw' });

/**
 * The file of a shipped scenario, and those of its texts in other languages.
 *
 * @throws CodedError `part_missing` where they do not arrive
 */
export async function scenarioFilesFetch({
  id,
  course,
}: Pick<ListedScenario, 'id' | 'course'>): Promise<DraftTexts> {
  const stem = `../../scenarios/${course}/${id}`;
  const load = files[`${stem}.yaml`];
  if (load === undefined) throw new CodedError('scenario_missing', { code: 'exerciseMissing', id });
  const translations: Record<string, string> = {};
  for (const language of LANGUAGES) {
    const texts = files[`${stem}.${language}.yaml`];
    if (texts !== undefined) translations[language] = await partLoad(texts);
  }
  return { text: await partLoad(load), translations };
}
