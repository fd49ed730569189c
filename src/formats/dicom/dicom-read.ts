import dicomParser, { type DataSet } from 'dicom-parser';
import { exifAt } from '../exif/exif-orientation.ts';
import type { ImageSeries, StoredImage } from '../files/image-series.ts';
import { InputError } from '../files/input-error.ts';
import { pictureCountCheck, pictureSizeCheck, pictureSizeRead } from '../files/picture-header.ts';
import { dicomComplete } from './dicom-bare.ts';
import { dicomDamaged, dicomUnsupported } from './dicom-damaged.ts';
import { type DicomEncoding, dicomEncoding } from './dicom-encoding.ts';
import { fragmentsJoin, framesOfFragments } from './dicom-fragments.ts';
import { isJpegStart, jpegAsStored } from './dicom-jpeg.ts';
import { type DicomLayout, dicomPixels } from './dicom-pixels.ts';
import { dicomRegion } from './dicom-region.ts';
import { isRleStart, rleUnpack } from './dicom-rle.ts';
import { TAG, tagsRemoved } from './dicom-tags.ts';
import { dicomTimes } from './dicom-times.ts';

/**
 * The images of a DICOM file (PS3.10) with their times, region and scale: 8 bits, grey or colour, uncompressed
 * little-endian, RLE or JPEG baseline. Of everything else in the file only names leave it.
 * @throws InputError `file-damaged`, `encoding-unsupported`, `picture-too-small`, `picture-too-large`,
 *   `too-many-pictures`, `video-without-pictures`
 */
export function dicomRead(stored: Uint8Array): ImageSeries {
  const bytes = dicomComplete(stored);
  // Its header names the encoding and can be read whatever that is; the rest only of those that are known.
  const encoding = parsed(() => dicomEncoding(transferSyntax(bytes)));
  const dataSet = parsed(() => dicomParser.parseDicom(bytes));
  const layout = layoutRead(dataSet);
  const { count, isUneven, image } = parsed(() => imagesRead(dataSet, layout, encoding));
  pictureCountCheck(count);
  return {
    width: layout.columns,
    height: layout.rows,
    ...parsed(() => dicomRegion(dataSet, layout.columns, layout.rows)),
    timesMs: parsed(() => dicomTimes(dataSet, count)),
    tagsRemoved: tagsRemoved(dataSet),
    notes: countNotes(layout.framesStated, count, isUneven),
    image: (index) => parsed(() => image(index)),
  };
}

function transferSyntax(bytes: Uint8Array): string {
  return dicomParser.readPart10Header(bytes).string(TAG.transferSyntax)?.trim() ?? '';
}

/** Whatever the parser throws, strings too, means that the file is broken. */
function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw error instanceof InputError ? error : dicomDamaged();
  }
}

/** Images that are there though the file says otherwise are not kept back in silence. */
function countNotes(stated: number | null, count: number, isUneven: boolean): ImageSeries['notes'] {
  if (stated === count) return [];
  if (isUneven) return [{ code: 'dicomImagesUneven' }];
  if (count === 1) return [];
  return stated === null
    ? [{ code: 'dicomImagesUncounted', images: count }]
    : [{ code: 'dicomImagesMore', stated, images: count }];
}

function layoutRead(dataSet: DataSet): DicomLayout {
  return parsed(() => {
    if (dataSet.elements[TAG.pixelData] === undefined) {
      throw new InputError('video-without-pictures', { code: 'dicomWithoutImage' });
    }
    const rows = dataSet.uint16(TAG.rows) ?? 0;
    const columns = dataSet.uint16(TAG.columns) ?? 0;
    pictureSizeCheck({ width: columns, height: rows });
    const bits = dataSet.uint16(TAG.bitsAllocated) ?? 8;
    const bitsStored = dataSet.uint16(TAG.bitsStored) ?? 8;
    if (bits !== 8) throw dicomUnsupported({ code: 'dicomBits', bits });
    if (bitsStored < 1 || bitsStored > 8) {
      throw dicomUnsupported({ code: 'dicomBitsOfEight', bits: bitsStored });
    }
    const stated = dataSet.intString(TAG.numberOfFrames) ?? 0;
    pictureCountCheck(stated);
    return {
      columns,
      rows,
      framesStated: stated >= 1 ? stated : null,
      bitsStored,
      photometric: dataSet.string(TAG.photometric)?.trim() ?? '',
      samples: dataSet.uint16(TAG.samplesPerPixel) ?? 1,
    };
  });
}

/** The images that are there, at least as many as the file states. */
interface Images {
  readonly count: number;
  /** Whether data are left that make no whole image, but for a byte that fills up. */
  readonly isUneven: boolean;
  readonly image: ImageSeries['image'];
}

function imagesRead(dataSet: DataSet, layout: DicomLayout, encoding: DicomEncoding): Images {
  if (encoding === 'jpeg') return jpegImages(dataSet, layout);
  return encoding === 'rle' ? rleImages(dataSet, layout) : plainImages(dataSet, layout);
}

function plainImages(dataSet: DataSet, layout: DicomLayout): Images {
  const { dataOffset, length } = dataSet.elements[TAG.pixelData]!;
  const bytes = dataSet.byteArray;
  const { frameBytes, grey } = dicomPixels(dataSet, layout, length);
  const count = Math.floor(length / frameBytes);
  if (count < (layout.framesStated ?? 1) || dataOffset + length > bytes.length) throw dicomDamaged();
  return {
    count,
    isUneven: length - count * frameBytes > 1,
    image(index): StoredImage {
      const from = dataOffset + index * frameBytes;
      return { kind: 'grey', grey: grey(bytes.subarray(from, from + frameBytes), false) };
    },
  };
}

function rleImages(dataSet: DataSet, layout: DicomLayout): Images {
  const bytes = dataSet.byteArray;
  const { planes, grey } = dicomPixels(dataSet, layout, null);
  const frames = framesOfFragments(dataSet.elements[TAG.pixelData]!, bytes, layout.framesStated, isRleStart);
  return {
    count: frames.length,
    isUneven: false,
    image(index): StoredImage {
      const unpacked = rleUnpack(fragmentsJoin(frames[index]!, bytes), planes, layout.columns * layout.rows);
      if (unpacked === null) throw dicomDamaged();
      return { kind: 'grey', grey: grey(unpacked, true) };
    },
  };
}

function jpegImages(dataSet: DataSet, { columns, rows, framesStated, photometric }: DicomLayout): Images {
  const bytes = dataSet.byteArray;
  const frames = framesOfFragments(dataSet.elements[TAG.pixelData]!, bytes, framesStated, isJpegStart);
  return {
    count: frames.length,
    isUneven: false,
    image(index): StoredImage {
      const jpeg = fragmentsJoin(frames[index]!, bytes);
      // The file says how its images lie: what is said inside a JPEG does not count.
      const exif = exifAt(jpeg);
      if (exif !== null) jpeg[exif] = 0;
      const { width, height } = pictureSizeRead('jpeg', jpeg);
      if (width !== columns || height !== rows) throw dicomDamaged({ code: 'dicomSizesContradict' });
      return {
        kind: 'jpeg',
        jpeg: photometric === 'RGB' ? jpegAsStored(jpeg) : jpeg,
        isNegative: photometric === 'MONOCHROME1',
      };
    },
  };
}
