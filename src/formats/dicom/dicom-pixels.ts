import type { DataSet } from 'dicom-parser';
import { greyFromColour } from '../../domain/frame/grey.ts';
import { dicomDamaged, dicomUnsupported } from './dicom-damaged.ts';
import { TAG } from './dicom-tags.ts';

/** How the bytes of an image that is not a JPEG become grey. */
export interface DicomPixels {
  /** Bytes a frame. */
  readonly frameBytes: number;
  /** Planes that RLE stores it in. */
  readonly planes: number;
  /** Row-major grey of the bytes of a frame; `isPlanar`: each sample's plane after the other, as RLE leaves it. */
  grey(bytes: Uint8Array, isPlanar: boolean): Uint8Array;
}

export interface DicomLayout {
  readonly columns: number;
  readonly rows: number;
  /** Null where the file does not say. */
  readonly framesStated: number | null;
  /** Of the 8 that each sample takes. */
  readonly bitsStored: number;
  readonly photometric: string;
  readonly samples: number;
}

/**
 * @param storedBytes of all frames where they are uncompressed, else null
 * @throws InputError `encoding-unsupported`, `file-damaged`
 */
export function dicomPixels(dataSet: DataSet, layout: DicomLayout, storedBytes: number | null): DicomPixels {
  const { columns, rows, framesStated, photometric, samples } = layout;
  const count = columns * rows;
  if (photometric === 'MONOCHROME1' || photometric === 'MONOCHROME2') {
    if (samples !== 1) throw dicomDamaged({ code: 'dicomColoursContradict' });
    const levels = monochromeLevels(layout.bitsStored, photometric === 'MONOCHROME1');
    return {
      frameBytes: count,
      planes: 1,
      grey: (bytes) => bytes.map((value) => levels[value]!),
    };
  }
  if (photometric === 'PALETTE COLOR') {
    if (samples !== 1) throw dicomDamaged({ code: 'dicomColoursContradict' });
    const greys = paletteGreys(dataSet);
    return { frameBytes: count, planes: 1, grey: (bytes) => bytes.map((index) => greys[index]!) };
  }
  if (samples !== 3) throw dicomUnsupported({ code: 'dicomSamples', photometric, samples });
  const isPlanarStored = dataSet.uint16(TAG.planarConfiguration) === 1;
  if (photometric === 'RGB') {
    const grey = (bytes: Uint8Array, isPlanar: boolean): Uint8Array =>
      greyFromColour(isPlanar || isPlanarStored ? interleaved(bytes, count) : bytes, 3);
    return { frameBytes: 3 * count, planes: 3, grey };
  }
  if (photometric !== 'YBR_FULL' && photometric !== 'YBR_FULL_422') {
    throw dicomUnsupported({ code: 'dicomEncoded', encoding: photometric });
  }
  const isHalved =
    photometric === 'YBR_FULL_422' &&
    storedBytes !== null &&
    chromaIsHalved(storedBytes, count, framesStated);
  const grey = (bytes: Uint8Array, isPlanar: boolean): Uint8Array => {
    if (isPlanar || (isPlanarStored && !isHalved)) return bytes.slice(0, count);
    return isHalved ? lumaOfPairs(bytes, count) : lumaOfTriples(bytes, count);
  };
  return { frameBytes: (isHalved ? 2 : 3) * count, planes: 3, grey };
}

/**
 * Whether the chroma of two neighbours is stored once, as YBR_FULL_422 means; some devices write the name and store all
 * three samples. The length tells where it fits as many images as are stated, or whole ones at least.
 */
function chromaIsHalved(storedBytes: number, count: number, framesStated: number | null): boolean {
  if (framesStated !== null && storedBytes < 3 * count * framesStated) return true;
  const isFull = storedBytes - 3 * count * (framesStated ?? Number.NaN) <= 1;
  return !isFull && storedBytes % (2 * count) <= 1;
}

/** Grey of each of the 256 values of a byte, of which the lower bits are stored: the whole range, black or white at 0. */
function monochromeLevels(bitsStored: number, isNegative: boolean): Uint8Array {
  const most = 2 ** bitsStored - 1;
  return Uint8Array.from({ length: 256 }, (_, value) => {
    const level = Math.round((255 * (value & most)) / most);
    return isNegative ? 255 - level : level;
  });
}

function interleaved(planes: Uint8Array, count: number): Uint8Array {
  const out = new Uint8Array(3 * count);
  for (let i = 0; i < count; i++) {
    out[3 * i] = planes[i]!;
    out[3 * i + 1] = planes[count + i]!;
    out[3 * i + 2] = planes[2 * count + i]!;
  }
  return out;
}

/** Y, Cb, Cr of each pixel: Y is the grey of Rec. 601, full range. */
function lumaOfTriples(bytes: Uint8Array, count: number): Uint8Array {
  return Uint8Array.from({ length: count }, (_, i) => bytes[3 * i]!);
}

/** Y, Y, Cb, Cr of each two pixels. */
function lumaOfPairs(bytes: Uint8Array, count: number): Uint8Array {
  return Uint8Array.from({ length: count }, (_, i) => bytes[4 * (i >> 1) + (i & 1)]!);
}

/** Grey of each of the 256 indices (PS3.3 C.7.6.3.1.5, C.7.6.3.1.6). */
function paletteGreys(dataSet: DataSet): Uint8Array {
  const red = paletteRead(dataSet, TAG.redDescriptor, TAG.redData);
  const green = paletteRead(dataSet, TAG.greenDescriptor, TAG.greenData);
  const blue = paletteRead(dataSet, TAG.blueDescriptor, TAG.blueData);
  const colours = new Uint8Array(768);
  for (let index = 0; index < 256; index++) {
    colours.set([red[index]!, green[index]!, blue[index]!], 3 * index);
  }
  return greyFromColour(colours, 3);
}

function paletteRead(dataSet: DataSet, descriptorTag: string, dataTag: string): Uint8Array {
  const entries = dataSet.uint16(descriptorTag, 0) || 65_536;
  const first = dataSet.uint16(descriptorTag, 1) ?? 0;
  const bits = dataSet.uint16(descriptorTag, 2);
  const element = dataSet.elements[dataTag];
  if (element === undefined || (bits !== 8 && bits !== 16))
    throw dicomDamaged({ code: 'dicomPaletteMissing' });
  const bytes = dataSet.byteArray.subarray(element.dataOffset, element.dataOffset + element.length);
  // Entries of 8 bits may lie in words of 16 all the same.
  const isWide = bits === 16 || bytes.length >= 2 * entries;
  if (bytes.length < entries * (isWide ? 2 : 1)) throw dicomDamaged({ code: 'dicomPaletteCutOff' });
  return Uint8Array.from({ length: 256 }, (_, index) => {
    const entry = Math.min(entries - 1, Math.max(0, index - first));
    return bytes[isWide ? 2 * entry + (bits === 16 ? 1 : 0) : entry]!;
  });
}
