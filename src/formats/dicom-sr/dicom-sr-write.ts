import {
  type AnnotatedFrame,
  type Annotation,
  type Shape,
  shapesOf,
} from '../../domain/annotation/annotation.ts';
import { AnnotationError } from '../../domain/annotation/annotation-error.ts';
import { shapeCorners } from '../../domain/annotation/clip-fit.ts';
import { findingOfLabel } from '../../domain/annotation/label-map.ts';
import { maskOutline } from '../../domain/annotation/mask-runs.ts';
import type { PxPoint } from '../../domain/geometry/point.ts';
import { CONCEPT, FINDING_CONCEPT, labelConcept, schemesElement } from './concept.ts';
import {
  type ContentItem,
  code,
  container,
  type ImageReference,
  image,
  number,
  personName,
  polyline,
  type Relationship,
  text,
  uidReference,
} from './content-item.ts';
import { type DicomElement, dicomFile, sequence, textElement } from './dicom-elements.ts';
import { uidOfText } from './dicom-uid.ts';

/** Comprehensive SR (PS3.4, B.5), the plainest that may hold coordinates of an image. */
const SOP_CLASS = '1.2.840.10008.5.1.4.1.1.88.33';

/** When a report was written, in the field's own form: YYYYMMDD and HHMMSS. */
export interface WrittenAt {
  readonly date: string;
  readonly time: string;
}

type ClipUids = Readonly<
  Record<'sopClassUid' | 'sopInstanceUid' | 'studyInstanceUid' | 'seriesInstanceUid', string>
>;
type Child = readonly [Relationship, ContentItem];

/**
 * An annotation as a DICOM structured report by TID 1500 (PS3.16), in the study of its clip: each line as the length of
 * a path (TID 1501), each area as a region (TID 1410), both with their points. What was rejected is left out. It holds
 * nothing of the patient: the fields that an archive needs for that are empty.
 * @throws AnnotationError `annotation-clip-needed` where the clip's identifiers are not known, `annotation-outside`
 *   where a point lies outside of the image, which a report may not hold, `annotation-empty`
 */
export function dicomSrWrite(annotation: Annotation, at: WrittenAt): Uint8Array<ArrayBuffer> {
  const uids = uidsOf(annotation);
  const instance = uidOfText(JSON.stringify([annotation, at]));
  const groups = annotation.frames.flatMap((frame) => groupsOf(frame, annotation, uids, instance));
  if (groups.length === 0) {
    throw new AnnotationError('annotation-empty', { code: 'annotationNothingLeft', format: 'DICOM SR' });
  }
  const own = container(CONCEPT.report, '1500', [
    ['HAS CONCEPT MOD', code(CONCEPT.language, CONCEPT.english)],
    ...observersOf(annotation),
    ['HAS CONCEPT MOD', code(CONCEPT.procedure, CONCEPT.ultrasonography)],
    ['CONTAINS', container(CONCEPT.imageLibrary, '1600', [['CONTAINS', libraryGroup(uids)]])],
    ['CONTAINS', container(CONCEPT.measurements, null, groups)],
  ]);
  return dicomFile([...headOf(instance, uids, at), ...own], (syntax) => [
    { tag: 0x00020001, vr: 'OB', value: Uint8Array.from([0, 1]) },
    textElement(0x00020002, 'UI', SOP_CLASS),
    textElement(0x00020003, 'UI', instance),
    textElement(0x00020010, 'UI', syntax),
    textElement(0x00020012, 'UI', uidOfText('batsign writer of DICOM SR 1')),
  ]);
}

function uidsOf({ clip }: Annotation): ClipUids {
  const { sopClassUid, sopInstanceUid, studyInstanceUid, seriesInstanceUid } = clip;
  if (
    sopClassUid !== null &&
    sopInstanceUid !== null &&
    studyInstanceUid !== null &&
    seriesInstanceUid !== null
  ) {
    return { sopClassUid, sopInstanceUid, studyInstanceUid, seriesInstanceUid };
  }
  throw new AnnotationError('annotation-clip-needed', { code: 'annotationClipUidMissing' });
}

/** Everything but the content: type 1 and 2 attributes of the modules of a Comprehensive SR, unknown ones empty. */
function headOf(instance: string, uids: ClipUids, { date, time }: WrittenAt): readonly DicomElement[] {
  const reference = [
    textElement(0x00081150, 'UI', uids.sopClassUid),
    textElement(0x00081155, 'UI', uids.sopInstanceUid),
  ];
  const empty: readonly (readonly [tag: number, vr: string])[] = [
    [0x00080020, 'DA'],
    [0x00080030, 'TM'],
    [0x00080050, 'SH'],
    [0x00080090, 'PN'],
    [0x00100010, 'PN'],
    [0x00100020, 'LO'],
    [0x00100030, 'DA'],
    [0x00100040, 'CS'],
    [0x00200010, 'SH'],
  ];
  return [
    textElement(0x00080005, 'CS', 'ISO_IR 192'),
    textElement(0x00080016, 'UI', SOP_CLASS),
    textElement(0x00080018, 'UI', instance),
    textElement(0x00080023, 'DA', date),
    textElement(0x00080033, 'TM', time),
    textElement(0x00080060, 'CS', 'SR'),
    textElement(0x00080070, 'LO', 'Batsign'),
    schemesElement(),
    sequence(0x00081111),
    textElement(0x0020000d, 'UI', uids.studyInstanceUid),
    textElement(0x0020000e, 'UI', uidOfText(`series of ${instance}`)),
    textElement(0x00200011, 'IS', '1'),
    textElement(0x00200013, 'IS', '1'),
    sequence(0x0040a372),
    sequence(0x0040a375, [
      sequence(0x00081115, [
        sequence(0x00081199, reference),
        textElement(0x0020000e, 'UI', uids.seriesInstanceUid),
      ]),
      textElement(0x0020000d, 'UI', uids.studyInstanceUid),
    ]),
    textElement(0x0040a491, 'CS', 'COMPLETE'),
    textElement(0x0040a493, 'CS', 'UNVERIFIED'),
    ...empty.map(([tag, vr]) => textElement(tag, vr, '')),
  ];
}

/** TID 1001: those who drew what is written, or the program where nobody is named. */
function observersOf(annotation: Annotation): readonly Child[] {
  const raters = ratersOf(annotation);
  if (raters.length > 0) return raters.flatMap(observerOf);
  return [
    ['HAS OBS CONTEXT', code(CONCEPT.observerType, CONCEPT.device)],
    ['HAS OBS CONTEXT', uidReference(CONCEPT.deviceUid, uidOfText('batsign'))],
  ];
}

function ratersOf(annotation: Annotation): readonly string[] {
  const written = shapesOf(annotation).filter(isWritten);
  return [...new Set(written.flatMap(({ rater }) => rater ?? []))];
}

function observerOf(rater: string): readonly Child[] {
  return [
    ['HAS OBS CONTEXT', code(CONCEPT.observerType, CONCEPT.person)],
    ['HAS OBS CONTEXT', personName(CONCEPT.personName, rater)],
  ];
}

function isWritten({ status }: Shape): boolean {
  return status?.verdict !== 'invalidated';
}

function libraryGroup(uids: ClipUids): ContentItem {
  return container(CONCEPT.imageLibraryGroup, null, [['CONTAINS', image({ ...uids, frame: null })]]);
}

function groupsOf(
  { index, shapes }: AnnotatedFrame,
  annotation: Annotation,
  uids: ClipUids,
  instance: string,
): readonly Child[] {
  const { clip, labels } = annotation;
  const of: ImageReference = { ...uids, frame: clip.frames === 1 ? null : index + 1 };
  const isOfSeveral = ratersOf(annotation).length > 1;
  return shapes
    .map((shape, i) => ({ shape, place: i }))
    .filter(({ shape }) => isWritten(shape))
    .map(({ shape, place }): Child => {
      const { label, track, rater } = shape;
      const finding = findingOfLabel(label);
      const concept =
        finding === null ? labelConcept(label, labels.indexOf(label)) : FINDING_CONCEPT[finding];
      const name = `${concept.meaning}, image ${index + 1}, no. ${place + 1}`;
      const tracked = track === null ? `${index} ${place}` : `track ${label} ${track}`;
      const path = pathOf(shape, annotation, index);
      const isLine = shape.kind === 'polyline';
      const drawn: Child = isLine
        ? ['CONTAINS', lengthOf(path, annotation, of)]
        : ['CONTAINS', polyline(CONCEPT.imageRegion, path, of)];
      return [
        'CONTAINS',
        container(CONCEPT.measurementGroup, isLine ? '1501' : '1410', [
          // Of several observers each group has its own, which goes before those of the whole report.
          ...(rater !== null && isOfSeveral ? observerOf(rater) : []),
          ['HAS OBS CONTEXT', text(CONCEPT.trackingId, name)],
          ['HAS OBS CONTEXT', uidReference(CONCEPT.trackingUid, uidOfText(`${instance} ${tracked}`))],
          ['CONTAINS', code(CONCEPT.finding, concept)],
          drawn,
        ]),
      ];
    });
}

/** TID 300: the length of a line, in mm where the size of a pixel is known, and the path that it was measured along. */
function lengthOf(path: readonly PxPoint[], { spacing }: Annotation, of: ImageReference): ContentItem {
  const { x: across, y: down } = spacing ?? { x: 1, y: 1 };
  let length = 0;
  for (let i = 1; i < path.length; i++) {
    length += Math.hypot((path[i]!.x - path[i - 1]!.x) * across, (path[i]!.y - path[i - 1]!.y) * down);
  }
  const unit = spacing === null ? CONCEPT.pixels : CONCEPT.millimetre;
  return number(CONCEPT.pathLength, length, unit, [['INFERRED FROM', polyline(null, path, of)]]);
}

/** The points of a shape; those of an area end where they begin. */
function pathOf(shape: Shape, { size }: Annotation, index: number): readonly PxPoint[] {
  const corners = shape.kind === 'mask' ? maskOutline(shape) : shapeCorners(shape);
  const path = shape.kind === 'polyline' ? corners : [...corners, corners[0]!];
  const isWithin = ({ x, y }: PxPoint): boolean => x >= 0 && y >= 0 && x <= size.width && y <= size.height;
  if (path.every(isWithin)) return path;
  throw new AnnotationError('annotation-outside', {
    code: 'annotationOutside',
    label: shape.label,
    image: index + 1,
    count: 1,
  });
}
