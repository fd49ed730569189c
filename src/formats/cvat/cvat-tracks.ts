import type { Annotation, Shape } from '../../domain/annotation/annotation.ts';

/** A thing that CVAT follows: what is drawn in each of its frames, and where it leaves. */
export interface CvatTrack {
  readonly keys: readonly { readonly index: number; readonly shape: Shape; readonly isOutside: boolean }[];
}

interface Drawn {
  readonly index: number;
  readonly shape: Shape;
}

/** Shapes that stand alone, and those of one track and label together. Where a track pauses, it leaves the image. */
export function tracksOf({ frames }: Annotation): {
  readonly alone: readonly Drawn[];
  readonly tracks: readonly CvatTrack[];
} {
  const alone: Drawn[] = [];
  const byTrack = new Map<string, Drawn[]>();
  for (const { index, shapes } of frames) {
    for (const shape of shapes) {
      const { track, label, kind } = shape;
      const key = JSON.stringify([track, label, kind]);
      const known = byTrack.get(key);
      // A track is in a frame once: a second one there stands alone.
      if (track === null || known?.at(-1)?.index === index) alone.push({ index, shape });
      else if (known === undefined) byTrack.set(key, [{ index, shape }]);
      else known.push({ index, shape });
    }
  }
  return { alone, tracks: [...byTrack.values()].map((drawn) => ({ keys: keysOf(drawn) })) };
}

/** Each frame is a key frame, and behind each stretch of them one in which the thing is gone. */
export function keysOf(drawn: readonly Drawn[]): CvatTrack['keys'] {
  return drawn.flatMap(({ index, shape }, i) => {
    const key = { index, shape, isOutside: false };
    const isLast = drawn[i + 1]?.index !== index + 1;
    return isLast ? [key, { index: index + 1, shape, isOutside: true }] : [key];
  });
}
