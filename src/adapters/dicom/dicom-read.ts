import dicomParser, { type DataSet } from 'dicom-parser';
import { dicomComplete } from '../../domain/frame/dicom-bare.ts';
import type { ImageSeries, StoredImage } from '../../domain/frame/image-series.ts';
import { InputError } from '../../domain/frame/input-error.ts';
import { pictureCountCheck, pictureSizeCheck, pictureSizeRead } from '../../domain/frame/picture-header.ts';
import { dicomDamaged, dicomUnsupported } from './dicom-damaged.ts';
import { dicomEncoding } from './dicom-encoding.ts';
import { fragmentsJoin, framesOfFragments } from './dicom-fragments.ts';
import { jpegAsStored } from './dicom-jpeg.ts';
import { type DicomLayout, dicomPixels } from './dicom-pixels.ts';
import { dicomRegion } from './dicom-region.ts';
import { rleUnpack } from './dicom-rle.ts';
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
  const image = guarded(
    encoding === 'jpeg' ? jpegImages(dataSet, layout) : byteImages(dataSet, layout, encoding),
  );
  return {
    width: layout.columns,
    height: layout.rows,
    ...parsed(() => dicomRegion(dataSet, layout.columns, layout.rows)),
    timesMs: parsed(() => dicomTimes(dataSet, layout.frames)),
    tagsRemoved: tagsRemoved(dataSet),
    image,
  };
}

function transferSyntax(bytes: Uint8Array): string {
  return dicomParser.readPart10Header(bytes).string(TAG.transferSyntax)?.trim() ?? '';
}

/** What the parser throws, strings too, means that the file is broken. */
function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw error instanceof InputError ? error : dicomDamaged();
  }
}

function guarded(image: ImageSeries['image']): ImageSeries['image'] {
  return (index) => parsed(() => image(index));
}

function layoutRead(dataSet: DataSet): DicomLayout {
  return parsed(() => {
    if (dataSet.elements[TAG.pixelData] === undefined) {
      throw new InputError(
        'video-without-pictures',
        'The DICOM file holds no image, perhaps a report alone; choose another file.',
      );
    }
    const rows = dataSet.uint16(TAG.rows) ?? 0;
    const columns = dataSet.uint16(TAG.columns) ?? 0;
    pictureSizeCheck({ width: columns, height: rows });
    const bits = dataSet.uint16(TAG.bitsAllocated) ?? 8;
    const bitsStored = dataSet.uint16(TAG.bitsStored) ?? 8;
    if (bits !== 8) throw dicomUnsupported(`${bits} bits a sample`);
    if (bitsStored < 1 || bitsStored > 8) throw dicomUnsupported(`${bitsStored} of 8 bits a sample`);
    const frames = dataSet.intString(TAG.numberOfFrames) ?? 1;
    if (!(frames >= 1)) throw dicomDamaged('does not say how many images it holds');
    pictureCountCheck(frames);
    return {
      columns,
      rows,
      frames,
      bitsStored,
      photometric: dataSet.string(TAG.photometric)?.trim() ?? '',
      samples: dataSet.uint16(TAG.samplesPerPixel) ?? 1,
    };
  });
}

function byteImages(dataSet: DataSet, layout: DicomLayout, encoding: 'plain' | 'rle'): ImageSeries['image'] {
  const element = dataSet.elements[TAG.pixelData]!;
  const bytes = dataSet.byteArray;
  const stored = encoding === 'plain' ? element.length : null;
  const { frameBytes, planes, grey } = parsed(() => dicomPixels(dataSet, layout, stored));
  if (encoding === 'plain') {
    const { dataOffset, length } = element;
    if (length < layout.frames * frameBytes || dataOffset + length > bytes.length) throw dicomDamaged();
    return (index): StoredImage => {
      const from = dataOffset + index * frameBytes;
      return { kind: 'grey', grey: grey(bytes.subarray(from, from + frameBytes), false) };
    };
  }
  const frames = parsed(() => framesOfFragments(element, bytes, layout.frames));
  return (index): StoredImage => {
    const unpacked = rleUnpack(fragmentsJoin(frames[index]!, bytes), planes, layout.columns * layout.rows);
    if (unpacked === null) throw dicomDamaged();
    return { kind: 'grey', grey: grey(unpacked, true) };
  };
}

function jpegImages(
  dataSet: DataSet,
  { columns, rows, frames: count, photometric }: DicomLayout,
): ImageSeries['image'] {
  const bytes = dataSet.byteArray;
  const frames = parsed(() => framesOfFragments(dataSet.elements[TAG.pixelData]!, bytes, count));
  return (index): StoredImage => {
    const jpeg = fragmentsJoin(frames[index]!, bytes);
    const { width, height } = pictureSizeRead('jpeg', jpeg);
    if (width !== columns || height !== rows)
      throw dicomDamaged('contradicts itself about the size of its images');
    return {
      kind: 'jpeg',
      jpeg: photometric === 'RGB' ? jpegAsStored(jpeg) : jpeg,
      isNegative: photometric === 'MONOCHROME1',
    };
  };
}
