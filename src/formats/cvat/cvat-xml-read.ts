import type { AnnotationRead, ClipFacts, PxSize, ShapeForm } from '../../domain/annotation/annotation.ts';
import { AnnotationError } from '../../domain/annotation/annotation-error.ts';
import {
  annotationBytesCheck,
  annotationDamaged,
  annotationSize,
  MOST_FRAMES,
  MOST_SHAPES,
} from '../../domain/annotation/annotation-limits.ts';
import { MAX_SIDE_PX } from '../../domain/frame/side-limit.ts';
import type { PxPoint } from '../../domain/geometry/point.ts';
import { type XmlElement, xmlRead } from '../xml/xml-read.ts';
import { type CvatThing, cvatRead } from './cvat-drawn.ts';
import { boxForm, maskForm, pathForm } from './cvat-form.ts';

const FORMAT = 'CVAT';
const FRAME_MOST = 1e9;
/** No coordinate in pixels is nearly so large. */
const REACH_PX = 1e6;

/** Beginnings and ends of a shape and its attributes. */
const TAGS_OF_SHAPE = 14;

/** Elements of a track or an image that are no shapes. */
const NOT_DRAWN = new Set(['attribute']);

/**
 * CVAT's XML 1.1, for video (tracks) or for images. Frames that a track leaves out between two that it has are
 * interpolated as `trackForms` says; CVAT itself writes them all.
 * @throws AnnotationError `annotation-damaged`, `annotation-clip-needed`, `annotation-too-large`
 */
export function cvatXmlRead(text: string, clip: ClipFacts): AnnotationRead {
  annotationBytesCheck(text.length, FORMAT);
  tagsCheck(text);
  const root = xmlRead(text);
  if (root === null || root.name !== 'annotations') throw annotationDamaged(FORMAT, '');
  const images = root.children.filter(({ name }) => name === 'image');
  const meta = metaRead(root);
  const size = annotationSize(meta.size ?? sizeOfImages(images), clip.size, FORMAT);
  const unread: string[] = [];
  const things = [
    ...images.flatMap((image) => imageRead(image, size, unread)),
    ...root.children
      .filter(({ name }) => name === 'track')
      .map((track, i) => trackRead(track, i + 1, size, unread)),
  ];
  return cvatRead(things, unread, { labels: meta.labels, size, frames: meta.frames }, clip);
}

/** Refuses a text of more elements than so many shapes have, before a tree is made of it. */
function tagsCheck(text: string): void {
  let tags = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) tags += 1;
  if (tags <= MOST_SHAPES * TAGS_OF_SHAPE) return;
  throw new AnnotationError('annotation-too-large', { code: 'annotationShapesTooMany', most: MOST_SHAPES });
}

function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

interface Meta {
  readonly labels: readonly string[];
  readonly size: PxSize | null;
  readonly frames: number | null;
}

function metaRead(root: XmlElement): Meta {
  const meta = childOf(root, 'meta');
  const about = childOf(meta, 'task') ?? childOf(meta, 'job') ?? childOf(meta, 'project');
  const labels = (childOf(about, 'labels')?.children ?? []).flatMap(
    (label) => childOf(label, 'name')?.text || [],
  );
  const original = childOf(about, 'original_size') ?? childOf(meta, 'original_size');
  const [width, height] = [childOf(original, 'width'), childOf(original, 'height')].map((side) =>
    side === undefined ? null : wholeNumber(side.text, 'meta.original_size', MAX_SIDE_PX),
  ) as [number | null, number | null];
  const count = childOf(about, 'size');
  return {
    labels,
    size: width === null || height === null ? null : sizeCheck({ width, height }),
    frames: count === undefined ? null : wholeNumber(count.text, 'meta.size', MOST_FRAMES),
  };
}

function sizeCheck(size: PxSize): PxSize {
  if (size.width > 0 && size.height > 0) return size;
  throw annotationDamaged(FORMAT, 'width');
}

function sizeOfImages(images: readonly XmlElement[]): PxSize | null {
  const sizes = images.map(({ attributes: { width = '', height = '' } }) =>
    sizeCheck({
      width: wholeNumber(width, 'image.width', MAX_SIDE_PX),
      height: wholeNumber(height, 'image.height', MAX_SIDE_PX),
    }),
  );
  const [first] = sizes;
  if (first === undefined) return null;
  if (sizes.some(({ width, height }) => width !== first.width || height !== first.height)) {
    throw new AnnotationError('annotation-damaged', { code: 'annotationSizesDiffer', format: FORMAT });
  }
  return first;
}

function imageRead(image: XmlElement, size: PxSize, unread: string[]): readonly CvatThing[] {
  const index = wholeNumber(image.attributes.id ?? '', 'image.id', FRAME_MOST);
  return image.children.flatMap((element): CvatThing[] => {
    const form = formRead(element, size, `image[${index}]`);
    if (form === null) {
      unread.push(element.name);
      return [];
    }
    const { label = '', group_id } = element.attributes;
    const key = { index, isOutside: false, form, attributes: attributesRead(element) };
    return [{ said: saidOf(label, group_id, null), keys: [key], attributes: new Map(), stop: null }];
  });
}

function trackRead(track: XmlElement, number: number, size: PxSize, unread: string[]): CvatThing {
  const place = `track[${number}]`;
  const drawn = track.children.filter(({ name }) => !NOT_DRAWN.has(name));
  const keys = drawn.flatMap((element) => {
    const form = formRead(element, size, place);
    if (form === null) {
      unread.push(element.name);
      return [];
    }
    const index = wholeNumber(element.attributes.frame ?? '', `${place}.frame`, FRAME_MOST);
    const isOutside = element.attributes.outside === '1';
    return [{ index, isOutside, form, attributes: attributesRead(element) }];
  });
  const { label = '', group_id, id } = track.attributes;
  const isFollowed = keys.filter(({ isOutside }) => !isOutside).length > 1;
  const own = id === undefined ? number : wholeNumber(id, `${place}.id`, FRAME_MOST);
  // CVAT writes what stands alone as a track of one frame.
  return {
    said: saidOf(label, group_id, isFollowed ? own : null),
    keys,
    attributes: attributesRead(track),
    stop: null,
  };
}

function saidOf(label: string, group: string | undefined, track: number | null): CvatThing['said'] {
  if (label === '') throw annotationDamaged(FORMAT, 'label');
  return {
    label,
    track,
    group: group === undefined ? null : wholeNumber(group, 'group_id', FRAME_MOST) || null,
  };
}

function attributesRead({ children }: XmlElement): ReadonlyMap<string, string> {
  return new Map(
    children.flatMap(({ name, attributes, text }) =>
      name === 'attribute' && attributes.name !== undefined ? [[attributes.name, text] as const] : [],
    ),
  );
}

/** @returns null for what is not read, such as an ellipse */
function formRead({ name, attributes }: XmlElement, size: PxSize, place: string): ShapeForm | null {
  const at = (field: string): number => decimal(attributes[field] ?? '', `${place}.${field}`);
  switch (name) {
    case 'box': {
      const rotation = attributes.rotation === undefined ? 0 : at('rotation');
      return boxForm([at('xtl'), at('ytl'), at('xbr'), at('ybr')], rotation);
    }
    case 'polygon':
    case 'polyline': {
      const form = pathForm(name, pointsRead(attributes.points ?? '', `${place}.points`));
      if (form === null) throw annotationDamaged(FORMAT, `${place}.points`);
      return form;
    }
    case 'mask': {
      const runs = (attributes.rle ?? '')
        .split(',')
        .map((run) => wholeNumber(run.trim(), `${place}.rle`, MAX_SIDE_PX * MAX_SIDE_PX));
      const box = { left: at('left'), top: at('top'), width: at('width'), height: at('height') };
      const form = maskForm({ kind: 'mask', ...box, runs }, size);
      if (form === null) throw annotationDamaged(FORMAT, `${place}.rle`);
      return form;
    }
    default:
      return null;
  }
}

function pointsRead(text: string, place: string): readonly PxPoint[] {
  return text.split(';').map((pair) => {
    const [x, y, ...rest] = pair.split(',');
    if (x === undefined || y === undefined || rest.length > 0) throw annotationDamaged(FORMAT, place);
    return { x: decimal(x, place), y: decimal(y, place) };
  });
}

function decimal(text: string, place: string): number {
  const value = /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?\s*$/i.test(text) ? Number(text) : Number.NaN;
  if (Math.abs(value) <= REACH_PX) return value;
  throw annotationDamaged(FORMAT, place);
}

function wholeNumber(text: string, place: string, most: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value <= most) return value;
  throw annotationDamaged(FORMAT, place);
}
