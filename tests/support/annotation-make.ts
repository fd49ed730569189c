import fc from 'fast-check';
import {
  type Annotation,
  CLIP_UNNAMED,
  framesOf,
  labelsOf,
  type Shape,
  VERDICTS,
} from '../../src/domain/annotation/annotation.ts';
import { maskRuns } from '../../src/domain/annotation/mask-runs.ts';
import { MARKABLE_FINDINGS } from '../../src/domain/findings/finding.ts';
import type { PxPoint } from '../../src/domain/geometry/point.ts';
import type { ConvexSector } from '../../src/domain/geometry/sector.ts';

export const SIZE = { width: 64, height: 48 } as const;

export const SPACING = { x: 0.25, y: 0.25 } as const;

/** A fan in such an image: its apex 20 px above the face, 60 degrees open, 40 px deep. */
export const FAN: ConvexSector = {
  kind: 'convex',
  mmPerPx: 0.25,
  originPx: { x: 32.5, y: 4.5 },
  radiusMm: 5,
  angleRad: Math.PI / 3,
  depthMm: 10,
};

export const ALONE = { rater: null, status: null, track: null, group: null } as const;

export function annotationOf(
  drawn: readonly { readonly index: number; readonly shape: Shape }[],
  more: Partial<Annotation> = {},
): Annotation {
  const frames = framesOf(drawn);
  return {
    clip: CLIP_UNNAMED,
    size: SIZE,
    spacing: null,
    sector: null,
    labels: labelsOf([], frames),
    tags: [],
    frames,
    ...more,
  };
}

const side = (most: number) => fc.double({ min: 0, max: most, noNaN: true });
const point: fc.Arbitrary<PxPoint> = fc.record({ x: side(SIZE.width), y: side(SIZE.height) });

const said = fc.record({
  label: fc.constantFrom(...MARKABLE_FINDINGS, 'thymus <&"> =1+1', 'línea'),
  rater: fc.option(fc.constantFrom('ann', 'José "Pepe"', '=cmd|A1'), { nil: null }),
  status: fc.option(
    fc.record({
      verdict: fc.constantFrom(...VERDICTS),
      adjudicator: fc.option(fc.constant('bo'), { nil: null }),
      timestamp: fc.option(fc.constant('2026-01-02T03:04:05'), { nil: null }),
    }),
    { nil: null },
  ),
  group: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
  track: fc.constant(null),
});

const form = fc.oneof(
  fc.record({
    kind: fc.constant('polyline' as const),
    points: fc.array(point, { minLength: 2, maxLength: 6 }),
    breadthPx: fc.option(fc.double({ min: 0.1, max: 20, noNaN: true }), { nil: null }),
  }),
  fc.record({
    kind: fc.constant('polygon' as const),
    points: fc.array(point, { minLength: 3, maxLength: 7 }),
  }),
  fc.record({
    kind: fc.constant('box' as const),
    left: side(30),
    top: side(20),
    width: side(30),
    height: side(20),
  }),
  fc
    .record({
      left: fc.integer({ min: 0, max: 40 }),
      top: fc.integer({ min: 0, max: 30 }),
      width: fc.integer({ min: 1, max: 12 }),
      height: fc.integer({ min: 1, max: 12 }),
      seed: fc.integer({ min: 1, max: 1e6 }),
    })
    .map(({ left, top, width, height, seed }) => {
      const pixels = Uint8Array.from({ length: width * height }, (_, i) => (seed >> (i % 19)) & 1);
      // The rectangle is the smallest one.
      pixels[0] = 1;
      pixels[pixels.length - 1] = 1;
      return { kind: 'mask' as const, left, top, width, height, runs: maskRuns(pixels) };
    }),
);

const shapeDrawn: fc.Arbitrary<Shape> = fc
  .tuple(said, form)
  .map(([about, drawn]) => ({ ...about, ...drawn }) as Shape);

/** Any annotation without tracks, of a few frames. */
export const annotationDrawn: fc.Arbitrary<Annotation> = fc
  .array(fc.record({ index: fc.integer({ min: 0, max: 40 }), shape: shapeDrawn }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((drawn) => annotationOf(drawn));
