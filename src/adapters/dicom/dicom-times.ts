import type { DataSet } from 'dicom-parser';
import { timesEven, USUAL_GAP_MS } from '../../domain/frame/image-series.ts';
import { TAG } from './dicom-tags.ts';

/**
 * When each frame is shown: by FrameTimeVector (milliseconds from the frame before, the first of them 0) where it
 * fits, else by FrameTime, CineRate or RecommendedDisplayFrameRate, else 25 a second (PS3.3 C.7.6.5).
 */
export function dicomTimes(dataSet: DataSet, count: number): readonly number[] {
  return vectorTimes(dataSet, count) ?? timesEven(count, gapMs(dataSet));
}

function vectorTimes(dataSet: DataSet, count: number): readonly number[] | null {
  const isMeant = dataSet.attributeTag(TAG.frameIncrementPointer) !== TAG.frameTime;
  if (!isMeant || dataSet.numStringValues(TAG.frameTimeVector) !== count) return null;
  const gaps = (dataSet.string(TAG.frameTimeVector) ?? '').split('\\').map(Number);
  if (gaps.length !== count || !gaps.every((gap, index) => index === 0 || gap > 0)) return null;
  let timeMs = 0;
  return gaps.map((gap, index) => {
    timeMs += index === 0 ? 0 : gap;
    return timeMs;
  });
}

function gapMs(dataSet: DataSet): number {
  const candidates = [
    dataSet.floatString(TAG.frameTime),
    1000 / (dataSet.intString(TAG.cineRate) ?? Number.NaN),
    1000 / (dataSet.intString(TAG.displayFrameRate) ?? Number.NaN),
  ];
  return candidates.find((gap) => gap !== undefined && gap > 0 && gap < 60_000) ?? USUAL_GAP_MS;
}
