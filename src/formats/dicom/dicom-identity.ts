import dicomParser from 'dicom-parser';
import type { ClipFacts } from '../../domain/annotation/annotation.ts';
import { InputError } from '../files/input-error.ts';
import { dicomComplete } from './dicom-bare.ts';
import { dicomDamaged } from './dicom-damaged.ts';
import { dicomRegion } from './dicom-region.ts';
import { TAG } from './dicom-tags.ts';

/** The identifiers of an object and of what it belongs to. They name no person, and are read only where asked for. */
const UID_TAG = {
  sopClassUid: 'x00080016',
  sopInstanceUid: 'x00080018',
  studyInstanceUid: 'x0020000d',
  seriesInstanceUid: 'x0020000e',
} as const;

const UID = /^[0-9.]{1,64}$/;

/**
 * By what a DICOM clip is known to files about it: its identifiers, how many images it has, how large they and their
 * pixels are.
 * @throws InputError `file-damaged`
 */
export function dicomIdentity(stored: Uint8Array): ClipFacts {
  try {
    const dataSet = dicomParser.parseDicom(dicomComplete(stored));
    const uid = (tag: string): string | null => {
      const text = dataSet.string(tag)?.trim() ?? '';
      return UID.test(text) ? text : null;
    };
    const width = dataSet.uint16(TAG.columns) ?? 0;
    const height = dataSet.uint16(TAG.rows) ?? 0;
    const { scale, pixelAspect } = dicomRegion(dataSet, width, height);
    const frames = dataSet.intString(TAG.numberOfFrames) ?? 1;
    return {
      sopClassUid: uid(UID_TAG.sopClassUid),
      sopInstanceUid: uid(UID_TAG.sopInstanceUid),
      studyInstanceUid: uid(UID_TAG.studyInstanceUid),
      seriesInstanceUid: uid(UID_TAG.seriesInstanceUid),
      frames: frames >= 1 ? frames : null,
      size: width > 0 && height > 0 ? { width, height } : null,
      spacing: scale === null ? null : { x: scale.mmPerPx, y: scale.mmPerPx * pixelAspect },
    };
  } catch (error) {
    // Whatever the parser throws, strings too, means that the file is broken.
    throw error instanceof InputError ? error : dicomDamaged();
  }
}
