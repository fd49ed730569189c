import type { Annotation, Shape } from '../../domain/annotation/annotation.ts';
import { textBytes } from '../annotation/json-read.ts';
import { xmlText } from '../xml/xml-read.ts';
import { attributesOf, CVAT_ATTRIBUTES } from './cvat-said.ts';
import { type CvatTrack, keysOf, tracksOf } from './cvat-tracks.ts';

/**
 * An annotation as CVAT's XML 1.1 for video. As CVAT does, what stands alone becomes a track of one frame, and every
 * frame of a track is a key frame.
 */
export function cvatXmlWrite(annotation: Annotation): Uint8Array<ArrayBuffer> {
  const { alone, tracks } = tracksOf(annotation);
  const all: readonly CvatTrack[] = [...tracks, ...alone.map((drawn) => ({ keys: keysOf([drawn]) }))];
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<annotations>',
    '  <version>1.1</version>',
    ...metaWrite(annotation),
    ...idsOf(all).flatMap((id, i) => trackWrite(all[i]!, id)),
    '</annotations>',
  ];
  return textBytes(`${lines.join('\n')}\n`);
}

/** Each track's own number where that is free, else the next that is. */
function idsOf(tracks: readonly CvatTrack[]): readonly number[] {
  const taken = new Set<number>();
  let next = tracks.reduce((most, { keys }) => Math.max(most, keys[0]!.shape.track ?? -1), -1) + 1;
  return tracks.map(({ keys }) => {
    const { track } = keys[0]!.shape;
    const id = track === null || taken.has(track) ? next++ : track;
    taken.add(id);
    return id;
  });
}

function metaWrite({ size, labels, clip }: Annotation): readonly string[] {
  const count = clip.frames;
  const attributes = CVAT_ATTRIBUTES.map(
    (name) =>
      `<attribute><name>${name}</name><mutable>True</mutable><input_type>text</input_type><default_value></default_value><values></values></attribute>`,
  ).join('');
  return [
    '  <meta>',
    '    <task>',
    ...(count === null ? [] : [`      <size>${count}</size>`]),
    '      <mode>interpolation</mode>',
    '      <start_frame>0</start_frame>',
    ...(count === null ? [] : [`      <stop_frame>${count - 1}</stop_frame>`]),
    '      <labels>',
    ...labels.map(
      (label) =>
        `        <label><name>${xmlText(label)}</name><attributes>${attributes}</attributes></label>`,
    ),
    '      </labels>',
    '      <original_size>',
    `        <width>${size.width}</width>`,
    `        <height>${size.height}</height>`,
    '      </original_size>',
    '    </task>',
    '  </meta>',
  ];
}

function trackWrite({ keys }: CvatTrack, id: number): readonly string[] {
  const { label, group } = keys[0]!.shape;
  const own = [
    `id="${id}"`,
    `label="${xmlText(label)}"`,
    'source="manual"',
    ...(group === null ? [] : [`group_id="${group}"`]),
  ];
  return [`  <track ${own.join(' ')}>`, ...keys.flatMap((key) => keyWrite(key)), '  </track>'];
}

function keyWrite({ index, shape, isOutside }: CvatTrack['keys'][number]): readonly string[] {
  const { name, fields } = formWrite(shape);
  const common = `frame="${index}" keyframe="1" outside="${isOutside ? 1 : 0}" occluded="0" ${fields} z_order="0"`;
  const attributes = attributesOf(shape).map(
    ([attribute, value]) => `      <attribute name="${attribute}">${xmlText(value)}</attribute>`,
  );
  return [`    <${name} ${common}>`, ...attributes, `    </${name}>`];
}

function formWrite(shape: Shape): { readonly name: string; readonly fields: string } {
  switch (shape.kind) {
    case 'polyline':
    case 'polygon':
      return {
        name: shape.kind,
        fields: `points="${shape.points.map(({ x, y }) => `${x},${y}`).join(';')}"`,
      };
    case 'box': {
      const { left, top, width, height } = shape;
      return {
        name: 'box',
        fields: `xtl="${left}" ytl="${top}" xbr="${left + width}" ybr="${top + height}"`,
      };
    }
    case 'mask': {
      const { left, top, width, height, runs } = shape;
      return {
        name: 'mask',
        fields: `rle="${runs.join(', ')}" left="${left}" top="${top}" width="${width}" height="${height}"`,
      };
    }
  }
}
