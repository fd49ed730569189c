import type { ShapeForm } from '../../domain/annotation/annotation.ts';
import type { PxPoint } from '../../domain/geometry/point.ts';

/** What was drawn of a thing in one frame; between such frames it is interpolated. */
export interface KeyFrame {
  readonly index: number;
  /** Whether the thing is out of the image from this frame on. */
  readonly isOutside: boolean;
  readonly form: ShapeForm;
}

/** A thing in one frame. */
export interface TrackedForm {
  readonly index: number;
  readonly form: ShapeForm;
  /** `held`: not drawn in this frame, and taken over from the key frame before it. */
  readonly origin: 'drawn' | 'interpolated' | 'held';
}

/**
 * A thing in each frame of its track. Between two key frames each point and side moves evenly; where these are not of
 * one kind or of as many points (CVAT then matches them by their place along the line), and for masks, the thing stays
 * as it was drawn before. Behind the last key frame it stays until `stop`.
 * @param stop the first frame that it is not seen in any more; null: the one behind the last key frame
 */
export function* trackForms(keys: readonly KeyFrame[], stop: number | null): Generator<TrackedForm> {
  const sorted = keys.toSorted((a, b) => a.index - b.index);
  for (const [i, key] of sorted.entries()) {
    const next = sorted[i + 1];
    if (key.isOutside || next?.index === key.index) continue;
    yield { index: key.index, form: key.form, origin: 'drawn' };
    const end = next?.index ?? stop ?? key.index + 1;
    for (let index = key.index + 1; index < end; index++) {
      const between =
        next === undefined || next.isOutside
          ? null
          : formBetween(key.form, next.form, (index - key.index) / (next.index - key.index));
      yield { index, form: between ?? key.form, origin: between === null ? 'held' : 'interpolated' };
    }
  }
}

/** In how many frames a thing is seen, without making them. */
export function trackLength(keys: readonly KeyFrame[], stop: number | null): number {
  const sorted = keys.toSorted((a, b) => a.index - b.index);
  return sorted.reduce((sum, { index, isOutside }, i) => {
    const end = sorted[i + 1]?.index ?? Math.max(stop ?? 0, index + 1);
    return isOutside ? sum : sum + end - index;
  }, 0);
}

function formBetween(from: ShapeForm, to: ShapeForm, share: number): ShapeForm | null {
  const mix = (a: number, b: number): number => a + share * (b - a);
  if (from.kind === 'box' && to.kind === 'box') {
    return {
      kind: 'box',
      left: mix(from.left, to.left),
      top: mix(from.top, to.top),
      width: mix(from.width, to.width),
      height: mix(from.height, to.height),
    };
  }
  if (from.kind !== 'polyline' && from.kind !== 'polygon') return null;
  if (from.kind !== to.kind || from.points.length !== to.points.length) return null;
  const { points } = to;
  return {
    ...from,
    points: from.points.map((a, i): PxPoint => ({ x: mix(a.x, points[i]!.x), y: mix(a.y, points[i]!.y) })),
  };
}
