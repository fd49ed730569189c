/**
 * Fits what a whole clip is read by, on simulated clips alone: `npm run readout -- [--clips N] [--seed S] [--write]
 * [--real FILE] [--no-cache]`.
 *
 * Every candidate is told by cross-validation over the simulated clips; with `--real FILE` (the `recordings.json` that
 * `npm run evaluate:clips -- DIR --out OUT` writes) also by what it makes of recordings. Nothing is ever fitted on those but in the
 * last column, which says how much one could hope for: fits on four fifths of the patients, told by the others.
 * A second table compares ways to count B-lines, on simulated clips alone: nobody counted those of the recordings.
 * `--write` keeps the chosen ones in models/clip-readout.json.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MODELS_FOLDER, nodeModelRead } from '../cli/node-network.ts';
import { commandStart, integerRead } from '../cli/shared/command.ts';
import { tableOf } from '../cli/shared/markdown-table.ts';
import { ordersRun } from '../cli/shared/worker-pool.ts';
import {
  READOUT_ASPECTS,
  type Readout,
  type ReadoutAspect,
  readoutOf,
  termLog,
} from '../domain/analysis/clip-readout.ts';
import { rankCorrelation, rocArea } from './clips/ranks.ts';
import { CANDIDATES, type Candidate, CHOSEN, rowsOf } from './readout/candidates.ts';
import { COUNT_CANDIDATES, COUNT_CHOSEN } from './readout/count-candidates.ts';
import { type CountFigures, countFigures, countTrue } from './readout/count-figures.ts';
import { type LabelledTerms, labelledTermsRead, labelOf } from './readout/recorded.ts';
import { type ReadClip, type ReadoutSetup, readoutWorkerServe } from './readout/worker.ts';
import { chancesCrossed, type LogisticFit, logisticFit, type RegressionRow } from './regression/logistic.ts';

/** Of the standardised weights; a tenth or ten times as much changes no figure by 0.02. */
const RIDGE = 10;

/** The least that another person's readout may differ by in a digit that is kept. */
const DIGITS = 4;

/** What the second table tells. */
const COUNT_DEFINITION =
  'The count of a clip is the greatest number of separate B-lines in one intercostal space that a share of its images show; the truth is so by a tenth of the images. Error: mean absolute error. What is fitted is told by fits on other clips.';

function fitOf(rows: readonly RegressionRow[]): LogisticFit {
  return logisticFit(rows, RIDGE);
}

function readoutFit(aspect: ReadoutAspect, candidate: Candidate, clips: readonly ReadClip[]): Readout {
  const { bias, weights } = fitOf(rowsOf(aspect, candidate, clips));
  const rounded = (value: number): number => Number(value.toPrecision(DIGITS));
  return {
    bias: rounded(bias),
    terms: Object.fromEntries(candidate.terms.map((term, at) => [term, rounded(weights[at]!)])),
  };
}

/** How well scores tell an aspect: area under the ROC curve; of the artefact score, the rank correlation. */
function figureOf(
  aspect: ReadoutAspect,
  scores: readonly number[],
  truths: readonly number[],
): number | null {
  if (aspect === 'blas') return rankCorrelation(scores.map((score, at) => [score, truths[at]!]));
  return rocArea(scores.map((score, at) => ({ score, truth: truths[at]! === 1 })));
}

function crossed(aspect: ReadoutAspect, rows: readonly RegressionRow[]): number | null {
  return figureOf(
    aspect,
    chancesCrossed(rows, fitOf),
    rows.map(({ truth }) => truth),
  );
}

/** What a readout makes of recordings, and what fits on other patients' recordings would. */
function recordedFigures(
  aspect: ReadoutAspect,
  candidate: Candidate,
  readout: Readout,
  recorded: readonly LabelledTerms[],
): readonly [number | null, number | null] {
  const known = recorded.flatMap((clip) => {
    const truth = labelOf(aspect, clip);
    return truth === null ? [] : [{ ...clip, truth }];
  });
  const rows = known.map(({ terms, cluster, truth }) => ({
    values: candidate.terms.map((term) => termLog(terms[term])),
    truth: aspect === 'blas' ? truth / 3 : truth,
    cluster,
  }));
  const scores = known.map(({ terms }) => readoutOf(readout, terms));
  return [
    figureOf(
      aspect,
      scores,
      known.map(({ truth }) => truth),
    ),
    rows.length === 0 ? null : crossed(aspect, rows),
  ];
}

function comparisonTable(clips: readonly ReadClip[], recorded: readonly LabelledTerms[] | null): string {
  const said = (value: number | null): string => (value === null ? '-' : value.toFixed(3));
  const rows = READOUT_ASPECTS.flatMap((aspect) =>
    CANDIDATES.map((candidate) => {
      const simulated = crossed(aspect, rowsOf(aspect, candidate, clips));
      const more =
        recorded === null
          ? []
          : recordedFigures(aspect, candidate, readoutFit(aspect, candidate, clips), recorded).map(said);
      const mark = CHOSEN[aspect] === candidate.name ? ' (chosen)' : '';
      return [aspect, `${candidate.name}${mark}`, said(simulated), ...more];
    }),
  );
  const head = ['Aspect', 'Read by', 'Simulated, cross-validated'];
  return tableOf([recorded === null ? head : [...head, 'Recorded', 'Recorded, fitted on others'], ...rows]);
}

/** How each way to count B-lines does on all simulated clips, and on those that have any. */
function countTable(clips: readonly ReadClip[]): string {
  const truths = clips.map(countTrue);
  const isThere = (_: number, at: number): boolean => truths[at]! > 0;
  const said = ({ error, exact, withinOne, bias }: CountFigures): readonly string[] => [
    error.toFixed(3),
    `${(100 * exact).toFixed(1)} %`,
    `${(100 * withinOne).toFixed(1)} %`,
    bias.toFixed(3),
  ];
  const rows = COUNT_CANDIDATES.map(({ name, count }) => {
    const counts = count(clips, fitOf);
    return [
      name === COUNT_CHOSEN ? `${name} (chosen)` : name,
      ...said(countFigures(counts, truths)),
      ...said(countFigures(counts.filter(isThere), truths.filter(isThere))),
    ];
  });
  const heads = ['error', 'exact', 'within 1', 'bias'];
  const there = truths.filter((truth) => truth > 0).length;
  const head = ['Count by', ...heads, ...heads.map((name) => `${name}, of ${there} with B-lines`)];
  return tableOf([head, ...rows]);
}

async function simulatedRead(setup: ReadoutSetup, count: number): Promise<readonly ReadClip[]> {
  const clips = new Array<ReadClip>(count);
  let done = 0;
  await ordersRun<number, ReadClip>(
    fileURLToPath(import.meta.url),
    setup,
    Array.from({ length: count }, (_, index) => index),
    Math.min(2, availableParallelism()),
    (clip, place) => {
      clips[place] = clip;
      done += 1;
      if (done % 50 === 0) console.error(`${done} of ${count} simulated clips read`);
    },
  );
  return clips;
}

async function readoutStart(): Promise<void> {
  const { values } = parseArgs({
    options: {
      clips: { type: 'string', default: '600' },
      seed: { type: 'string', default: '1' },
      real: { type: 'string' },
      write: { type: 'boolean', default: false },
      'no-cache': { type: 'boolean', default: false },
    },
  });
  const seed = integerRead(values.seed, 'seed', 0, 2 ** 32 - 1);
  const count = integerRead(values.clips, 'clips', 30, 100_000);
  const { sha256 } = await nodeModelRead();
  const recorded = values.real === undefined ? null : labelledTermsRead(resolve(values.real));
  const clips = await simulatedRead({ seed, isCached: !values['no-cache'] }, count);
  console.log(comparisonTable(clips, recorded));
  console.log(`\n${countTable(clips)}\n\n${COUNT_DEFINITION}`);
  if (!values.write) return;
  const chosen = READOUT_ASPECTS.map((aspect) => {
    const candidate = CANDIDATES.find(({ name }) => name === CHOSEN[aspect])!;
    return [aspect, readoutFit(aspect, candidate, clips)] as const;
  });
  const path = join(MODELS_FOLDER, 'clip-readout.json');
  const file = { network: sha256, clips: count, seed, ridge: RIDGE, readouts: Object.fromEntries(chosen) };
  writeFileSync(path, `${JSON.stringify(file, null, 2)}\n`);
  console.log(`\nwrote ${path}`);
}

const [, , first, second] = process.argv;
if (first === '--serve' && second !== undefined) await readoutWorkerServe(JSON.parse(second) as ReadoutSetup);
else await commandStart(readoutStart);
