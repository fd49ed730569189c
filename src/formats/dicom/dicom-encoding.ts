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
const OTHERS: readonly (readonly [begin: string, how: Parameters<typeof dicomUnsupported>[0]])[] = [
  ['1.2.840.10008.1.2.1.99', { code: 'dicomDeflated' }],
  ['1.2.840.10008.1.2.2', { code: 'dicomBigEndian' }],
  ['1.2.840.10008.1.2.4.51', { code: 'dicomJpegExtended' }],
  ['1.2.840.10008.1.2.4.57', { code: 'dicomJpegLossless' }],
  ['1.2.840.10008.1.2.4.70', { code: 'dicomJpegLossless' }],
  ['1.2.840.10008.1.2.4.80', { code: 'dicomEncoded', encoding: 'JPEG-LS' }],
  ['1.2.840.10008.1.2.4.81', { code: 'dicomEncoded', encoding: 'JPEG-LS' }],
  ['1.2.840.10008.1.2.4.9', { code: 'dicomEncoded', encoding: 'JPEG 2000' }],
  ['1.2.840.10008.1.2.4.20', { code: 'dicomEncoded', encoding: 'High-Throughput JPEG 2000' }],
  ['1.2.840.10008.1.2.4.10', { code: 'dicomVideo' }],
];

/** @throws InputError `encoding-unsupported` naming what the file is stored as */
export function dicomEncoding(transferSyntax: string): DicomEncoding {
  const read = READ[transferSyntax];
  if (read !== undefined) return read;
  const other = OTHERS.find(([begin]) => transferSyntax.startsWith(begin));
  if (other !== undefined) throw dicomUnsupported(other[1]);
  const isIdentifier = /^[\d.]{1,64}$/.test(transferSyntax);
  throw dicomUnsupported(
    isIdentifier ? { code: 'dicomEncodingUnlisted', transferSyntax } : { code: 'dicomEncodingUnknown' },
  );
}
