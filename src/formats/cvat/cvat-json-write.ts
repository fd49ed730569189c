import type { Annotation, Shape } from '../../domain/annotation/annotation.ts';
import { textBytes } from '../annotation/json-read.ts';
import { attributesOf } from './cvat-said.ts';
import { type CvatTrack, tracksOf } from './cvat-tracks.ts';

/** An annotation as the `annotations.json` of a CVAT task of one job. */
export function cvatJsonWrite(annotation: Annotation): Uint8Array<ArrayBuffer> {
  const { alone, tracks } = tracksOf(annotation);
  const job = {
    version: 0,
    tags: [],
    shapes: alone.map(({ index, shape }) => ({ ...drawnOf(shape, index), ...namedOf(shape) })),
    tracks: tracks.map(trackOf),
  };
  return textBytes(`${JSON.stringify([job])}\n`);
}

function namedOf({ label, group }: Shape): object {
  return { label, group: group ?? 0, source: 'manual' };
}

function trackOf({ keys }: CvatTrack): object {
  const [first] = keys;
  return {
    frame: first!.index,
    ...namedOf(first!.shape),
    attributes: [],
    shapes: keys.map(({ index, shape, isOutside }) => ({ ...drawnOf(shape, index), outside: isOutside })),
  };
}

function drawnOf(shape: Shape, frame: number): object {
  return {
    ...pointsOf(shape),
    frame,
    occluded: false,
    z_order: 0,
    attributes: attributesOf(shape).map(([name, value]) => ({ name, value })),
  };
}

function pointsOf(shape: Shape): { readonly type: string; readonly points: readonly number[] } {
  if (shape.kind === 'polyline' || shape.kind === 'polygon') {
    return { type: shape.kind, points: shape.points.flatMap(({ x, y }) => [x, y]) };
  }
  const { left, top, width, height } = shape;
  if (shape.kind === 'box') return { type: 'rectangle', points: [left, top, left + width, top + height] };
  return { type: 'mask', points: [...shape.runs, left, top, left + width - 1, top + height - 1] };
}
