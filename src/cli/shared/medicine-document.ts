import { GLOSSARY } from '../../domain/medicine/glossary.ts';
import type { Medicine, Statement, Work } from '../../domain/medicine/medicine.ts';

const CHECKED: Readonly<Record<Work['checked'], string>> = {
  text: 'read',
  abstract: 'its abstract was read',
  details: 'its title, authors and year were looked up, its text was not',
  no: 'not looked up: from memory alone',
};

const HEAD = `# What Batsign says of medicine

<!-- Made from docs/medicine.yaml by \`npm run scenario:check -- --medicine docs/medicine.md\`: change it there. -->

Every medical statement of scenarios, hints, feedback, glossary and help, by id, in our own words: what it rests on, what is
simplified, and where the game says it. It is for teachers who want to check, and for authors, who name an id beside a
text (see [scenarios](../scenarios/README.md#where-it-is-known-from)). The game's texts are those of its own pages, word
for word, with \`…\` for what is filled in. The patients and images of the game are simulated, and the game trains
people; it never diagnoses.
`;

/**
 * The register as a document for people.
 *
 * @param scenarios every scenario's file, with the ids of the statements that it names
 * @returns Markdown
 */
export function medicineDocument(
  { works, statements, instructions }: Medicine,
  scenarios: readonly (readonly [string, readonly string[]])[],
): string {
  const parts = [...statements.values()].map((statement) => statementSection(statement, scenarios));
  const unsaid =
    instructions.length === 0
      ? ''
      : `\n## Texts that state nothing\n\nThey use a medical term to name a thing, to give a figure or to say what to do.\n\n${instructions.map((text) => `- ${text}\n`).join('')}`;
  return `${HEAD}\n## Statements\n\n${parts.join('\n')}${unsaid}\n## Works\n\n${works.map(workLine).join('')}`;
}

function statementSection(
  { id, says, simplified, works, game }: Statement,
  scenarios: readonly (readonly [string, readonly string[]])[],
): string {
  const taught = scenarios.filter(([, named]) => named.includes(id)).map(([file]) => `\`${file}\``);
  const terms = GLOSSARY.filter(({ statements }) => statements.includes(id)).map((term) => `\`${term.id}\``);
  const lines = [
    `By: ${works.map((work) => `[${work.by.split(/[ ,]/)[0]} ${work.year}](#${work.id})`).join(', ')}`,
    ...(simplified === null ? [] : [`Simplified: ${simplified}`]),
    ...(taught.length === 0 ? [] : [`In scenarios: ${taught.join(', ')}`]),
    ...(terms.length === 0 ? [] : [`In the glossary: ${terms.join(', ')}`]),
    ...game.map((text) => `The game: "${text}"`),
  ];
  return `### ${id}\n\n${says}\n\n${lines.map((line) => `- ${line}\n`).join('')}`;
}

function workLine(work: Work): string {
  const { id, by, title, place, year, doi, pmid, checked } = work;
  const numbers = [
    ...(doi === null ? [] : [` [doi:${doi}](https://doi.org/${doi})`]),
    ...(pmid === null ? [] : [` PMID ${pmid}`]),
  ];
  return `- <a id="${id}"></a>${by}. ${title}. ${place} (${year}).${numbers.join(',')} (${CHECKED[checked]})\n`;
}
