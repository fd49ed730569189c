import { join } from 'node:path';
import { sectionWrite } from '../../cli/shared/card-section.ts';
import type { BoundsFigures } from './figures.ts';
import { boundsTables } from './table.ts';

const MARKS = {
  begin: '<!-- bounds: written by `npm run evaluate:bounds -- --write-card` -->',
  end: '<!-- end of bounds -->',
};

/** Puts the tables into the model card. @throws CommandError when the card has lost its marks. */
export function boundsCardWrite(folder: string, figures: BoundsFigures): void {
  const { set, exams, weightsSha256 } = figures;
  const command = `npm run evaluate:bounds -- --set ${set}${exams === null ? '' : ` --exams ${exams}`}`;
  const measured = `Measured on the test set ${set}, weights ${weightsSha256.slice(0, 12)}, by \`${command}\`.`;
  sectionWrite(join(folder, 'README.md'), MARKS, `${measured}\n\n${boundsTables(figures)}\n`);
}
