import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  type Annotation,
  type AnnotationRead,
  CLIP_UNKNOWN,
  type ClipFacts,
  type Shape,
} from '../../../../src/domain/annotation/annotation.ts';
import { AnnotationError } from '../../../../src/domain/annotation/annotation-error.ts';
import { annotationInside } from '../../../../src/domain/annotation/clip-fit.ts';
import { labelsApply } from '../../../../src/domain/annotation/label-map.ts';
import { annotationLosses } from '../../../../src/domain/annotation/loss.ts';
import { keyFromShapes } from '../../../../src/domain/annotation/shape-marks.ts';
import { randomCreate } from '../../../../src/domain/numbers/random.ts';
import {
  ANNOTATION_TEXT_WRITE,
  annotationTextRead,
  type TextFormat,
} from '../../../../src/formats/annotation/annotation-file.ts';
import { pngMasksRead } from '../../../../src/formats/png-mask/png-mask-read.ts';
import { pngMasksWrite } from '../../../../src/formats/png-mask/png-mask-write.ts';
import { ALONE, annotationOf, FAN, SIZE, SPACING } from '../../../support/annotation-make.ts';
import { sentenceOf } from '../../../support/facts.ts';
import { mutated } from '../../../support/mutated.ts';
import { repetitions } from '../../../support/repetitions.ts';

/** Of each file; there are nine of them, which makes 9,000 in `npm run test:long`. */
const MUTATIONS = repetitions(60, 1000);
/** Nothing hangs: milliseconds for one file. */
const LONGEST_MS = 30_000;

const clip: ClipFacts = { ...CLIP_UNKNOWN, size: SIZE, spacing: SPACING, frames: 60 };

const shapes: readonly Shape[] = [
  {
    ...ALONE,
    rater: 'ann',
    kind: 'polyline',
    label: 'pleural_line',
    breadthPx: 3,
    points: [
      { x: 10, y: 12 },
      { x: 30, y: 13 },
      { x: 50, y: 12.5 },
    ],
  },
  {
    ...ALONE,
    rater: 'bo',
    track: 2,
    kind: 'polyline',
    label: 'b_line',
    breadthPx: null,
    points: [
      { x: 28, y: 30 },
      { x: 33, y: 30 },
    ],
  },
  {
    ...ALONE,
    status: { verdict: 'validated', adjudicator: 'cy', timestamp: null },
    kind: 'polygon',
    label: 'consolidation',
    points: [
      { x: 5, y: 30 },
      { x: 15, y: 30 },
      { x: 10, y: 40 },
    ],
  },
  { ...ALONE, kind: 'box', label: 'rib', left: 3, top: 4, width: 10, height: 3 },
  {
    ...ALONE,
    kind: 'mask',
    label: 'pleural_effusion',
    left: 40,
    top: 30,
    width: 4,
    height: 3,
    runs: [0, 3, 1, 4, 2, 2],
  },
];

const annotation: Annotation = annotationOf(
  [4, 5, 8].flatMap((index) => shapes.map((shape) => ({ index, shape }))),
  { spacing: SPACING, sector: FAN, tags: ['zone/L1'] },
);

/** Everything that is done with what was read; only a coded error may come of it. */
function useAll(read: () => AnnotationRead): string {
  try {
    const { annotation: whole } = read();
    const mapped = labelsApply(whole, Object.fromEntries(whole.labels.map((label) => [label, 'keep'])));
    annotationInside(mapped);
    for (const format of ['slicer', 'csv', 'coco'] as const) annotationLosses(mapped, format);
    for (const format of Object.keys(ANNOTATION_TEXT_WRITE) as TextFormat[]) {
      // SlicerUltrasound has no use for what is neither a pleural line nor a B-line.
      if (format !== 'slicer') ANNOTATION_TEXT_WRITE[format](mapped);
    }
    const [first] = mapped.frames;
    if (first !== undefined) keyFromShapes(first, FAN, { by: 'A', date: '2026-11-30' });
    return 'read';
  } catch (error) {
    expect(error).toBeInstanceOf(AnnotationError);
    expect(sentenceOf(error)).toMatch(/^.{20,400}\.$/);
    return 'refused';
  }
}

/** CVAT's JSON of so many masks. */
function masksOf(count: number, runs: string, width: number, height: number): string {
  const points = `[${runs}0,0,${width - 1},${height - 1}]`;
  const shape = `{"type":"mask","label":"rib","frame":0,"points":${points}}`;
  return `{"shapes":[${Array.from({ length: count }, () => shape).join(',')}]}`;
}

function inflate(packed: Uint8Array, most: number): Uint8Array {
  return inflateSync(packed, { maxOutputLength: most });
}

function outcomesOf(
  original: Uint8Array<ArrayBuffer>,
  read: (bytes: Uint8Array) => AnnotationRead,
): Set<string> {
  const random = randomCreate(17, original.length);
  const outcomes = new Set<string>();
  for (let i = 0; i < MUTATIONS; i++) {
    const bytes = mutated(original, () => random.next());
    const began = performance.now();
    outcomes.add(useAll(() => read(bytes)));
    expect(performance.now() - began).toBeLessThan(LONGEST_MS);
  }
  return outcomes;
}

describe('a damaged file of annotations is read or refused in one sentence', () => {
  it.each(['slicer', 'cvat-json', 'cvat-xml', 'coco', 'csv'] as const)('%s', (format) => {
    const original = ANNOTATION_TEXT_WRITE[format](annotation);
    expect(useAll(() => annotationTextRead(new TextDecoder().decode(original), 'a', clip))).toBe('read');
    const outcomes = outcomesOf(original, (bytes) =>
      annotationTextRead(new TextDecoder().decode(bytes), 'a', clip),
    );
    expect(outcomes).toContain('refused');
  });

  it('masks', () => {
    const files = pngMasksWrite(annotation, (bytes) => deflateSync(bytes));
    for (const [i, damaged] of files.entries()) {
      const others = files.filter((_, k) => k !== i);
      const outcomes = outcomesOf(damaged.bytes, (bytes) =>
        pngMasksRead([...others, { ...damaged, bytes }], clip, inflate),
      );
      expect(outcomes).toContain('refused');
    }
  });

  it.each([
    ['lists in lists', () => '['.repeat(2_000_000)],
    [
      'a million things that are none',
      () => `{"images":[${'1,'.repeat(1_000_000)}1],"annotations":[],"categories":[]}`,
    ],
    [
      'a million numbers that are none',
      () => `{"shapes":[{"type":"polygon","points":[${'"",'.repeat(1_000_000)}1],"frame":1}]}`,
    ],
    ['a mask that is a chessboard', () => masksOf(1, '1,'.repeat(1_500_000), 1500, 1000)],
    ['a mask of stripes', () => masksOf(1, '2048,'.repeat(2048), 2048, 2048)],
    ['millions of elements', () => `<annotations>${'<a/>'.repeat(3_000_000)}</annotations>`],
    ['millions of cells', () => `image,shape,kind,label,vertex,x_px,y_px\n${','.repeat(5_000_000)}`],
    ['many masks of the greatest size', () => masksOf(40, '0,16777216,', 4096, 4096)],
  ])('also where it would fill the memory: %s', (_, make) => {
    const size = { width: 4096, height: 4096 };
    expect(useAll(() => annotationTextRead(make(), 'a', { ...clip, size }))).toBe('refused');
  });

  it.each([
    '',
    ' ',
    '[]',
    '{}',
    'null',
    '<a/>',
    '<annotations/>',
    '{"frame_annotations":{}}',
    'image,shape\n',
    '"',
    '[[[[[[',
  ])('%j', (text) => {
    // Of nothing at all, or of nothing that is drawn.
    useAll(() => annotationTextRead(text, 'a', clip));
  });

  it('says of JSON that ends too early that it is cut off, whatever of it is left', () => {
    const whole = new TextDecoder().decode(ANNOTATION_TEXT_WRITE.coco(annotationOf([])));
    const codeOf = (text: string) => {
      try {
        annotationTextRead(text, 'a.json', clip);
        return null;
      } catch (error) {
        return (error as AnnotationError).fact.code;
      }
    };
    expect(codeOf(whole.slice(0, 12))).toBe('annotationJsonDamaged');
    expect(codeOf('{"hello": 1}')).toBe('annotationUnknown');
  });
});
