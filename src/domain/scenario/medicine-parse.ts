import type { Medicine, Statement, Work } from '../medicine/medicine.ts';
import { type MedicineFile, medicineFileSchema } from './medicine-schema.ts';
import type { PathProblem } from './problems.ts';
import { wordSuggest } from './suggest.ts';
import { yamlRead } from './yaml-file.ts';

/** Room for many times what the game says. */
const LENGTH_MAX = 1_000_000;

/**
 * Reads the register of medical statements.
 *
 * @param text YAML 1.2
 * @param fileName as it shall stand in errors
 * @throws ScenarioError with every problem found, each with its line, column and a sentence
 */
export function medicineParse(text: string, fileName: string): Medicine {
  const yaml = yamlRead(text, fileName, {
    noun: 'register',
    beginsWith: 'a register begins with its works',
    lengthMax: LENGTH_MAX,
  });
  const parsed = medicineFileSchema.safeParse(yaml.file);
  if (!parsed.success) {
    throw yaml.errorAt(
      parsed.error.issues.map(({ path, message }): PathProblem => {
        const place = path.filter((part) => typeof part !== 'symbol');
        return {
          path: place,
          sentence: `${place.at(-1) ?? 'The register'}: ${message}.`.replace(/\.\.$/, '.'),
        };
      }),
    );
  }
  const problems = problemsOf(parsed.data);
  if (problems.length > 0) throw yaml.errorAt(problems);
  return medicineOf(parsed.data);
}

/** Works that are named and not there, or there and never named. */
function problemsOf({ works, statements }: MedicineFile): readonly PathProblem[] {
  const known = Object.keys(works);
  const named = Object.values(statements).flatMap((statement) => statement.works);
  return [
    ...Object.entries(statements).flatMap(([id, statement]) =>
      statement.works.flatMap((work, i): PathProblem[] => {
        if (known.includes(work)) return [];
        const near = wordSuggest(work, known);
        const advice = near === null ? 'Write it under works.' : `Did you mean ${near}?`;
        return [{ path: ['statements', id, 'works', i], sentence: `There is no work ${work}. ${advice}` }];
      }),
    ),
    ...known
      .filter((id) => !named.includes(id))
      .map((id) => ({
        path: ['works'],
        key: id,
        sentence: `No statement rests on ${id}: name it, or leave it out.`,
      })),
  ];
}

function medicineOf({ works, statements, instructions }: MedicineFile): Medicine {
  const byId = new Map(
    Object.entries(works).map(([id, { by, title, in: place, year, doi, pmid, checked }]): [string, Work] => [
      id,
      { id, by, title, place, year, doi: doi ?? null, pmid: pmid ?? null, checked },
    ]),
  );
  const stated = Object.entries(statements).map(
    ([id, { says, works: ids, simplified, game }]): [string, Statement] => [
      id,
      {
        id,
        says,
        simplified: simplified ?? null,
        works: ids.map((work) => byId.get(work)!),
        game: game ?? [],
      },
    ],
  );
  return { works: [...byId.values()], statements: new Map(stated), instructions: instructions ?? [] };
}
