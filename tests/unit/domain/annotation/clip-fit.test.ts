import { describe, expect, it } from 'vitest';
import { CLIP_UNKNOWN, CLIP_UNNAMED } from '../../../../src/domain/annotation/annotation.ts';
import {
  annotationClamp,
  annotationFits,
  annotationInside,
} from '../../../../src/domain/annotation/clip-fit.ts';
import { ALONE, annotationOf, SIZE } from '../../../support/annotation-make.ts';
import { sentenceThrown } from '../../../support/facts.ts';

const box = (left: number, index = 0) => ({
  index,
  shape: { ...ALONE, kind: 'box' as const, label: 'rib', left, top: 1, width: 4, height: 2 },
});

describe('annotations of another clip', () => {
  const own = annotationOf([box(1, 7)], { clip: { ...CLIP_UNNAMED, sopInstanceUid: '1.2.3' } });

  it('are told by its identifier, by the size of its images, and by a frame that it has not', () => {
    expect(sentenceThrown(() => annotationFits(own, { ...CLIP_UNKNOWN, sopInstanceUid: '1.2.4' }))).toMatch(
      /another DICOM image/,
    );
    expect(
      sentenceThrown(() => annotationFits(own, { ...CLIP_UNKNOWN, size: { width: 64, height: 50 } })),
    ).toMatch(/64 x 48 pixels, and those of the clip 64 x 50/);
    expect(sentenceThrown(() => annotationFits(own, { ...CLIP_UNKNOWN, frames: 7 }))).toMatch(
      /have image 8, and the clip ends with image 7/,
    );
  });

  it('are not told where nothing contradicts', () => {
    annotationFits(own, CLIP_UNKNOWN);
    annotationFits(own, { ...CLIP_UNKNOWN, sopInstanceUid: '1.2.3', size: SIZE, frames: 8 });
    annotationFits(annotationOf([]), { ...CLIP_UNKNOWN, frames: 1 });
  });
});

describe('points outside of the image', () => {
  it('are told with the first shape that has them, and none is lost', () => {
    const annotation = annotationOf([box(1), box(62, 3), box(-9, 5)]);
    expect(sentenceThrown(() => annotationInside(annotation))).toBe(
      '2 shapes lie outside of the image, the first of them "rib" in image 4. Check the clip and the size of its pixels.',
    );
  });

  it('are none where they are on its border', () => {
    annotationInside(annotationOf([box(0), box(60), box(60.5)]));
  });

  it('can be brought to its border', () => {
    const clamped = annotationClamp(annotationOf([box(62), box(-9)]));
    expect(clamped.frames[0]!.shapes).toMatchObject([
      { left: 62, width: 2 },
      { left: 0, width: 0 },
    ]);
    annotationInside(clamped);
  });
});
