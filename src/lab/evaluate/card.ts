import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sectionWrite } from '../../cli/shared/card-section.ts';
import { legendSay } from '../../cli/shared/colour.ts';
import type { Failure } from './failures.ts';
import { type Figures, figuresJson } from './figures.ts';
import { galleryPng, gallerySay } from './gallery.ts';
import { DEFINITIONS, figuresTables, PHANTOMS_DIFFER } from './table.ts';
import type { TestSetName } from './test-set.ts';

const MARKS = {
  begin: '<!-- figures: written by `npm run evaluate -- --write-card` -->',
  end: '<!-- end of figures -->',
};
const PICTURE = 'failures.png';
/** Side of an image in the picture, which should stay small beside the weights. */
const PICTURE_PX = 128;

const TITLES: Readonly<Record<TestSetName, string>> = {
  v1: 'First test set',
  v2: 'Second test set',
  v3: 'Third test set',
  dev: 'Development set',
};

export interface CardSet {
  readonly figures: Figures;
  readonly failures: readonly Failure[];
}

/**
 * Puts the figures of the sets into the model card (between its two marks), into figures.json, and the worst frames
 * of the first of them into failures.png.
 * @throws CommandError when the card has lost its marks; then nothing is written.
 */
export function cardWrite(
  folder: string,
  sets: readonly [CardSet, ...CardSet[]],
  weightsSha256: string,
): void {
  const text = [
    ...sets.flatMap(({ figures }) => [setSay(figures, weightsSha256), '', figuresTables(figures), '']),
    DEFINITIONS,
    PHANTOMS_DIFFER,
    '',
    ...worstSay(sets[0]),
    '',
  ].join('\n');
  sectionWrite(join(folder, 'README.md'), MARKS, text);
  writeFileSync(join(folder, PICTURE), galleryPng(sets[0].failures, PICTURE_PX));
  const json = Object.fromEntries(
    sets.map(({ figures }) => [figures.set, figuresJson(figures, weightsSha256)]),
  );
  writeFileSync(join(folder, 'figures.json'), `${JSON.stringify(json, null, 2)}\n`);
}

function setSay({ set, frames, exams }: Figures, weightsSha256: string): string {
  return [
    `### ${TITLES[set]}`,
    '',
    `${frames} frames of ${exams} unseen simulated exams, weights ${weightsSha256.slice(0, 12)}, by \`npm run evaluate -- --set ${set}\`.`,
  ].join('\n');
}

function worstSay({ figures, failures }: CardSet): readonly string[] {
  return [
    '### Where it fails',
    '',
    `The ${failures.length} worst frames of the ${TITLES[figures.set].toLowerCase()}, by \`npm run evaluate -- --set ${figures.set} --gallery OUT.png\`: the image, what it really shows, and what the network says (${legendSay()}).`,
    '',
    `![The worst frames: image, truth and network side by side](${PICTURE})`,
    '',
    ...gallerySay(failures).map((line) => `- ${line}`),
  ];
}
