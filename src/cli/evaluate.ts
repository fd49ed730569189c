/**
 * Measures the shipped network on the frozen test set: `npm run evaluate [-- --json] [--write-card]`.
 *
 * `--freeze` writes src/cli/evaluate/test-set.json anew after the simulator was changed on purpose.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { segmentFrame } from '../adapters/segmenter/shared/segment.ts';
import { sectorInside } from '../domain/frame/mask.ts';
import { confusionAdd, confusionEmpty } from '../domain/grading/confusion.ts';
import { cardWrite } from './evaluate/card.ts';
import { type Figures, figuresJson, figuresMeasure } from './evaluate/figures.ts';
import { classTable, confusionTable, DEFINITIONS, PHANTOMS_DIFFER, summaryTable } from './evaluate/table.ts';
import { FRAMES_PER_EXAM, TEST_EXAMS, TEST_FRAMES, TestSetHash, testFrames } from './evaluate/test-set.ts';
import { MODELS_FOLDER, nodeNetworkOpen } from './node-network.ts';
import { CommandError, commandStart } from './shared/command.ts';

const FROZEN_PATH = fileURLToPath(new URL('./evaluate/test-set.json', import.meta.url));

function frozenSha256(): string | null {
  if (!existsSync(FROZEN_PATH)) return null;
  return (JSON.parse(readFileSync(FROZEN_PATH, 'utf8')) as { readonly sha256: string }).sha256;
}

function freeze(): void {
  const hash = new TestSetHash();
  for (const shown of testFrames()) hash.add(shown);
  const frozen = {
    frames: TEST_FRAMES,
    exams: TEST_EXAMS,
    frames_per_exam: FRAMES_PER_EXAM,
    sha256: hash.digest(),
  };
  writeFileSync(FROZEN_PATH, `${JSON.stringify(frozen, null, 2)}\n`);
  console.log(`froze ${TEST_FRAMES} frames as ${frozen.sha256}`);
}

async function evaluate(
  folder: string,
): Promise<{ readonly figures: Figures; readonly weightsSha256: string; readonly setSha256: string }> {
  const { network, model } = await nodeNetworkOpen(folder);
  const hash = new TestSetHash();
  const all = confusionEmpty();
  const sector = confusionEmpty();
  for (const shown of testFrames()) {
    hash.add(shown);
    const { mask } = await segmentFrame(network, shown.drawn, false);
    const { classes, width, height } = shown.mask;
    confusionAdd(all, classes, mask.classes);
    confusionAdd(sector, classes, mask.classes, sectorInside(shown.mask.sector, width, height));
  }
  network.dispose();
  return {
    figures: figuresMeasure(TEST_FRAMES, all, sector),
    weightsSha256: model.sha256,
    setSha256: hash.digest(),
  };
}

async function evaluateStart(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      'write-card': { type: 'boolean', default: false },
      freeze: { type: 'boolean', default: false },
      models: { type: 'string', default: MODELS_FOLDER },
    },
  });
  if (values.freeze) return freeze();
  const { figures, weightsSha256, setSha256 } = await evaluate(values.models);
  if (setSha256 !== frozenSha256()) {
    throw new CommandError(
      'test-set-changed',
      'The test set is not the frozen one: the simulator has changed since. Put it back, or, if it was meant to change, run `npm run evaluate -- --freeze` and train the network again.',
    );
  }
  if (values['write-card']) cardWrite(values.models, figures, weightsSha256);
  if (values.json) console.log(JSON.stringify(figuresJson(figures, weightsSha256)));
  else {
    const parts = [summaryTable(figures), classTable(figures), confusionTable(figures)];
    console.log([...parts, DEFINITIONS, PHANTOMS_DIFFER].join('\n\n'));
  }
}

await commandStart(evaluateStart);
