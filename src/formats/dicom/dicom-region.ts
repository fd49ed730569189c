import type { DataSet } from 'dicom-parser';
import type { KnownScale } from '../../domain/geometry/sector-scale.ts';
import type { PxBox } from '../files/image-series.ts';
import { REGION_TAG, TAG } from './dicom-tags.ts';

/** Values of the region's attributes, PS3.3 C.8.5.5.1. */
const FORMAT_2D = 1;
const TYPE_TISSUE = 1;
const UNIT_CM = 3;

/** Place and scale of a file's ultrasound image, as the file states them. */
export interface DicomRegion {
  readonly region: PxBox | null;
  /** Of a pixel's width, by the region or, for want of one, by PixelSpacing; null where neither can be gone by. */
  readonly scale: KnownScale | null;
  /** Height of a pixel over its width. */
  readonly pixelAspect: number;
}

/** Lengths that an ultrasound pixel can have, mm: beyond them the calibration is wrong. */
const MM_PER_PX = { least: 0.005, most: 5 } as const;
/** Pixels that are this nearly square are square. */
const SQUARE = 0.005;
/** Beyond this a difference between the sides of a pixel is a calibration that nobody should go by. */
const NEARLY_SQUARE = 0.02;
/** How deep an ultrasound image of the chest can reach, mm. */
const DEPTH_MM = { least: 15, most: 400 } as const;
/** Some devices count the corner beyond the last pixel. */
const CORNER_SLIP_PX = 1;

/** The largest two-dimensional region of tissue in `columns` x `rows` pixels, and what else says how large a pixel is. */
export function dicomRegion(dataSet: DataSet, columns: number, rows: number): DicomRegion {
  const items = dataSet.elements[TAG.regions]?.items ?? [];
  const found = items
    .flatMap(({ dataSet: item }) => (item === undefined ? [] : [regionRead(item, columns, rows)]))
    .filter((region) => region !== null)
    .sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height)[0];
  if (found !== undefined) return { region: found.box, ...regionScale(found, dataSet) };
  const spacing = items.length === 0 ? pixelSpacing(dataSet) : null;
  const read = spacing === null ? null : scaleOf(spacing.xMm, spacing.yMm, rows, 'pixel_spacing');
  return { region: null, ...(read?.scale ? read : { scale: null, pixelAspect: statedAspect(dataSet) }) };
}

type PixelScale = Pick<DicomRegion, 'scale' | 'pixelAspect'>;

function regionScale({ box, isWithin, xMm, yMm }: Region, dataSet: DataSet): PixelScale {
  if (xMm === null || yMm === null) return { scale: null, pixelAspect: statedAspect(dataSet) };
  const read = scaleOf(xMm, yMm, box.height, 'dicom');
  // A picture that was made smaller or cut keeps the region of the old one: then its lengths are wrong as well.
  return isWithin ? read : { ...read, scale: null };
}

/** The scale of pixels of such sides, known only where an image of so many rows can be so deep. */
function scaleOf(xMm: number, yMm: number, rows: number, origin: KnownScale['origin']): PixelScale {
  const aspect = yMm / xMm;
  const pixelAspect = Math.abs(aspect - 1) < SQUARE ? 1 : aspect;
  const depthMm = rows * yMm;
  const canBe =
    Math.abs(aspect - 1) <= NEARLY_SQUARE && depthMm >= DEPTH_MM.least && depthMm <= DEPTH_MM.most;
  const mmPerPx = pixelAspect === 1 ? (xMm + yMm) / 2 : xMm;
  return { scale: canBe ? { mmPerPx, origin } : null, pixelAspect };
}

/** PixelSpacing: from one row to the next, then from one column to the next, mm. */
function pixelSpacing(dataSet: DataSet): { readonly xMm: number; readonly yMm: number } | null {
  const yMm = dataSet.floatString(TAG.pixelSpacing, 0) ?? 0;
  const xMm = dataSet.floatString(TAG.pixelSpacing, 1) ?? 0;
  return lengthCanBe(xMm) && lengthCanBe(yMm) ? { xMm, yMm } : null;
}

interface Region {
  readonly box: PxBox;
  /** Whether the picture holds all of it. */
  readonly isWithin: boolean;
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
    isWithin: right < columns + CORNER_SLIP_PX && bottom < rows + CORNER_SLIP_PX,
    xMm: lengthMm(item, REGION_TAG.unitsX, REGION_TAG.deltaX),
    yMm: lengthMm(item, REGION_TAG.unitsY, REGION_TAG.deltaY),
  };
}

function lengthMm(item: DataSet, unitTag: string, deltaTag: string): number | null {
  const mm = 10 * Math.abs(item.double(deltaTag) ?? 0);
  return item.uint16(unitTag) === UNIT_CM && lengthCanBe(mm) ? mm : null;
}

function lengthCanBe(mm: number): boolean {
  return mm >= MM_PER_PX.least && mm <= MM_PER_PX.most;
}

/** PixelAspectRatio: vertical size, then horizontal size of a pixel, as whole numbers. */
function statedAspect(dataSet: DataSet): number {
  const aspect =
    (dataSet.intString(TAG.pixelAspectRatio, 0) ?? 1) / (dataSet.intString(TAG.pixelAspectRatio, 1) ?? 1);
  return aspect > 0.25 && aspect < 4 && Math.abs(aspect - 1) >= SQUARE ? aspect : 1;
}
