import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '../shared/command.ts';
import { type Figures, figuresJson } from './figures.ts';
import { classTable, confusionTable, DEFINITIONS, PHANTOMS_DIFFER, summaryTable } from './table.ts';

const BEGIN = '<!-- figures: written by `npm run evaluate -- --write-card` -->';
const END = '<!-- end of figures -->';

/**
 * Puts the figures into the model card (between its two marks) and into figures.json beside it.
 * @throws CommandError when the card has lost its marks.
 */
export function cardWrite(folder: string, figures: Figures, weightsSha256: string): void {
  const path = join(folder, 'README.md');
  const card = readFileSync(path, 'utf8');
  const from = card.indexOf(BEGIN);
  const until = card.indexOf(END);
  if (from < 0 || until < from) {
    throw new CommandError(
      'card-marks',
      `${path} has lost the lines "${BEGIN}" and "${END}" around its figures.`,
    );
  }
  const written = [
    BEGIN,
    '',
    `${figures.frames} unseen simulated frames, weights ${weightsSha256.slice(0, 12)}, by \`npm run evaluate\`.`,
    '',
    summaryTable(figures),
    '',
    classTable(figures),
    '',
    confusionTable(figures),
    '',
    DEFINITIONS,
    PHANTOMS_DIFFER,
    '',
  ].join('\n');
  writeFileSync(path, `${card.slice(0, from)}${written}${card.slice(until)}`);
  writeFileSync(
    join(folder, 'figures.json'),
    `${JSON.stringify(figuresJson(figures, weightsSha256), null, 2)}\n`,
  );
}
