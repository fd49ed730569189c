import { type Medicine, type Work, worksOf } from '../medicine/medicine.ts';
import type { PathProblem } from './problems.ts';
import type { ScenarioPath } from './schema-keys.ts';
import { wordSuggest } from './suggest.ts';

/** Where the statements are kept that texts name, as authors know it. */
const REGISTER = 'docs/medicine.yaml';

type Named = readonly { readonly id: string; readonly path: ScenarioPath }[];

/** Every statement that is named under a part of a file, with its place. */
function sourcesNamed(part: unknown, path: ScenarioPath): Named {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]): Named => {
    const at = [...path, Array.isArray(part) ? Number(key) : key];
    if (key !== 'sources') return sourcesNamed(value, at);
    return Array.isArray(value) ? value.map((id, i) => ({ id: String(id), path: [...at, i] })) : [];
  });
}

/** The works behind everything that a part of a file says, each once. */
export function worksNamed(part: unknown, medicine: Medicine): readonly Work[] {
  return worksOf(medicine, statementsNamed(part));
}

/** The ids of all statements that a file names, each once. */
export function statementsNamed(file: unknown): readonly string[] {
  return [...new Set(sourcesNamed(file, []).map(({ id }) => id))];
}

/** Names of statements that are none. */
export function sourceProblems(file: unknown, { statements }: Medicine): readonly PathProblem[] {
  return sourcesNamed(file, []).flatMap(({ id, path }) => {
    if (statements.has(id)) return [];
    const near = wordSuggest(id, [...statements.keys()]);
    const advice = near === null ? 'Write it there first, with its works.' : `Did you mean ${near}?`;
    return [{ path, sentence: `There is no statement ${id} in ${REGISTER}. ${advice}` }];
  });
}
