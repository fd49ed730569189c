import type { DataSet } from 'dicom-parser';
import type { PxBox } from '../../domain/frame/image-series.ts';
import { REGION_TAG, TAG } from './dicom-tags.ts';

/** Values of the region's attributes, PS3.3 C.8.5.5.1. */
const FORMAT_2D = 1;
const TYPE_TISSUE = 1;
const UNIT_CM = 3;

/** What a file says of the place and the scale of its ultrasound image. */
export interface DicomRegion {
  readonly region: PxBox | null;
  /** Of a pixel's width. */
  readonly mmPerPx: number | null;
  /** Height of a pixel over its width. */
  readonly pixelAspect: number;
}

/** Lengths that an ultrasound pixel can have, mm: beyond them the calibration is wrong. */
const MM_PER_PX = { least: 0.005, most: 5 } as const;
/** Pixels that are this nearly square are square. */
const SQUARE = 0.005;

/** The largest two-dimensional region of tissue in `columns` x `rows` pixels, and what PixelAspectRatio says. */
export function dicomRegion(dataSet: DataSet, columns: number, rows: number): DicomRegion {
  const items = dataSet.elements[TAG.regions]?.items ?? [];
  const found = items
    .flatMap(({ dataSet: item }) => (item === undefined ? [] : [regionRead(item, columns, rows)]))
    .filter((region) => region !== null)
    .sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height)[0];
  const stated = statedAspect(dataSet);
  if (found === undefined) return { region: null, mmPerPx: null, pixelAspect: stated };
  const { box, xMm, yMm } = found;
  if (xMm === null || yMm === null) return { region: box, mmPerPx: null, pixelAspect: stated };
  if (Math.abs(yMm / xMm - 1) < SQUARE) return { region: box, mmPerPx: (xMm + yMm) / 2, pixelAspect: 1 };
  return { region: box, mmPerPx: xMm, pixelAspect: yMm / xMm };
}

interface Region {
  readonly box: PxBox;
  readonly xMm: number | null;
  readonly yMm: number | null;
}

function regionRead(item: DataSet, columns: number, rows: number): Region | null {
  const isTissue =
    item.uint16(REGION_TAG.spatialFormat) === FORMAT_2D && item.uint16(REGION_TAG.dataType) === TYPE_TISSUE;
  const left = item.uint32(REGION_TAG.minX0);
  const top = item.uint32(REGION_TAG.minY0);
  const right = item.uint32(REGION_TAG.maxX1);
  const bottom = item.uint32(REGION_TAG.maxY1);
  if (!isTissue || left === undefined || top === undefined || right === undefined || bottom === undefined) {
    return null;
  }
  // Both corners belong to the region.
  const width = Math.min(columns, right + 1) - left;
  const height = Math.min(rows, bottom + 1) - top;
  if (width < 1 || height < 1) return null;
  return {
    box: { left, top, width, height },
    xMm: lengthMm(item, REGION_TAG.unitsX, REGION_TAG.deltaX),
    yMm: lengthMm(item, REGION_TAG.unitsY, REGION_TAG.deltaY),
  };
}

function lengthMm(item: DataSet, unitTag: string, deltaTag: string): number | null {
  const mm = 10 * Math.abs(item.double(deltaTag) ?? 0);
  const isLength = item.uint16(unitTag) === UNIT_CM && mm >= MM_PER_PX.least && mm <= MM_PER_PX.most;
  return isLength ? mm : null;
}

/** PixelAspectRatio: vertical size, then horizontal size of a pixel, as whole numbers. */
function statedAspect(dataSet: DataSet): number {
  const aspect =
    (dataSet.intString(TAG.pixelAspectRatio, 0) ?? 1) / (dataSet.intString(TAG.pixelAspectRatio, 1) ?? 1);
  return aspect > 0.25 && aspect < 4 && Math.abs(aspect - 1) >= SQUARE ? aspect : 1;
}
