import { describe, expect, it } from 'vitest';
import { CLIP_UNNAMED } from '../../../../src/domain/annotation/annotation.ts';
import { annotationLosses } from '../../../../src/domain/annotation/loss.ts';
import { ALONE, annotationOf, FAN, SPACING } from '../../../support/annotation-make.ts';

const line = {
  ...ALONE,
  kind: 'polyline' as const,
  label: 'b_line',
  rater: 'ann',
  breadthPx: 3,
  points: [
    { x: 32, y: 10 },
    { x: 32, y: 40 },
  ],
};
const area = { ...ALONE, kind: 'box' as const, label: 'rib', left: 1, top: 1, width: 2, height: 2 };
const mask = {
  ...ALONE,
  kind: 'mask' as const,
  label: 'pleural_line',
  left: 1,
  top: 1,
  width: 1,
  height: 1,
  runs: [0, 1],
};

const annotation = annotationOf(
  [line, { ...line, rater: 'bo', track: 1 }, area, mask].map((shape) => ({ index: 0, shape })),
  {
    clip: { ...CLIP_UNNAMED, sopInstanceUid: '1.2', frames: 4 },
    spacing: SPACING,
    sector: FAN,
    tags: ['zone/L1'],
  },
);

const codes = (format: Parameters<typeof annotationLosses>[1]) =>
  annotationLosses(annotation, format).map(({ code, ...fact }) =>
    'count' in fact ? `${code} ${fact.count}` : code,
  );

describe('what is lost', () => {
  it('in SlicerUltrasound is what it has no lines for, and the way of B-lines', () => {
    expect(codes('slicer')).toEqual([
      'lossClasses 1',
      'lossAreas 1',
      'lossBLineWay 2',
      'lossTracks 1',
      'lossSpacing',
      'lossFrameCount',
    ]);
    expect(annotationLosses(annotation, 'slicer')[0]).toMatchObject({
      label: 'rib',
      format: 'SlicerUltrasound',
    });
  });

  it('in CVAT is what it does not say of the clip', () => {
    expect(codes('cvat-json')).toEqual([
      'lossTags',
      'lossSize',
      'lossSpacing',
      'lossSector',
      'lossClipUids',
      'lossFrameCount',
    ]);
    expect(codes('cvat-xml')).toEqual(['lossTags', 'lossSpacing', 'lossSector', 'lossClipUids']);
  });

  it('in COCO is that lines are lines, for other programs', () => {
    expect(codes('coco')).toContain('lossLinesAsAreas 2');
  });

  it('in masks are points, and who drew which', () => {
    expect(codes('masks')).toEqual(['lossToPixels 3', 'lossTracks 1', 'lossRaterOfShape 3']);
  });

  it('in CSV and reports are the pixels of masks', () => {
    expect(codes('csv')).toContain('lossToOutlines 1');
    expect(codes('dicom-sr')).toContain('lossToOutlines 2');
    expect(codes('dicom-sr')).toContain('lossBreadth 2');
  });

  it('is nothing where all is kept, and then says so', () => {
    const plain = annotationOf([{ index: 0, shape: mask }], { spacing: SPACING, sector: FAN });
    expect(annotationLosses(plain, 'masks')).toEqual([{ code: 'lossNone', format: 'PNG' }]);
  });

  it('of parallel scan lines in SlicerUltrasound is where they lie', () => {
    const linear = {
      kind: 'linear' as const,
      mmPerPx: 0.25,
      originPx: { x: 32, y: 4 },
      widthMm: 10,
      depthMm: 10,
    };
    expect(annotationLosses({ ...annotation, sector: linear }, 'slicer').map(({ code }) => code)).toContain(
      'lossSector',
    );
  });
});
