import { readFileSync, writeFileSync } from 'node:fs';
import { CommandError } from './command.ts';

/** The two lines of a document between which a command writes. */
export interface SectionMarks {
  readonly begin: string;
  readonly end: string;
}

/**
 * Puts text between two marks of a document, which stay.
 * @throws CommandError `card-marks` when the document has lost them; then nothing is written.
 */
export function sectionWrite(path: string, { begin, end }: SectionMarks, text: string): void {
  const document = readFileSync(path, 'utf8');
  const from = document.indexOf(begin);
  const until = document.indexOf(end);
  if (from < 0 || until < from) {
    throw new CommandError(
      'card-marks',
      `${path} has lost the lines "${begin}" and "${end}" around its figures.`,
    );
  }
  writeFileSync(path, `${document.slice(0, from)}${begin}\n\n${text}\n${document.slice(until)}`);
}
