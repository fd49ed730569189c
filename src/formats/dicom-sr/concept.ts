import type { MarkableFinding } from '../../domain/findings/finding.ts';
import { type DicomElement, sequence, textElement } from './dicom-elements.ts';

/** A coded concept: its value, in which scheme, and what it means. */
export interface Concept {
  readonly value: string;
  readonly scheme: 'DCM' | 'SCT' | 'UCUM' | 'RFC5646' | '99BATSIGN';
  readonly meaning: string;
}

const dcm = (value: string, meaning: string): Concept => ({ value, scheme: 'DCM', meaning });

/** Concepts of PS3.16 that a report by TID 1500 is made of. */
export const CONCEPT = {
  report: dcm('126000', 'Imaging Measurement Report'),
  language: dcm('121049', 'Language of Content Item and Descendants'),
  english: { value: 'en', scheme: 'RFC5646', meaning: 'English' },
  observerType: dcm('121005', 'Observer Type'),
  person: dcm('121006', 'Person'),
  device: dcm('121007', 'Device'),
  personName: dcm('121008', 'Person Observer Name'),
  deviceUid: dcm('121012', 'Device Observer UID'),
  procedure: dcm('121058', 'Procedure reported'),
  ultrasonography: { value: '16310003', scheme: 'SCT', meaning: 'Ultrasonography' },
  imageLibrary: dcm('111028', 'Image Library'),
  imageLibraryGroup: dcm('126200', 'Image Library Group'),
  measurements: dcm('126010', 'Imaging Measurements'),
  measurementGroup: dcm('125007', 'Measurement Group'),
  trackingId: dcm('112039', 'Tracking Identifier'),
  trackingUid: dcm('112040', 'Tracking Unique Identifier'),
  finding: dcm('121071', 'Finding'),
  imageRegion: dcm('111030', 'Image Region'),
  pathLength: dcm('121211', 'Path length'),
  millimetre: { value: 'mm', scheme: 'UCUM', meaning: 'millimeter' },
  pixels: { value: '{pixels}', scheme: 'UCUM', meaning: 'pixels' },
} as const satisfies Readonly<Record<string, Concept>>;

const own = (value: string, meaning: string): Concept => ({ value, scheme: '99BATSIGN', meaning });

/** A private scheme: no public one has a code for each of these, and a mixture is harder to read back. */
export const FINDING_CONCEPT: Readonly<Record<MarkableFinding, Concept>> = {
  rib: own('RIB', 'Rib'),
  pleural_line: own('PLEURAL_LINE', 'Pleural line'),
  a_line: own('A_LINE', 'A-line'),
  b_line: own('B_LINE', 'B-line'),
  b_line_confluence: own('B_CONFLUENCE', 'B-line confluence'),
  pleural_effusion: own('EFFUSION', 'Pleural effusion'),
  consolidation: own('CONSOLIDATION', 'Consolidation'),
};

const MEANING_LETTERS = 64;

/** A label that was kept as it is, by its place among the labels. */
export function labelConcept(label: string, place: number): Concept {
  return own(
    `LABEL_${place + 1}`,
    label
      .replace(/[\\\p{Cc}]/gu, ' ')
      .slice(0, MEANING_LETTERS)
      .trim() || 'Label',
  );
}

/** The item of a sequence that holds a concept. */
export function conceptItem({ value, scheme, meaning }: Concept): readonly DicomElement[] {
  return [
    textElement(0x00080100, 'SH', value),
    textElement(0x00080102, 'SH', scheme),
    textElement(0x00080104, 'LO', meaning),
  ];
}

/** The schemes that a report uses beyond those of the standard. */
export function schemesElement(): DicomElement {
  return sequence(0x00080110, [
    textElement(0x00080102, 'SH', '99BATSIGN'),
    textElement(0x00080115, 'ST', 'Batsign, findings of lung ultrasound'),
  ]);
}
