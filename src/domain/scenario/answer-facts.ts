import type { Truth } from '../frame/frame.ts';
import { maskResample } from '../frame/mask.ts';
import { MASK_SIZE } from '../frame/resample.ts';
import { sectorFit } from '../geometry/sector.ts';
import type { Key } from '../grading/grade.ts';
import { keyChoose } from '../grading/key.ts';
import type { ZoneReadings } from '../survey/zone-reading.ts';

/** Facts of a frozen image. */
export interface AnswerFacts {
  readonly truth: Truth | null;
  readonly key: Key;
  /** The zones of the round's survey as they are, where there was one. */
  readonly zones?: ZoneReadings | null;
}

/** Where the source knows what it shows, nothing else is asked. */
export function truthFacts(truth: Truth): AnswerFacts {
  const sector = sectorFit(truth.mask.sector, MASK_SIZE);
  return { truth, key: keyChoose({ truth: maskResample(truth.mask, sector, MASK_SIZE), network: null }).key };
}
