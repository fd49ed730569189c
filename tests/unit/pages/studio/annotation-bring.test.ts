import { describe, expect, test } from 'vitest';
import { labelsApply } from '../../../../src/domain/annotation/label-map.ts';
import type { FrameCut } from '../../../../src/domain/frame/sector-crop.ts';
import type { Mark } from '../../../../src/domain/marks/mark.ts';
import type { KeyClip } from '../../../../src/domain/scenario/expert-key.ts';
import {
  annotationFrames,
  clipInPictures,
  keyAnnotation,
} from '../../../../src/domain/studio/key-annotation.ts';
import { ANNOTATION_TEXT_WRITE } from '../../../../src/formats/annotation/annotation-file.ts';
import { annotationBring } from '../../../../src/pages/studio/annotation-bring.ts';

const KEPT: KeyClip = {
  widthPx: 200,
  heightPx: 200,
  images: 9,
  sector: { kind: 'linear', mmPerPx: 0.5, originPx: { x: 100, y: 0 }, widthMm: 100, depthMm: 100 },
};
/** Its pictures are twice as fine, and lie 40 to the right and 30 below the corner of 600 x 500. */
const CUT: FrameCut = { left: 40, top: 30, factor: 0.5, pictureWidth: 600, pictureHeight: 500 };
const WHOLE = clipInPictures(KEPT, CUT);
const POINTS = [
  { x: -20, y: 20 },
  { x: 20, y: 20 },
];
const LINE: Mark = { id: 'a', kind: 'line', finding: 'pleural_line', points: POINTS, widthMm: 2 };
const OWN = { by: 'A. Teacher', date: '2026-11-30', frames: [{ index: 2, marks: [LINE] }] };

describe('a clip in the pictures of its recording', () => {
  test('has its places where other programs show them', () => {
    expect(WHOLE).toMatchObject({ widthPx: 600, heightPx: 500, images: 9 });
    // The face's middle: 100 px of 0.5 mm are 200 px of 0.25 mm, behind 40.
    expect(WHOLE.sector).toMatchObject({ mmPerPx: 0.25, originPx: { x: 240, y: 30 } });
    const [shape] = keyAnnotation(OWN, WHOLE).frames[0]!.shapes;
    expect(shape).toMatchObject({
      points: [
        { x: 160, y: 110 },
        { x: 320, y: 110 },
      ],
      breadthPx: 8,
    });
  });

  test.each([
    ['its own pictures', WHOLE],
    ['the images that are kept', KEPT],
  ])('takes the same marks from a file about %s', async (_, drawnOn) => {
    const file = (format: 'csv' | 'cvat-xml') =>
      new File([ANNOTATION_TEXT_WRITE[format](keyAnnotation(OWN, drawnOn))], `a.${format}`);
    for (const format of ['csv', 'cvat-xml'] as const) {
      const { annotation, sector } = await annotationBring([file(format)], WHOLE, KEPT);
      const { frames } = annotationFrames(labelsApply(annotation, {}), sector);
      expect(frames.map(({ index }) => index)).toEqual([2]);
      const [mark] = frames[0]!.marks;
      expect(mark?.kind === 'line' && mark.points).toEqual(
        POINTS.map(({ x, y }) => ({ x: expect.closeTo(x, 6), y: expect.closeTo(y, 6) })),
      );
    }
  });

  test('is another one than that of a file with images of another size', async () => {
    const other = { ...WHOLE, widthPx: 640 };
    const file = new File([ANNOTATION_TEXT_WRITE.csv(keyAnnotation(OWN, other))], 'a.csv');
    await expect(annotationBring([file], WHOLE, KEPT)).rejects.toMatchObject({
      fact: { code: 'annotationForeignSize', width: 640, clipWidth: 600 },
    });
  });
});
