import type { Mask } from '../../domain/frame/frame.ts';
import { sectorInside } from '../../domain/frame/mask.ts';
import { blasMeasure } from '../../domain/grading/blas.ts';
import { type Confusion, confusionAdd, confusionEmpty } from '../../domain/grading/confusion.ts';
import type { BlasPair } from '../../domain/grading/grade.ts';
import { countedFind } from '../../domain/grading/instances.ts';
import { anatomyRead } from '../../domain/grading/key/anatomy-read.ts';
import { findingsDraw } from '../../domain/grading/key/draw.ts';
import { rootlessCount } from '../../domain/grading/key/rootless.ts';
import { type Calibration, calibrationAdd, calibrationEmpty } from './calibration.ts';
import type { TraineeGrades } from './trainee-grades.ts';

/** The same of the truth and of the network. */
export interface Compared<Value> {
  readonly truth: Value;
  readonly network: Value;
}

/** All that is measured on one frame; pixels are counted, so that frames can be added up. */
export interface FrameMeasures {
  /** Over all pixels of the square raster, and over those of the sector. */
  readonly all: Confusion;
  readonly sector: Confusion;
  readonly calibration: Calibration;
  readonly blas: Compared<BlasPair>;
  /** Separate B-lines, as the product counts them in a mask. */
  readonly bLines: Compared<number>;
  /** Of the key that the network's mask makes, as findings that obey anatomy. */
  readonly key: KeyMeasures;
  readonly trainees: readonly TraineeGrades[];
}

/** The network's mask before and after it is read as findings that obey anatomy. */
export interface KeyMeasures {
  /** Over all pixels of the square raster. */
  readonly all: Confusion;
  /** B-lines and confluences that begin farther than ROOT_MM below the pleural line of their window. */
  readonly rootless: { readonly mask: number; readonly key: number };
  /** B-lines that were drawn up to the pleural line, and pieces for which anatomy has no place. */
  readonly joined: number;
  readonly misplaced: number;
}

/** Truth and network on one raster; `confidence` 0-255 for 0-1. */
export function frameMeasure(
  truth: Mask,
  network: Mask,
  confidence: Uint8Array,
  trainees: readonly TraineeGrades[],
): FrameMeasures {
  const all = confusionEmpty();
  const sector = confusionEmpty();
  const calibration = calibrationEmpty();
  confusionAdd(all, truth.classes, network.classes);
  const inside = sectorInside(truth.sector, truth.width, truth.height);
  confusionAdd(sector, truth.classes, network.classes, inside);
  calibrationAdd(calibration, truth.classes, network.classes, confidence);
  const count = (mask: Mask): number => countedFind(mask, 'b_line').length;
  const anatomy = anatomyRead(network);
  const drawn = findingsDraw(anatomy.findings, network);
  const key = confusionEmpty();
  confusionAdd(key, truth.classes, drawn.classes);
  return {
    all,
    sector,
    calibration,
    blas: { truth: blasMeasure(truth), network: blasMeasure(drawn) },
    bLines: { truth: count(truth), network: count(drawn) },
    key: {
      all: key,
      rootless: { mask: rootlessCount(network), key: rootlessCount(drawn) },
      joined: anatomy.refusals.joined,
      misplaced: anatomy.refusals.misplaced,
    },
    trainees,
  };
}
