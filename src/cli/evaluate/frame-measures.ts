import type { Mask } from '../../domain/frame/frame.ts';
import { sectorInside } from '../../domain/frame/mask.ts';
import { blasMeasure } from '../../domain/grading/blas.ts';
import { type Confusion, confusionAdd, confusionEmpty } from '../../domain/grading/confusion.ts';
import type { BlasPair } from '../../domain/grading/grade.ts';
import { countedFind } from '../../domain/grading/instances.ts';
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
  readonly trainees: readonly TraineeGrades[];
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
  return {
    all,
    sector,
    calibration,
    blas: { truth: blasMeasure(truth), network: blasMeasure(network) },
    bLines: { truth: count(truth), network: count(network) },
    trainees,
  };
}
