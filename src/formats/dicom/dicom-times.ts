import type { DataSet } from 'dicom-parser';
import { timesEven, USUAL_GAP_MS } from '../files/image-series.ts';
import { TAG } from './dicom-tags.ts';

/** No machine makes images faster: a FrameTime below this, ms, is meant in seconds. */
const FASTEST_MS = 1;
const SLOWEST_MS = 60_000;

/**
 * When each frame is shown: by FrameTimeVector (milliseconds from the frame before, the first of them 0, which some leave
 * out) where it fits, else by FrameTime, CineRate or RecommendedDisplayFrameRate, else 25 a second (PS3.3 C.7.6.5).
 */
export function dicomTimes(dataSet: DataSet, count: number): readonly number[] {
  return vectorTimes(dataSet, count) ?? timesEven(count, gapMs(dataSet));
}

function vectorTimes(dataSet: DataSet, count: number): readonly number[] | null {
  const isMeant = dataSet.attributeTag(TAG.frameIncrementPointer) !== TAG.frameTime;
  if (!isMeant) return null;
  const stated = (dataSet.string(TAG.frameTimeVector) ?? '').split('\\').map(Number);
  const gaps = stated.length === count - 1 ? [0, ...stated] : stated;
  if (gaps.length !== count || !gaps.every((gap, index) => index === 0 || gap > 0)) return null;
  let timeMs = 0;
  return gaps.map((gap, index) => {
    timeMs += index === 0 ? 0 : gap;
    return timeMs;
  });
}

function gapMs(dataSet: DataSet): number {
  const frameTime = dataSet.floatString(TAG.frameTime) ?? Number.NaN;
  const candidates = [
    frameTime < FASTEST_MS ? 1000 * frameTime : frameTime,
    // Whole numbers by the standard, and fractions in files.
    1000 / (dataSet.floatString(TAG.cineRate) ?? Number.NaN),
    1000 / (dataSet.floatString(TAG.displayFrameRate) ?? Number.NaN),
  ];
  return candidates.find((gap) => gap >= FASTEST_MS && gap < SLOWEST_MS) ?? USUAL_GAP_MS;
}
