import { segmentFrame } from '../../adapters/segmenter/shared/segment.ts';
import { nodeNetworkOpen } from '../../cli/node-network.ts';
import type { Pair } from '../../cli/shared/agreement.ts';
import { examSeed } from '../../cli/shared/seeds.ts';
import { ordersServe } from '../../cli/shared/worker-pool.ts';
import type { Mask } from '../../domain/frame/frame.ts';
import { maskResample } from '../../domain/frame/mask.ts';
import type { Key } from '../../domain/grading/grade.ts';
import { keyChoose } from '../../domain/grading/key.ts';
import type { NetworkModel } from '../../network/network-build.ts';
import { examDraw } from '../../simulator/exam/exam-draw.ts';
import {
  type Phantom,
  phantomFromExam,
  phantomImage,
  phantomMask,
  phantomRealisation,
} from '../../simulator/exam/phantom.ts';
import {
  framesOf,
  TEST_RENDER_PX,
  TEST_SETS,
  type TestFrame,
  type TestSetName,
  testExamDraw,
  testFrames,
} from '../evaluate/test-set.ts';
import { TRAINEES, traineeScore, traineesDraw } from '../evaluate/trainee-grades.ts';
import { answerBolder, answerMask, answersMean, answerTo, type NetworkAnswer } from './probabilities.ts';
import type { ReaderName } from './reader-names.ts';
import { classesMend, edgeReader, pleuraMend, rasterReader, thresholdMend } from './readers.ts';
import { type Reading, readingMeasure } from './reading.ts';
import { MARGINS_DB, NEAR_DB, type Shifted, type Strata, strataMeasure } from './strata.ts';

/** To a worker, first. */
export interface BoundsSetup {
  readonly set: TestSetName;
  readonly models: string;
  readonly realisations: number;
  /** Seed of the data set that the network learnt from; null where its manifest does not tell. */
  readonly learntSeed: number | null;
}

/** An exam to read: one of the test set by all readers, the same in other grains, or one of another set. */
export interface BoundsOrder {
  readonly part: 'readers' | 'grains' | 'learnt' | 'unseen';
  readonly place: number;
}

export interface BoundsAnswer {
  readonly readings: readonly (readonly [ReaderName, Reading])[];
  readonly strata: readonly Strata[];
}

/** A data set that no training used. */
const UNSEEN_SEED = 700_000;
/** Frames of an exam of a data set, as `npm run dataset` draws them unless told otherwise. */
const LEARNT_FRAMES = 3;
/** Every twentieth exam of a data set is held out from training (training/dataset.py). */
const HELD_OUT_EVERY = 20;
/** Images over which answers are averaged in time, as many before as after. */
const IMAGES = 5;

/** Answers by the readings of one exam after another, until the parent lets go. */
export async function boundsWorkerServe(setup: BoundsSetup): Promise<void> {
  const { network } = await nodeNetworkOpen(setup.models);
  ordersServe((order: BoundsOrder) => orderRead(network, setup, order));
}

async function orderRead(
  network: NetworkModel,
  { set: name, realisations, learntSeed }: BoundsSetup,
  { part, place }: BoundsOrder,
): Promise<BoundsAnswer> {
  const set = TEST_SETS[name];
  if (part === 'readers') {
    const exam = testExamDraw(set, place);
    const phantom = phantomFromExam(exam);
    const perFrame = TRAINEES / framesOf(set);
    const read: BoundsAnswer[] = [];
    for (const [frame, shown] of testFrames(phantom, set.framesPerExam).entries()) {
      const first = (place * set.framesPerExam + frame) * perFrame;
      read.push(await readersRead(network, phantom, shown, { seed: exam.seed, first, count: perFrame }));
    }
    return {
      readings: read.flatMap(({ readings }) => readings),
      strata: read.flatMap(({ strata }) => strata),
    };
  }
  if (part === 'grains') {
    const phantom = phantomFromExam(testExamDraw(set, place));
    const readings = await grainsRead(network, phantom, testFrames(phantom, set.framesPerExam), realisations);
    return { readings, strata: [] };
  }
  const seed =
    part === 'unseen'
      ? examSeed(UNSEEN_SEED, place, 'train')
      : examSeed(learntSeed!, place + Math.floor(place / (HELD_OUT_EVERY - 1)), 'train');
  const phantom = phantomFromExam(examDraw({ seed, split: 'train', edition: 'varied' }));
  const readings: BoundsAnswer['readings'][number][] = [];
  for (const { drawn, mask } of testFrames(phantom, LEARNT_FRAMES)) {
    const said = await segmentFrame(network, drawn, false);
    readings.push([part, readingMeasure(mask, said.mask, [])]);
  }
  return { readings, strata: [] };
}

interface Trainees {
  readonly seed: number;
  readonly first: number;
  readonly count: number;
}

async function readersRead(
  network: NetworkModel,
  phantom: Phantom,
  { index, drawn, truth, mask }: TestFrame,
  { seed, first, count }: Trainees,
): Promise<BoundsAnswer> {
  const { input } = network.specification;
  const shifted = (db: number): Mask =>
    maskResample(phantomMask(phantom, index, TEST_RENDER_PX, db), mask.sector, mask.width);
  const stricter = MARGINS_DB.map(shifted);
  const laxer = NEAR_DB.map((db) => shifted(-db));
  const [plus1, plus2] = stricter as [Mask, Mask];
  const [minus1, minus2] = laxer as [Mask, Mask];
  const said = await segmentFrame(network, drawn, true);
  const own = said.mask;
  const answer = await answerTo(network, drawn);
  const masks: readonly (readonly [ReaderName, Mask])[] = [
    ['raster', rasterReader(truth.mask, { samples: input.height, lines: input.width })],
    ['contrast_minus_2', minus2],
    ['contrast_minus_1', minus1],
    ['contrast_plus_1', plus1],
    ['contrast_plus_2', plus2],
    ['all_scored', own],
    ['threshold_mended', thresholdMend(own, mask, plus2.classes, minus2.classes)],
    ['presence_mended', classesMend(own, mask, 'one_has')],
    ['shapes_mended', classesMend(own, mask, 'both_have')],
  ];
  // Errors that move no whole finding hardly move a grade, and grading takes most of the time.
  const masksUngraded: readonly (readonly [ReaderName, Mask])[] = [
    ['edges_out', edgeReader(truth.mask, mask, 'out')],
    ['edges_in', edgeReader(truth.mask, mask, 'in')],
    ['deeper', edgeReader(truth.mask, mask, 'deeper')],
    ['pleura_mended', pleuraMend(own, mask)],
    ['bolder_4', answerMask(answerBolder(answer, 4))],
    ['bolder_16', answerMask(answerBolder(answer, 16))],
    ['bolder_64', answerMask(answerBolder(answer, 64))],
  ];
  const drawings = traineesDraw(truth, mask, seed, first, count);
  const byTruth = keyChoose({ truth: mask, network: null }).key;
  const expected = drawings.map((drawing) => traineeScore(drawing, byTruth));
  const grades = (key: Key): readonly Pair[] =>
    drawings.map((drawing, place) => [traineeScore(drawing, key), expected[place]!]);
  const reading = (reader: Mask, confidence: Uint8Array | null): Reading =>
    readingMeasure(mask, reader, grades(keyChoose({ truth: null, network: reader, confidence }).key));
  const ungraded = (reader: Mask): Reading => readingMeasure(mask, reader, []);
  const sets: Shifted = {
    stricter: stricter.map(({ classes }) => classes),
    laxer: laxer.map(({ classes }) => classes),
  };
  return {
    readings: [
      ['network', reading(own, said.confidence)],
      ...masks.map(([name, reader]) => [name, reading(reader, null)] as const),
      ...masksUngraded.map(([name, reader]) => [name, ungraded(reader)] as const),
    ],
    strata: [strataMeasure(mask, own, sets)],
  };
}

async function grainsRead(
  network: NetworkModel,
  phantom: Phantom,
  frames: readonly TestFrame[],
  realisations: number,
): Promise<BoundsAnswer['readings']> {
  const answers: NetworkAnswer[][] = [];
  for (const { drawn } of frames) answers.push([await answerTo(network, drawn)]);
  for (let grain = 1; grain < realisations; grain++) {
    const other = phantomRealisation(phantom, (phantom.exam.seed + grain * 0x9e3779b1) >>> 0);
    for (const [place, { index }] of frames.entries()) {
      answers[place]!.push(await answerTo(network, phantomImage(other, index, TEST_RENDER_PX)));
    }
  }
  const readings: (readonly [ReaderName, Reading])[] = [];
  for (const [place, { index, mask }] of frames.entries()) {
    const masks = answers[place]!.map(answerMask);
    for (const one of masks) readings.push(['one_image', readingMeasure(mask, one, [])]);
    for (const other of masks.slice(1)) readings.push(['itself', readingMeasure(masks[0]!, other, [])]);
    const mean = answerMask(answersMean(answers[place]!));
    readings.push(['mean_realisations', readingMeasure(mask, mean, [])]);
    const images: NetworkAnswer[] = [];
    const from = Math.max(0, index - (IMAGES >> 1));
    for (let image = from; image < from + IMAGES; image++) {
      images.push(await answerTo(network, phantomImage(phantom, image, TEST_RENDER_PX)));
    }
    readings.push(['mean_images', readingMeasure(mask, answerMask(answersMean(images)), [])]);
  }
  return readings;
}
