import { describe, expect, it } from 'vitest';
import { CLIP_UNKNOWN, shapesOf } from '../../../../src/domain/annotation/annotation.ts';
import { maskPixels } from '../../../../src/domain/annotation/mask-runs.ts';
import { cocoRead } from '../../../../src/formats/coco/coco-read.ts';
import { countsOfMask, countsUnpack, maskFromCounts } from '../../../../src/formats/coco/coco-runs.ts';
import { cocoWrite } from '../../../../src/formats/coco/coco-write.ts';
import { ALONE, annotationOf } from '../../../support/annotation-make.ts';
import { sentenceThrown } from '../../../support/facts.ts';

const file = {
  images: [
    { id: 10, width: 5, height: 6, file_name: 'clip/frame_0007.png' },
    { id: 11, width: 5, height: 6, file_name: 'clip/frame_0003.png' },
  ],
  categories: [{ id: 4, name: 'Pleura' }],
  annotations: [
    { id: 1, image_id: 10, category_id: 4, segmentation: [[0, 0, 4, 0, 4, 3]], bbox: [0, 0, 4, 3] },
    { id: 2, image_id: 11, category_id: 4, segmentation: [], bbox: [1, 2, 3, 4] },
    // The mask below, packed by COCO's own tools.
    { id: 3, image_id: 11, category_id: 4, segmentation: { size: [6, 5], counts: '7240MO117' }, iscrowd: 1 },
  ],
};

/** Rows 1 and 2 of columns 1 to 3, and one pixel in row 4. */
const COUNTS = [7, 2, 4, 2, 1, 1, 2, 2, 9];
const PIXELS = [
  [1, 1, 1],
  [1, 1, 1],
  [0, 0, 0],
  [0, 1, 0],
].flat();

describe('the runs of COCO', () => {
  it('are unpacked as its own tools pack them', () => {
    expect(countsUnpack('7240MO117')).toEqual(COUNTS);
    // Of 120 rows and 100 columns: rows 10 to 89 of columns 20 to 69, less a square.
    const large = countsUnpack(
      'Z[2`2X1000000000000000000^NRO:n0FRO:n0FRO:n0FRO:n0FRO:n0FRO:n0FRO:n0FRO:n0FRO:n0FRO:n0X10000000000000000000000000000000000000000000000000000000000V`3',
    )!;
    const mask = maskFromCounts(large, { width: 100, height: 120 })!;
    expect(mask).toMatchObject({ left: 20, top: 10, width: 50, height: 80 });
    expect(maskPixels(mask).reduce((sum, pixel) => sum + pixel, 0)).toBe(50 * 80 - 100);
    expect(countsOfMask(mask, { width: 100, height: 120 })).toEqual(large);
  });

  it('run down the columns', () => {
    const mask = maskFromCounts(COUNTS, { width: 5, height: 6 })!;
    expect(mask).toMatchObject({ left: 1, top: 1, width: 3, height: 4 });
    expect([...maskPixels(mask)]).toEqual(PIXELS);
    expect(countsOfMask(mask, { width: 5, height: 6 })).toEqual(COUNTS);
  });

  it.each([
    ['do not fill the image', [7, 2]],
    ['are more than the image', [7, 200]],
    ['hold nothing', [30]],
  ])('are refused where they %s', (_, counts) => {
    expect(maskFromCounts(counts, { width: 5, height: 6 })).toBeNull();
  });

  it.each(['724~', 'oooooooooo', '72\u00e9', 'P'])('are refused where %j are no such letters', (letters) => {
    expect(countsUnpack(letters)).toBeNull();
  });
});

describe('a file of COCO', () => {
  it('has its frames by the numbers in their names', () => {
    const { annotation, notes } = cocoRead(JSON.stringify(file), CLIP_UNKNOWN);
    expect(notes).toEqual([]);
    expect(annotation.size).toEqual({ width: 5, height: 6 });
    expect(annotation.frames.map(({ index }) => index)).toEqual([3, 7]);
    const [box, mask, outline] = shapesOf(annotation);
    expect(box).toMatchObject({ kind: 'box', left: 1, top: 2, width: 3, height: 4, label: 'Pleura' });
    expect(mask).toMatchObject({ kind: 'mask', left: 1, top: 1 });
    expect(outline).toMatchObject({
      kind: 'polygon',
      points: [
        { x: 0, y: 0 },
        { x: 4, y: 0 },
        { x: 4, y: 3 },
      ],
    });
  });

  it('has them in order where names have no numbers, and says so', () => {
    const unnamed = { ...file, images: file.images.map((image) => ({ ...image, file_name: 'still.png' })) };
    const { annotation, notes } = cocoRead(JSON.stringify(unnamed), CLIP_UNKNOWN);
    expect(notes).toEqual([{ code: 'annotationFramesByOrder', format: 'COCO' }]);
    expect(annotation.frames.map(({ index }) => index)).toEqual([0, 1]);
  });

  it('holds several outlines of one thing as a group, both ways', () => {
    const parts = {
      ...file,
      annotations: [
        {
          ...file.annotations[0],
          segmentation: [
            [0, 0, 2, 0, 2, 2],
            [3, 3, 4, 3, 4, 4],
          ],
        },
      ],
    };
    const { annotation } = cocoRead(JSON.stringify(parts), CLIP_UNKNOWN);
    expect(shapesOf(annotation).map(({ group }) => group)).toEqual([1, 1]);
    const written = JSON.parse(new TextDecoder().decode(cocoWrite(annotation)));
    expect(written.annotations).toHaveLength(1);
    expect(written.annotations[0]).toMatchObject({
      bbox: [0, 0, 4, 4],
      area: 2 + 0.5,
      attributes: { group: 1 },
    });
  });

  it('passes over what other programs keep under the names of its own', () => {
    const others = {
      ...file,
      annotations: [{ ...file.annotations[0], attributes: { rater: 7, status: 'ok', track_id: 'a' } }],
    };
    expect(shapesOf(cocoRead(JSON.stringify(others), CLIP_UNKNOWN).annotation)[0]).toMatchObject(ALONE);
  });

  it('shows a line to other programs as an area as broad as it', () => {
    const line = {
      ...ALONE,
      kind: 'polyline' as const,
      label: 'a_line',
      breadthPx: 4,
      points: [
        { x: 10, y: 20 },
        { x: 30, y: 20 },
      ],
    };
    const written = JSON.parse(
      new TextDecoder().decode(cocoWrite(annotationOf([{ index: 0, shape: line }]))),
    );
    expect(written.annotations[0]).toMatchObject({ bbox: [10, 18, 20, 4], area: 80, category_id: 1 });
  });

  it.each([
    ['an image that is not there', { image_id: 99 }, /annotations\[0\]\.image_id/],
    ['a category that is not there', { category_id: 99 }, /annotations\[0\]\.category_id/],
    ['an outline of an odd number', { segmentation: [[1, 2, 3, 4, 5]] }, /segmentation\[0\]/],
    ['runs of another size', { segmentation: { size: [7, 5], counts: [35] } }, /segmentation/],
    ['neither outline nor box', { segmentation: null, bbox: null }, /bbox/],
  ])('says where it has %s', (_, wrong, place) => {
    const broken = { ...file, annotations: [{ ...file.annotations[0], ...wrong }] };
    expect(sentenceThrown(() => cocoRead(JSON.stringify(broken), CLIP_UNKNOWN))).toMatch(place);
  });

  it('is of one clip: images of different sizes are not', () => {
    const mixed = { ...file, images: [file.images[0], { ...file.images[1], width: 9 }] };
    expect(sentenceThrown(() => cocoRead(JSON.stringify(mixed), CLIP_UNKNOWN))).toMatch(/different sizes/);
  });
});
