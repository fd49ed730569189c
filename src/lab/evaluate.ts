/**
 * Measures the shipped network on a frozen test set of simulated frames:
 * `npm run evaluate [-- --set v1|v2|v3|dev] [--json] [--models DIR] [--eight-bit]
 * [--gallery OUT.png]`.
 *
 * `--write-card` measures all sets and writes the model card. `--census` counts what a set holds, without the
 * network. `--freeze` writes the set's hash into src/lab/evaluate/test-set.json after the simulator was changed on
 * purpose. `--eight-bit` rounds as the network in eight bits does. `--exams N` reads the first exams alone, for trying things out.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MODELS_FOLDER, nodeModelRead } from '../cli/node-network.ts';
import { CommandError, choiceRead, commandStart, integerRead } from '../cli/shared/command.ts';
import type { Exam } from '../simulator/exam/exam.ts';
import { type CardSet, cardWrite } from './evaluate/card.ts';
import { censusTable, type FrameCensus } from './evaluate/census.ts';
import { type Failure, failureDice, failuresKeep } from './evaluate/failures.ts';
import { type ExamMeasures, figuresJson, testFiguresMeasure } from './evaluate/figures.ts';
import { frozenCheck, frozenWrite } from './evaluate/frozen.ts';
import { galleryPng, gallerySay } from './evaluate/gallery.ts';
import { setRead } from './evaluate/set-read.ts';
import { DEFINITIONS, figuresTables, PHANTOMS_DIFFER } from './evaluate/table.ts';
import { framesOf, TEST_SET_NAMES, TEST_SETS, type TestSet, testExamDraw } from './evaluate/test-set.ts';
import { type EvaluateSetup, evaluateWorkerServe } from './evaluate/worker.ts';

const PROGRAM = fileURLToPath(import.meta.url);
/** Side of an image in the gallery. */
const GALLERY_PX = 256;

type Task = 'measure' | 'card' | 'census' | 'freeze';

interface Order {
  readonly task: Task;
  readonly set: TestSet;
  /** How many exams of the set; null for all. */
  readonly exams: number | null;
  readonly models: string;
  readonly isEightBit: boolean;
  readonly isJson: boolean;
  readonly gallery: string | null;
}

function orderRead(args: readonly string[]): Order {
  const { values } = parseArgs({
    args: [...args],
    options: {
      set: { type: 'string', default: 'v2' },
      json: { type: 'boolean', default: false },
      models: { type: 'string', default: MODELS_FOLDER },
      'eight-bit': { type: 'boolean', default: false },
      gallery: { type: 'string' },
      exams: { type: 'string' },
      'write-card': { type: 'boolean', default: false },
      census: { type: 'boolean', default: false },
      freeze: { type: 'boolean', default: false },
    },
  });
  const tasks: readonly Task[] = [
    ...(values['write-card'] ? (['card'] as const) : []),
    ...(values.census ? (['census'] as const) : []),
    ...(values.freeze ? (['freeze'] as const) : []),
  ];
  const task = tasks[0] ?? 'measure';
  if (tasks.length > 1) {
    throw new CommandError('one-task', 'Give one of --write-card, --census and --freeze at a time.');
  }
  if (values.exams !== undefined && (task === 'card' || task === 'freeze')) {
    throw new CommandError('whole-set', '--write-card and --freeze take whole sets: leave --exams out.');
  }
  const set = TEST_SETS[choiceRead(values.set, 'set', TEST_SET_NAMES)];
  if (set.isUnseen === true && values.gallery !== undefined) {
    throw new CommandError(
      'unseen-set',
      `Nobody looks at the frames of ${set.name}, so that it stays a fair judge: draw the worst of another set.`,
    );
  }
  return {
    task,
    set,
    exams: values.exams === undefined ? null : integerRead(values.exams, 'exams', 1, set.exams),
    models: resolve(values.models),
    isEightBit: values['eight-bit'],
    isJson: values.json,
    gallery: values.gallery === undefined ? null : resolve(values.gallery),
  };
}

async function freeze(set: TestSet): Promise<void> {
  const sha256 = await setRead(PROGRAM, setupOf(set, null), set.exams, () => {});
  frozenWrite(set, sha256);
  console.log(`froze the ${framesOf(set)} frames of ${set.name} as ${sha256}`);
}

async function census({ set, exams }: Order): Promise<void> {
  const count = exams ?? set.exams;
  const drawn: Exam[] = Array.from({ length: count }, (_, place) => testExamDraw(set, place));
  const frames: FrameCensus[] = [];
  await setRead(PROGRAM, setupOf(set, null), count, (readings) => {
    frames.push(...readings.map((reading) => reading.census));
  });
  console.log(censusTable(drawn, frames));
}

function setupOf(set: TestSet, models: string | null, isEightBit = false): EvaluateSetup {
  return { set: set.name, models, isEightBit };
}

/** @throws CommandError when a whole set is not the frozen one. */
async function setMeasure(
  set: TestSet,
  models: string,
  exams: number | null,
  isEightBit = false,
): Promise<CardSet> {
  const measures: ExamMeasures[] = [];
  let failures: readonly Failure[] = [];
  const sha256 = await setRead(
    PROGRAM,
    setupOf(set, models, isEightBit),
    exams ?? set.exams,
    (readings, exam) => {
      measures.push(readings.map(({ network }) => network!.measures));
      readings.forEach(({ frame, truth, network }, part) => {
        const judged = failureDice(truth, network!.mask);
        if (judged === null) return;
        failures = failuresKeep(failures, { exam, part, ...judged, frame, truth, network: network!.mask });
      });
    },
  );
  if (exams === null) frozenCheck(set, sha256);
  return { figures: testFiguresMeasure(set.name, measures), failures };
}

async function measure(
  { set, exams, models, isEightBit, isJson, gallery }: Order,
  weightsSha256: string,
): Promise<void> {
  const { figures, failures } = await setMeasure(set, models, exams, isEightBit);
  if (isJson) console.log(JSON.stringify(figuresJson(figures, weightsSha256)));
  else {
    console.log(`${set.name}: ${figures.frames} frames of ${figures.exams} exams\n`);
    console.log([figuresTables(figures), DEFINITIONS, PHANTOMS_DIFFER].join('\n\n'));
  }
  if (gallery === null) return;
  writeFileSync(gallery, galleryPng(failures, GALLERY_PX));
  console.error([gallery, ...gallerySay(failures)].join('\n'));
}

async function evaluate(order: Order): Promise<void> {
  if (order.task === 'freeze') return freeze(order.set);
  if (order.task === 'census') return census(order);
  // Faults of the network are told once, before any worker starts.
  const { sha256 } = await nodeModelRead(order.models);
  if (order.task === 'measure') return measure(order, sha256);
  const second = await setMeasure(TEST_SETS.v2, order.models, null);
  const third = await setMeasure(TEST_SETS.v3, order.models, null);
  const first = await setMeasure(TEST_SETS.v1, order.models, null);
  cardWrite(order.models, [second, third, first], sha256);
}

const [, , first, second] = process.argv;
if (first === '--serve' && second !== undefined)
  await evaluateWorkerServe(JSON.parse(second) as EvaluateSetup);
else await commandStart(() => evaluate(orderRead(process.argv.slice(2))));
