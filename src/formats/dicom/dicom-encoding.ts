import { dicomUnsupported } from './dicom-damaged.ts';

/** How a transfer syntax stores images, of those that are read. */
export type DicomEncoding = 'plain' | 'rle' | 'jpeg';

/** DICOM PS3.5, section 10 and annex A. */
const READ: Readonly<Record<string, DicomEncoding>> = {
  '1.2.840.10008.1.2': 'plain',
  '1.2.840.10008.1.2.1': 'plain',
  '1.2.840.10008.1.2.5': 'rle',
  '1.2.840.10008.1.2.4.50': 'jpeg',
};

/** Others by the beginning of their identifier, the longest first where one begins another. */
const OTHERS: readonly (readonly [begin: string, name: string])[] = [
  ['1.2.840.10008.1.2.1.99', 'deflated data'],
  ['1.2.840.10008.1.2.2', 'big-endian data'],
  ['1.2.840.10008.1.2.4.51', 'extended JPEG'],
  ['1.2.840.10008.1.2.4.57', 'lossless JPEG'],
  ['1.2.840.10008.1.2.4.70', 'lossless JPEG'],
  ['1.2.840.10008.1.2.4.80', 'JPEG-LS'],
  ['1.2.840.10008.1.2.4.81', 'JPEG-LS'],
  ['1.2.840.10008.1.2.4.9', 'JPEG 2000'],
  ['1.2.840.10008.1.2.4.20', 'High-Throughput JPEG 2000'],
  ['1.2.840.10008.1.2.4.10', 'MPEG video'],
];

/** @throws InputError `encoding-unsupported` naming what the file is stored as */
export function dicomEncoding(transferSyntax: string): DicomEncoding {
  const read = READ[transferSyntax];
  if (read !== undefined) return read;
  const other = OTHERS.find(([begin]) => transferSyntax.startsWith(begin));
  const known = /^[\d.]{1,64}$/.test(transferSyntax) ? ` (${transferSyntax})` : '';
  throw dicomUnsupported(other === undefined ? `an unknown encoding${known}` : other[1]);
}
