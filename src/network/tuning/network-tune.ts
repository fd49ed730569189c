import { FINDINGS } from '../../domain/findings/finding.ts';
import {
  type Confusion,
  confusionAdd,
  confusionEmpty,
  confusionMeasures,
} from '../../domain/grading/confusion.ts';
import { type Random, randomCreate } from '../../domain/numbers/random.ts';
import type { Weights } from '../model-read.ts';
import type { NetworkSpecification } from '../network-specification.ts';
import { type Example, exampleFlip } from './example.ts';
import { type Features, featureReader } from './features.ts';
import { type Lesson, type Tuner, tunerCreate } from './tuner.ts';
import { TuningError } from './tuning-error.ts';
import { shuffled, tuningFolds } from './tuning-folds.ts';
import {
  TUNING_BATCH,
  TUNING_PULL,
  TUNING_REHEARSED,
  type TuningSchedule,
  tuningRate,
  tuningSchedule,
} from './tuning-schedule.ts';
import { type TuningCut, type TuningScope, tuningCut } from './tuning-scope.ts';

/** A labelled picture and the exam that it is of. */
export interface TuningFrame {
  readonly example: Example;
  readonly group: string;
}

export interface TuningOrder {
  readonly frames: readonly TuningFrame[];
  /** Gives examples of what the network knows already (see rehearsalDraw), to learn from beside the frames. */
  readonly rehearse: () => readonly Example[];
  readonly scope: TuningScope;
  readonly seed: number;
  /** Time that all of it may take, ms. */
  readonly budgetMs: number;
  /** Milliseconds since any fixed moment. */
  readonly now: () => number;
  /** Called now and then with the share that is done (0-1) and the time that the rest will take. */
  readonly tell: (share: number, leftMs: number) => void;
}

export interface TuningResult {
  /** All weights; the given ones where nothing was gained. */
  readonly weights: Weights;
  /** Steps that the weights were tuned for; 0 where nothing was gained. */
  readonly steps: number;
  /** Mean Dice of the classes in the frames by cross-validation over exams, at the start and after `steps`. */
  readonly before: number;
  readonly after: number;
  /** How many steps time would have allowed for, and whether that was fewer than wished. */
  readonly schedule: TuningSchedule;
}

const FRAMES_LEAST = 4;
const FOLDS = 3;
/** A gain below this is as likely chance: the start is kept. */
const GAIN_LEAST = 0.005;
/** Share of the time that steps may take; the rest is for judging and for a machine that slows down. */
const STEPS_SHARE = 0.8;
const TIMED_STEPS = 3;

/** Both sides of one frame, after the frozen layers. */
type Pair = readonly [plain: Features, flipped: Features];

function framesCheck(frames: readonly TuningFrame[]): void {
  const exams = new Set(frames.map(({ group }) => group)).size;
  if (frames.length < FRAMES_LEAST || exams < 2) {
    throw new TuningError('frames-too-few', {
      code: 'tuningFramesFew',
      frames: frames.length,
      exams,
      least: FRAMES_LEAST,
    });
  }
  if (frames.some(({ example }) => example.classes.some((value) => value > 0))) return;
  throw new TuningError('findings-missing', { code: 'tuningWithoutFindings' });
}

/** Mean over the classes that the truth holds, background left out. */
function meanDice(confusion: Confusion): number {
  const dice = FINDINGS.slice(1)
    .map((finding) => confusionMeasures(confusion, finding))
    .filter(({ pixels }) => pixels > 0)
    .map((measures) => measures.dice ?? 0);
  return dice.reduce((sum, value) => sum + value, 0) / dice.length;
}

/** Endless pictures: every one once before any comes again. */
function pictures(lessons: readonly Lesson[], random: Random): () => Lesson {
  let waiting: Lesson[] = [];
  return () => {
    if (waiting.length === 0) waiting = shuffled(lessons, random);
    return waiting.pop()!;
  };
}

/** Endless batches, a part of each rehearsed where there is anything to rehearse. */
function batches(pairs: readonly Pair[], rehearsed: readonly Features[], random: Random): () => Lesson[] {
  const holds = (value: number): boolean => pairs.some(([plain]) => plain.classes.includes(value));
  const taught = FINDINGS.map((_, value) => holds(value));
  const all = FINDINGS.map(() => true);
  const own = pictures(
    pairs.flat().map((features) => ({ features, taught })),
    random,
  );
  const known = pictures(
    rehearsed.map((features) => ({ features, taught: all })),
    random,
  );
  const repeated = rehearsed.length === 0 ? 0 : TUNING_REHEARSED;
  return () => Array.from({ length: TUNING_BATCH }, (_, place) => (place < repeated ? known() : own()));
}

async function featuresRead(
  specification: NetworkSpecification,
  start: Weights,
  cut: TuningCut,
  { frames, rehearse }: TuningOrder,
): Promise<{ readonly pairs: readonly Pair[]; readonly rehearsed: readonly Features[] }> {
  const reader = featureReader(specification, start, cut);
  try {
    const pairs: Pair[] = [];
    for (const { example } of frames) {
      const flipped = exampleFlip(example, specification.input.width);
      pairs.push([await reader.read(example), await reader.read(flipped)]);
    }
    const rehearsed: Features[] = [];
    for (const example of rehearse()) rehearsed.push(await reader.read(example));
    return { pairs, rehearsed };
  } finally {
    reader.dispose();
  }
}

/**
 * Adapts a network to labelled frames of one machine, on the current tfjs backend. The encoder stays as it is; the
 * layers of the scope are tuned. Cross-validation over exams decides for how many steps, and whether at all: where no
 * number of steps helps on exams that were not learnt from, the start is kept. The tuning that counts then learns from
 * all frames for as many steps. The same order gives the same weights on a machine that is fast enough for it.
 * @throws TuningError
 */
export async function networkTune(
  specification: NetworkSpecification,
  start: Weights,
  order: TuningOrder,
): Promise<TuningResult> {
  const { frames, now, tell } = order;
  framesCheck(frames);
  const began = now();
  const cut = tuningCut(specification, order.scope);
  const { pairs, rehearsed } = await featuresRead(specification, start, cut, order);
  const folds = tuningFolds(
    frames.map(({ group }) => group),
    FOLDS,
    randomCreate(order.seed, 1),
  );
  const tunerNew = (): Tuner => tunerCreate(specification, start, cut, TUNING_PULL);
  const stepMs = await stepTime(tunerNew(), batches(pairs, rehearsed, randomCreate(0, 0)), now);
  const left = order.budgetMs - (now() - began);
  const schedule = tuningSchedule(frames.length, (STEPS_SHARE * left) / stepMs / (folds.length + 1));
  const whole = schedule.steps * (folds.length + 1);
  const tuningBegan = now();
  let done = 0;
  const stepped = (): void => {
    done += 1;
    tell(done / whole, ((now() - tuningBegan) / done) * (whole - done));
  };

  const judged = [0, ...schedule.marks].map(() => confusionEmpty());
  const judge = async (tuner: Tuner, places: readonly number[], mark: number): Promise<void> => {
    for (const place of places) {
      const [plain] = pairs[place]!;
      confusionAdd(judged[mark]!, plain.classes, await tuner.classes(plain));
    }
  };
  for (const [index, fold] of folds.entries()) {
    const given = fold.training.map((place) => pairs[place]!);
    const tuner = tunerNew();
    const next = batches(given, rehearsed, randomCreate(order.seed, 2 + index));
    await judge(tuner, fold.judged, 0);
    for (let step = 0; step < schedule.steps; step++) {
      await tuner.step(next(), tuningRate(step, schedule));
      stepped();
      const mark = schedule.marks.indexOf(step + 1);
      if (mark >= 0) await judge(tuner, fold.judged, mark + 1);
    }
  }
  const dice = judged.map(meanDice);
  const best = dice.indexOf(Math.max(...dice));
  const before = dice[0]!;
  if (dice[best]! - before < GAIN_LEAST) return { weights: start, steps: 0, before, after: before, schedule };

  const steps = schedule.marks[best - 1]!;
  const tuner = tunerNew();
  const next = batches(pairs, rehearsed, randomCreate(order.seed, 2 + FOLDS));
  for (let step = 0; step < steps; step++) {
    await tuner.step(next(), tuningRate(step, schedule));
    stepped();
  }
  tell(1, 0);
  return { weights: tuner.weights(), steps, before, after: dice[best]!, schedule };
}

/** Milliseconds of one step, on a tuner that is thrown away. */
async function stepTime(tuner: Tuner, next: () => Lesson[], now: () => number): Promise<number> {
  await tuner.step(next(), 0);
  const from = now();
  for (let step = 0; step < TIMED_STEPS; step++) await tuner.step(next(), 0);
  return Math.max(0.01, (now() - from) / TIMED_STEPS);
}
