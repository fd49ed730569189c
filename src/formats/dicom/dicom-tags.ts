import type { DataSet } from 'dicom-parser';

/** All that is read of a file; everything else stays in it. Names of PS3.6. */
export const TAG = {
  transferSyntax: 'x00020010',
  numberOfFrames: 'x00280008',
  frameIncrementPointer: 'x00280009',
  rows: 'x00280010',
  columns: 'x00280011',
  samplesPerPixel: 'x00280002',
  photometric: 'x00280004',
  planarConfiguration: 'x00280006',
  pixelSpacing: 'x00280030',
  pixelAspectRatio: 'x00280034',
  bitsAllocated: 'x00280100',
  bitsStored: 'x00280101',
  redDescriptor: 'x00281101',
  greenDescriptor: 'x00281102',
  blueDescriptor: 'x00281103',
  redData: 'x00281201',
  greenData: 'x00281202',
  blueData: 'x00281203',
  frameTime: 'x00181063',
  frameTimeVector: 'x00181065',
  cineRate: 'x00180040',
  displayFrameRate: 'x00082144',
  regions: 'x00186011',
  pixelData: 'x7fe00010',
} as const;

/** Of one ultrasound region (PS3.3 C.8.5.5). */
export const REGION_TAG = {
  spatialFormat: 'x00186012',
  dataType: 'x00186014',
  minX0: 'x00186018',
  minY0: 'x0018601a',
  maxX1: 'x0018601c',
  maxY1: 'x0018601e',
  unitsX: 'x00186024',
  unitsY: 'x00186026',
  deltaX: 'x0018602c',
  deltaY: 'x0018602e',
} as const;

/** Data of ultrasound files that say who, when or where, or that are met most. */
const NAMES: Readonly<Record<string, string>> = {
  x00080012: 'InstanceCreationDate',
  x00080013: 'InstanceCreationTime',
  x00080018: 'SOPInstanceUID',
  x00080020: 'StudyDate',
  x00080021: 'SeriesDate',
  x00080022: 'AcquisitionDate',
  x00080023: 'ContentDate',
  x0008002a: 'AcquisitionDateTime',
  x00080030: 'StudyTime',
  x00080031: 'SeriesTime',
  x00080032: 'AcquisitionTime',
  x00080033: 'ContentTime',
  x00080050: 'AccessionNumber',
  x00080060: 'Modality',
  x00080070: 'Manufacturer',
  x00080080: 'InstitutionName',
  x00080081: 'InstitutionAddress',
  x00080090: 'ReferringPhysicianName',
  x00081010: 'StationName',
  x00081030: 'StudyDescription',
  x0008103e: 'SeriesDescription',
  x00081040: 'InstitutionalDepartmentName',
  x00081048: 'PhysiciansOfRecord',
  x00081050: 'PerformingPhysicianName',
  x00081060: 'NameOfPhysiciansReadingStudy',
  x00081070: 'OperatorsName',
  x00081090: 'ManufacturerModelName',
  x00081111: 'ReferencedPerformedProcedureStepSequence',
  x00100010: 'PatientName',
  x00100020: 'PatientID',
  x00100021: 'IssuerOfPatientID',
  x00100030: 'PatientBirthDate',
  x00100032: 'PatientBirthTime',
  x00100040: 'PatientSex',
  x00101000: 'OtherPatientIDs',
  x00101001: 'OtherPatientNames',
  x00101010: 'PatientAge',
  x00101020: 'PatientSize',
  x00101030: 'PatientWeight',
  x00101040: 'PatientAddress',
  x00102154: 'PatientTelephoneNumbers',
  x00102160: 'EthnicGroup',
  x00102180: 'Occupation',
  x001021b0: 'AdditionalPatientHistory',
  x00104000: 'PatientComments',
  x00181000: 'DeviceSerialNumber',
  x00181020: 'SoftwareVersions',
  x00181030: 'ProtocolName',
  x0020000d: 'StudyInstanceUID',
  x0020000e: 'SeriesInstanceUID',
  x00200010: 'StudyID',
  x00200011: 'SeriesNumber',
  x00200013: 'InstanceNumber',
  x00204000: 'ImageComments',
  x00321032: 'RequestingPhysician',
  x00321060: 'RequestedProcedureDescription',
  x00324000: 'StudyComments',
  x00380010: 'AdmissionID',
  x00400244: 'PerformedProcedureStepStartDate',
  x00400254: 'PerformedProcedureStepDescription',
  x00400275: 'RequestAttributesSequence',
};

const KEPT: ReadonlySet<string> = new Set([...Object.values(TAG), ...Object.values(REGION_TAG)]);
/** Lengths and identifiers of the file itself, of which nothing is anybody's. */
const OF_FORMAT = /^x0002|^x0008000[5-9]|^x00080016|^x....0000$/;

/**
 * Names of the data that a file holds beyond what is read of it, those within sequences too: names only, never
 * values. What has no name here is given by its number.
 */
export function tagsRemoved(dataSet: DataSet): readonly string[] {
  const found = new Set<string>();
  const walk = (within: DataSet): void => {
    for (const [tag, { items }] of Object.entries(within.elements)) {
      if (!KEPT.has(tag) && !OF_FORMAT.test(tag))
        found.add(NAMES[tag] ?? `(${tag.slice(1, 5)},${tag.slice(5)})`);
      for (const { dataSet: item } of items ?? []) if (item !== undefined) walk(item);
    }
  };
  walk(dataSet);
  return [...found];
}
