import { type Agreement, agreementOf, type Pair } from '../../cli/shared/agreement.ts';
import { clusterResamples, type Interval, percentileInterval } from '../../cli/shared/bootstrap.ts';
import {
  FINDINGS,
  MARKABLE_FINDINGS,
  type MarkableFinding,
  PAPER_FINDINGS,
} from '../../domain/findings/finding.ts';
import {
  type ClassMeasures,
  type Confusion,
  confusionAccuracy,
  confusionMeasures,
  confusionRows,
  confusionSum,
} from '../../domain/grading/confusion.ts';
import { calibrationChance, calibrationError, calibrationSum } from './calibration.ts';
import type { FrameMeasures, KeyMeasures } from './frame-measures.ts';
import type { TestSetName } from './test-set.ts';
import { TRAINEE_LEVELS } from './trainee.ts';

/** Resamples of whole exams behind each 95 % interval. */
export const DICE_RESAMPLES = 500;

/** The frames of one exam. */
export type ExamMeasures = readonly FrameMeasures[];

export interface ClassFigures extends ClassMeasures {
  readonly diceInterval: Interval | null;
  /** Expected calibration error of the pixels that the network gives to the class. */
  readonly calibration: number | null;
  /** How large that error may be by the choice of exams alone, in 95 of 100 sets. */
  readonly calibrationChance: number | null;
}

/** Mean totals of the trainees of one level, 0-100. */
export interface LevelFigures {
  readonly name: string;
  readonly trainees: number;
  readonly truth: number | null;
  readonly network: number | null;
  readonly game: number | null;
}

/** Everything `npm run evaluate` measures on a set; shares 0-1, null where a class does not occur. */
export interface Figures {
  readonly set: TestSetName;
  readonly exams: number;
  readonly frames: number;
  /** Over the paper's five classes; a class that neither truth nor network has counts as 0. */
  readonly meanDice: number;
  readonly meanDiceInterval: Interval | null;
  /** Over all pixels of the square images, as in the paper. */
  readonly pixelAccuracy: number;
  /** Over the pixels of the sector. */
  readonly sectorAccuracy: number;
  readonly classes: Readonly<Record<MarkableFinding, ClassFigures>>;
  /** Row-normalised, in FINDINGS order, over the pixels of the sector. */
  readonly rows: readonly (readonly number[] | null)[];
  /** The B-line artefact score; `seen`: along the scan lines, on the frames where truth or network have one. */
  readonly blas: { readonly scanline: Agreement; readonly box: Agreement; readonly seen: Agreement };
  /** Shares of the frames whose separate B-lines are counted right, or wrong by one at most. */
  readonly bLineCount: { readonly exact: number; readonly within1: number };
  /** The network's key: findings that obey anatomy. */
  readonly key: {
    /** As `meanDice`, of the key. */
    readonly meanDice: number;
    /** B-lines and confluences without a root, for 1,000 frames: in the network's mask and in the key. */
    readonly rootlessMask: number;
    readonly rootless: number;
    /** Drawn up to the pleural line, and pieces left out for which anatomy has no place, for 1,000 frames. */
    readonly joined: number;
    readonly misplaced: number;
  };
  /** Share of the trainees that are given a total by the network alone. */
  readonly judged: number;
  /** Totals of simulated trainees by the network's keys against those by the truth. */
  readonly grade: {
    readonly network: Agreement;
    readonly game: Agreement;
    readonly levels: readonly LevelFigures[];
  };
}

/** Over the five classes of the paper; a class that neither side has counts as 0. */
export function meanDiceOf(confusion: Confusion): number {
  const dices = PAPER_FINDINGS.map((finding) => confusionMeasures(confusion, finding).dice ?? 0);
  return dices.reduce((left, right) => left + right) / dices.length;
}

export function testFiguresMeasure(set: TestSetName, exams: readonly ExamMeasures[]): Figures {
  const frames = exams.flat();
  const all = confusionSum(frames.map((frame) => frame.all));
  const sector = confusionSum(frames.map((frame) => frame.sector));
  const calibrations = exams.map((own) => calibrationSum(own.map((frame) => frame.calibration)));
  const calibration = calibrationSum(calibrations);
  const drawn = clusterResamples(
    calibrations.map((own, place) => ({ own, place })),
    ({ place }) => `${place}`,
    DICE_RESAMPLES,
  ).map((items) => items.map(({ own }) => own));
  const interval = intervalsOf(exams);
  const classOf = (finding: MarkableFinding): ClassFigures => ({
    ...confusionMeasures(all, finding),
    diceInterval: interval((sum) => confusionMeasures(sum, finding).dice),
    calibration: calibrationError(calibration, finding),
    calibrationChance: calibrationChance(calibrations, drawn, finding),
  });
  return {
    set,
    exams: exams.length,
    frames: frames.length,
    meanDice: meanDiceOf(all),
    meanDiceInterval: interval(meanDiceOf),
    pixelAccuracy: confusionAccuracy(all) ?? 0,
    sectorAccuracy: confusionAccuracy(sector) ?? 0,
    classes: Object.fromEntries(MARKABLE_FINDINGS.map((finding) => [finding, classOf(finding)])) as Record<
      MarkableFinding,
      ClassFigures
    >,
    rows: confusionRows(sector),
    blas: blasFigures(frames),
    bLineCount: countFigures(frames),
    key: keyFigures(frames),
    judged: judgedShare(frames),
    grade: gradeFigures(frames),
  };
}

/** 95 % intervals over exams, since the frames of one person are alike. */
function intervalsOf(
  exams: readonly ExamMeasures[],
): (measure: (confusion: Confusion) => number | null) => Interval | null {
  const items = exams.map((frames, place) => ({ place, all: confusionSum(frames.map(({ all }) => all)) }));
  const sums = clusterResamples(items, ({ place }) => `${place}`, DICE_RESAMPLES).map((drawn) =>
    confusionSum(drawn.map(({ all }) => all)),
  );
  return (measure) => percentileInterval(sums.map(measure));
}

function blasFigures(frames: readonly FrameMeasures[]): Figures['blas'] {
  const pairs = (kind: 'scanline' | 'box'): readonly Pair[] =>
    frames.map(({ blas }) => [blas.network[kind], blas.truth[kind]]);
  const scanline = pairs('scanline');
  return {
    scanline: agreementOf(scanline),
    box: agreementOf(pairs('box')),
    seen: agreementOf(scanline.filter(([network, truth]) => network > 0 || truth > 0)),
  };
}

function countFigures(frames: readonly FrameMeasures[]): Figures['bLineCount'] {
  const within = (most: number): number =>
    frames.filter(({ bLines }) => Math.abs(bLines.network - bLines.truth) <= most).length / frames.length;
  return { exact: within(0), within1: within(1) };
}

function keyFigures(frames: readonly FrameMeasures[]): Figures['key'] {
  const perThousand = (count: (key: KeyMeasures) => number): number =>
    (1000 * frames.reduce((sum, { key }) => sum + count(key), 0)) / frames.length;
  return {
    meanDice: meanDiceOf(confusionSum(frames.map(({ key }) => key.all))),
    rootlessMask: perThousand(({ rootless }) => rootless.mask),
    rootless: perThousand(({ rootless }) => rootless.key),
    joined: perThousand(({ joined }) => joined),
    misplaced: perThousand(({ misplaced }) => misplaced),
  };
}

function judgedShare(frames: readonly FrameMeasures[]): number {
  const trainees = frames.flatMap((frame) => frame.trainees);
  return trainees.length === 0
    ? 0
    : trainees.filter(({ network }) => network !== null).length / trainees.length;
}

function gradeFigures(frames: readonly FrameMeasures[]): Figures['grade'] {
  const trainees = frames.flatMap((frame) => frame.trainees);
  const against = (key: 'network' | 'game'): Agreement =>
    agreementOf(trainees.flatMap((trainee) => pairOf(trainee[key], trainee.truth)));
  return {
    network: against('network'),
    game: against('game'),
    levels: TRAINEE_LEVELS.map(({ name }, level) => {
      const own = trainees.filter((trainee) => trainee.level === level);
      const mean = (key: 'truth' | 'network' | 'game'): number | null => {
        const known = own.flatMap((trainee) => trainee[key] ?? []);
        return known.length === 0 ? null : known.reduce((sum, total) => sum + total, 0) / known.length;
      };
      return {
        name,
        trainees: own.length,
        truth: mean('truth'),
        network: mean('network'),
        game: mean('game'),
      };
    }),
  };
}

function pairOf(total: number | null, truth: number): readonly Pair[] {
  return total === null ? [] : [[total, truth]];
}

/** The output of `--json` for a set. */
export function figuresJson(figures: Figures, weightsSha256: string): object {
  const { classes, blas, bLineCount, grade, key } = figures;
  const classJson = ({
    diceInterval,
    calibration: _,
    calibrationChance: __,
    ...measures
  }: ClassFigures): object => ({
    ...measures,
    dice_ci: diceInterval,
  });
  const perClass = <Value>(say: (measured: ClassFigures) => Value): Record<string, Value> =>
    Object.fromEntries(MARKABLE_FINDINGS.map((finding) => [finding, say(classes[finding])]));
  return {
    set: figures.set,
    exams: figures.exams,
    frames: figures.frames,
    mean_dice: figures.meanDice,
    mean_dice_ci: figures.meanDiceInterval,
    pixel_accuracy: figures.pixelAccuracy,
    sector_pixel_accuracy: figures.sectorAccuracy,
    classes: perClass(classJson),
    confusion_rows: Object.fromEntries(FINDINGS.map((finding, row) => [finding, figures.rows[row]])),
    blas: errorJson(blas.scanline),
    blas_seen: errorJson(blas.seen),
    blas_box: errorJson(blas.box),
    b_line_count: { within_1: bLineCount.within1, exact: bLineCount.exact },
    key: {
      mean_dice: key.meanDice,
      rootless_per_1000_frames: key.rootless,
      rootless_per_1000_frames_of_the_mask: key.rootlessMask,
      joined_per_1000_frames: key.joined,
      misplaced_per_1000_frames: key.misplaced,
      grade_mae: grade.network.mae,
      grade_r: grade.network.r,
      grade_given: figures.judged,
      count_exact: bLineCount.exact,
    },
    grade: errorJson(grade.network),
    grade_in_game: errorJson(grade.game),
    calibration: perClass(({ calibration }) => calibration),
    calibration_chance: perClass(({ calibrationChance }) => calibrationChance),
    weights_sha256: weightsSha256,
  };
}

function errorJson({ mae, r }: Agreement): object {
  return { mae, r };
}
