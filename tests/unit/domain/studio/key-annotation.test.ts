import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { labelsApply } from '../../../../src/domain/annotation/label-map.ts';
import type { LinearSector } from '../../../../src/domain/geometry/sector.ts';
import type { Mark } from '../../../../src/domain/marks/mark.ts';
import { marksRasterise } from '../../../../src/domain/marks/rasterise.ts';
import type { KeyClip, KeyExpert } from '../../../../src/domain/scenario/expert-key.ts';
import {
  annotationFrames,
  clipFactsOf,
  keyAnnotation,
} from '../../../../src/domain/studio/key-annotation.ts';
import {
  ANNOTATION_TEXT_WRITE,
  annotationTextRead,
} from '../../../../src/formats/annotation/annotation-file.ts';
import { zlibOpen, zlibPack } from '../../../../src/formats/deflate/deflate.ts';
import { pngMasksRead } from '../../../../src/formats/png-mask/png-mask-read.ts';
import { pngMasksWrite } from '../../../../src/formats/png-mask/png-mask-write.ts';

const SECTOR: LinearSector = {
  kind: 'linear',
  mmPerPx: 0.5,
  originPx: { x: 100, y: 0 },
  widthMm: 100,
  depthMm: 100,
};
const CLIP: KeyClip = { widthPx: 200, heightPx: 200, images: 9, sector: SECTOR };
const LINE: Mark = {
  id: 'a',
  kind: 'line',
  finding: 'pleural_line',
  points: [
    { x: -20, y: 20 },
    { x: 20, y: 20 },
  ],
  widthMm: 2,
};
const BEAM: Mark = {
  id: 'b',
  kind: 'beam',
  finding: 'b_line',
  origin: { x: 5, y: 22 },
  widthMm: 4,
  endDepthMm: 100,
};
const OWN: KeyExpert = {
  by: 'A. Teacher',
  date: '2026-11-30',
  frames: [
    { index: 4, marks: [BEAM] },
    { index: 2, marks: [LINE] },
  ],
};
const drawn = (marks: readonly Mark[]) => marksRasterise(marks, SECTOR, 200).classes;
const apart = (one: Uint8Array, other: Uint8Array): number =>
  one.reduce((sum, value, at) => sum + Number(value !== other[at]), 0);

describe('a key as annotations', () => {
  test.each(['slicer', 'cvat-json', 'cvat-xml', 'csv'] as const)('comes back from %s', (format) => {
    const bytes = ANNOTATION_TEXT_WRITE[format](keyAnnotation(OWN, CLIP));
    const text = new TextDecoder().decode(bytes);
    const { annotation } = annotationTextRead(text, 'a', clipFactsOf(CLIP));
    const { frames } = annotationFrames(labelsApply(annotation, {}), SECTOR);
    expect(frames.map(({ index }) => index)).toEqual([2, 4]);
    expect(frames.flatMap(({ marks }) => marks.map((mark) => 'finding' in mark && mark.finding))).toEqual([
      'pleural_line',
      'b_line',
    ]);
  });

  test('comes back from masks as it was drawn, packed and unpacked in the page', () => {
    const files = pngMasksWrite(keyAnnotation(OWN, CLIP), zlibPack);
    const { annotation } = pngMasksRead(files, clipFactsOf(CLIP), zlibOpen);
    const { frames, left } = annotationFrames(labelsApply(annotation, {}), SECTOR);
    expect(left).toBe(0);
    for (const { index, marks } of frames) {
      const before = OWN.frames.find((frame) => frame.index === index)!;
      // At most the border of what was drawn: 200 px around a beam that is 156 px long, 160 px around a line of 80 px.
      expect(apart(drawn(marks), drawn(before.marks))).toBeLessThan(200);
    }
  });

  test('shapes of no class are left out and counted', () => {
    const annotation = keyAnnotation(OWN, CLIP);
    const other = labelsApply(annotation, { b_line: 'keep' });
    const strange = {
      ...other,
      frames: other.frames.map((frame) => ({
        ...frame,
        shapes: frame.shapes.map((shape) => ({
          ...shape,
          label: shape.label === 'b_line' ? 'star' : shape.label,
        })),
      })),
    };
    const { frames, left } = annotationFrames(strange, SECTOR);
    expect([frames.length, left]).toEqual([1, 1]);
  });
});

describe('the zlib format in the page', () => {
  test('is that of others, and no more is unpacked than was asked for', () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => (at * at) % 251);
    const packed = zlibPack(bytes);
    expect(new Uint8Array(inflateSync(packed))).toEqual(bytes);
    expect(zlibOpen(packed, bytes.length)).toEqual(bytes);
    expect(() => zlibOpen(packed, bytes.length - 1)).toThrow(RangeError);
    expect(() => zlibOpen(new Uint8Array([1, 2, 3, 4]), 10)).toThrow();
  });
});
