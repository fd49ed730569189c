import { type Agreement, agreementOf, type Pair } from '../../cli/shared/agreement.ts';
import { MARKABLE_FINDINGS, type MarkableFinding } from '../../domain/findings/finding.ts';
import type { Mask } from '../../domain/frame/frame.ts';
import { blasMeasure } from '../../domain/grading/blas.ts';
import {
  type Confusion,
  confusionAdd,
  confusionEmpty,
  confusionMeasures,
  confusionSum,
} from '../../domain/grading/confusion.ts';
import { countedFind } from '../../domain/grading/instances.ts';
import { meanDiceOf } from '../evaluate/figures.ts';

/** How one reader's mask of one frame compares with the truth; of each pair the reader's value comes first. */
export interface Reading {
  readonly all: Confusion;
  /** The B-line artefact score along the scan lines. */
  readonly blas: Pair;
  /** Separate B-lines, as the product counts them. */
  readonly bLines: Pair;
  /** Trainees' totals, 0-100, by the reader's key and by the truth; empty where nobody was graded. */
  readonly grades: readonly Pair[];
}

/** Both masks on one raster. */
export function readingMeasure(truth: Mask, reader: Mask, grades: readonly Pair[]): Reading {
  const all = confusionEmpty();
  confusionAdd(all, truth.classes, reader.classes);
  const count = (mask: Mask): number => countedFind(mask, 'b_line').length;
  return {
    all,
    blas: [blasMeasure(reader).scanline, blasMeasure(truth).scanline],
    bLines: [count(reader), count(truth)],
    grades,
  };
}

/** A reader's figures over many frames; shares 0-1, null where nothing was measured. */
export interface ReaderFigures {
  readonly frames: number;
  /** Over the paper's five classes, pooled over all pixels. */
  readonly meanDice: number;
  readonly dice: Readonly<Record<MarkableFinding, number | null>>;
  /** Recall. */
  readonly found: Readonly<Record<MarkableFinding, number | null>>;
  /** On all frames, and on those whose truth has B-lines or confluences. */
  readonly blas: Agreement;
  readonly blasThere: Agreement;
  readonly count: { readonly within1: number; readonly exact: number };
  readonly grade: Agreement;
}

export function readerFigures(readings: readonly Reading[]): ReaderFigures {
  const all = confusionSum(readings.map((reading) => reading.all));
  const perClass = (measure: 'dice' | 'recall'): ReaderFigures['dice'] =>
    Object.fromEntries(
      MARKABLE_FINDINGS.map((finding) => [finding, confusionMeasures(all, finding)[measure]]),
    ) as Record<MarkableFinding, number | null>;
  const blas = readings.map((reading) => reading.blas);
  const within = (most: number): number =>
    readings.filter(({ bLines: [reader, truth] }) => Math.abs(reader - truth) <= most).length /
    readings.length;
  return {
    frames: readings.length,
    meanDice: meanDiceOf(all),
    dice: perClass('dice'),
    found: perClass('recall'),
    blas: agreementOf(blas),
    blasThere: agreementOf(blas.filter(([, truth]) => truth > 0)),
    count: { within1: within(1), exact: within(0) },
    grade: agreementOf(readings.flatMap(({ grades }) => grades)),
  };
}
