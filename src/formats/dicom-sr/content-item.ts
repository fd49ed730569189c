import { type Concept, conceptItem } from './concept.ts';
import { type DicomElement, floats, sequence, textElement } from './dicom-elements.ts';

export type Relationship =
  | 'CONTAINS'
  | 'HAS CONCEPT MOD'
  | 'HAS OBS CONTEXT'
  | 'INFERRED FROM'
  | 'SELECTED FROM';

/** An item of a report's content tree (PS3.3 C.17.3), its relationship to the one that it lies in aside. */
export type ContentItem = readonly DicomElement[];

const CONTENT = 0x0040a730;
const DECIMAL_LETTERS = 16;

function itemOf(valueType: string, concept: Concept | null, ...rest: readonly DicomElement[]): ContentItem {
  return [
    textElement(0x0040a040, 'CS', valueType),
    ...(concept === null ? [] : [sequence(0x0040a043, conceptItem(concept))]),
    ...rest,
  ];
}

function childrenOf(children: readonly (readonly [Relationship, ContentItem])[]): readonly DicomElement[] {
  if (children.length === 0) return [];
  const items = children.map(([relationship, item]) => [
    textElement(0x0040a010, 'CS', relationship),
    ...item,
  ]);
  return [sequence(CONTENT, ...items)];
}

/** @param template of PS3.16 that it follows; null for none of its own */
export function container(
  concept: Concept,
  template: string | null,
  children: readonly (readonly [Relationship, ContentItem])[],
): ContentItem {
  const follows =
    template === null
      ? []
      : [
          sequence(0x0040a504, [
            textElement(0x00080105, 'CS', 'DCMR'),
            textElement(0x0040db00, 'CS', template),
          ]),
        ];
  return itemOf(
    'CONTAINER',
    concept,
    textElement(0x0040a050, 'CS', 'SEPARATE'),
    ...follows,
    ...childrenOf(children),
  );
}

export function code(concept: Concept, value: Concept): ContentItem {
  return itemOf('CODE', concept, sequence(0x0040a168, conceptItem(value)));
}

export function text(concept: Concept, value: string): ContentItem {
  return itemOf('TEXT', concept, textElement(0x0040a160, 'UT', value));
}

export function uidReference(concept: Concept, uid: string): ContentItem {
  return itemOf('UIDREF', concept, textElement(0x0040a124, 'UI', uid));
}

/** @param name of one person, which becomes a family name: what parts names has no place in it */
export function personName(concept: Concept, name: string): ContentItem {
  return itemOf(
    'PNAME',
    concept,
    textElement(0x0040a123, 'PN', name.replace(/[\\^=\p{Cc}]/gu, ' ').slice(0, 64)),
  );
}

export function number(
  concept: Concept,
  value: number,
  unit: Concept,
  children: readonly (readonly [Relationship, ContentItem])[],
): ContentItem {
  const measured = [
    sequence(0x004008ea, conceptItem(unit)),
    textElement(0x0040a30a, 'DS', Number(value.toPrecision(8)).toString().slice(0, DECIMAL_LETTERS)),
  ];
  return itemOf('NUM', concept, sequence(0x0040a300, measured), ...childrenOf(children));
}

/** An image of an object by its number, from 1; null: all of it. */
export interface ImageReference {
  readonly sopClassUid: string;
  readonly sopInstanceUid: string;
  readonly frame: number | null;
}

export function image({ sopClassUid, sopInstanceUid, frame }: ImageReference): ContentItem {
  return itemOf(
    'IMAGE',
    null,
    sequence(0x00081199, [
      textElement(0x00081150, 'UI', sopClassUid),
      textElement(0x00081155, 'UI', sopInstanceUid),
      ...(frame === null ? [] : [textElement(0x00081160, 'IS', String(frame))]),
    ]),
  );
}

/** Points of a path in an image, columns then rows, in pixels: (0, 0) is the corner of the first pixel. */
export function polyline(
  concept: Concept | null,
  points: readonly { readonly x: number; readonly y: number }[],
  of: ImageReference,
): ContentItem {
  return itemOf(
    'SCOORD',
    concept,
    floats(
      0x00700022,
      points.flatMap(({ x, y }) => [x, y]),
    ),
    textElement(0x00700023, 'CS', 'POLYLINE'),
    ...childrenOf([['SELECTED FROM', image(of)]]),
  );
}
