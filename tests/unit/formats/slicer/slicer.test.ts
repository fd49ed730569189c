import { describe, expect, it } from 'vitest';
import { CLIP_UNKNOWN, type ClipFacts } from '../../../../src/domain/annotation/annotation.ts';
import { marksFromShapes } from '../../../../src/domain/annotation/shape-marks.ts';
import { slicerRead } from '../../../../src/formats/slicer/slicer-read.ts';
import { slicerWrite } from '../../../../src/formats/slicer/slicer-write.ts';
import { ALONE, annotationOf, FAN, SPACING } from '../../../support/annotation-make.ts';
import { sentenceThrown } from '../../../support/facts.ts';

/** By hand after the public schema; nobody's annotations. */

const clip: ClipFacts = { ...CLIP_UNKNOWN, spacing: { x: 0.2, y: 0.1 } };

/** A fan 60 degrees open about straight down, its apex 20 px above the face. */
const fan = {
  mask_type: 'fan',
  angle1: 120,
  angle2: 60,
  center_rows_px: -16,
  center_cols_px: 32,
  radius1: 20,
  radius2: 60,
  image_size_rows: 48,
  image_size_cols: 64,
};

const newer = {
  SOPInstanceUID: '1.2.3',
  GrayscaleConversion: false,
  ...fan,
  AnnotationLabels: [],
  labels: ['zone/L1'],
  frame_annotations: [
    {
      frame_number: '3',
      coordinate_space: 'LPS',
      pleura_lines: [
        {
          rater: 'ann',
          line: {
            points: [
              [2, 1, 0],
              [4, 1.5, 0],
            ],
          },
        },
      ],
      b_lines: [
        {
          rater: 'bo',
          line: {
            points: [
              [2.5, 3, 0],
              [3, 3, 0],
            ],
          },
          validation: { status: 'validated', adjudicator: 'cy', timestamp: '2026-01-02' },
        },
      ],
      pleura_percentage: 12,
    },
  ],
};

describe('a file of SlicerUltrasound', () => {
  it('has its points in pixels, from the corner of the first', () => {
    const { annotation, notes } = slicerRead(JSON.stringify(newer), clip);
    expect(notes).toEqual([]);
    expect(annotation.size).toEqual({ width: 64, height: 48 });
    expect(annotation.clip.sopInstanceUid).toBe('1.2.3');
    expect(annotation.tags).toEqual(['zone/L1']);
    // 2 mm of 0.2 mm are 10 pixels from the middle of the first one.
    expect(annotation.frames).toEqual([
      {
        index: 3,
        shapes: [
          {
            ...ALONE,
            kind: 'polyline',
            label: 'pleural_line',
            rater: 'ann',
            breadthPx: null,
            points: [
              { x: 10.5, y: 10.5 },
              { x: 20.5, y: 15.5 },
            ],
          },
          {
            ...ALONE,
            kind: 'polyline',
            label: 'b_line',
            rater: 'bo',
            status: { verdict: 'validated', adjudicator: 'cy', timestamp: '2026-01-02' },
            breadthPx: null,
            points: [
              { x: 13, y: 30.5 },
              { x: 15.5, y: 30.5 },
            ],
          },
        ],
      },
    ]);
  });

  it('is mirrored where it is in RAS', () => {
    const ras = structuredClone(newer);
    ras.frame_annotations[0]!.coordinate_space = 'RAS';
    ras.frame_annotations[0]!.pleura_lines[0]!.line.points = [
      [-2, -1, 0],
      [-4, -1.5, 0],
    ];
    const { annotation } = slicerRead(JSON.stringify(ras), clip);
    expect(annotation.frames[0]!.shapes[0]).toMatchObject({
      points: [
        { x: 10.5, y: 10.5 },
        { x: 20.5, y: 15.5 },
      ],
    });
  });

  it.each([
    ['LPS', 1],
    ['RAS', -1],
  ] as const)('of older days is by frame, with bare points, in %s by their signs', (space, sign) => {
    const older = {
      SOPInstanceUID: '1.2.3',
      image_size_rows: 48,
      image_size_cols: 64,
      frame_annotations: {
        '12': {
          pleura_lines: [
            [
              [sign * 2, sign * 1, 0],
              [sign * 4, sign * 1.5, 0],
            ],
          ],
          b_lines: [],
        },
        '4': {
          b_lines: [
            [
              [sign * 2.5, sign * 3, 0],
              [sign * 3, sign * 3, 0],
            ],
          ],
        },
      },
    };
    const { annotation, notes } = slicerRead(JSON.stringify(older), clip, 'clip7.dee.json');
    expect(notes).toEqual([{ code: 'annotationSpaceGuessed', space }]);
    expect(annotation.frames.map(({ index }) => index)).toEqual([4, 12]);
    expect(annotation.frames[1]!.shapes[0]).toMatchObject({
      label: 'pleural_line',
      rater: 'dee',
      points: [
        { x: 10.5, y: 10.5 },
        { x: 20.5, y: 15.5 },
      ],
    });
  });

  it('states its fan, which becomes the geometry where pixels are square', () => {
    const square = { ...clip, spacing: { x: 0.25, y: 0.25 } };
    const { sector } = slicerRead(JSON.stringify(newer), square).annotation;
    expect(sector).toMatchObject({ ...FAN, angleRad: expect.closeTo(Math.PI / 3, 9) });
    expect(slicerRead(JSON.stringify(newer), clip).annotation.sector).toBeNull();
    const leaning = { ...newer, angle1: 130, angle2: 70 };
    expect(slicerRead(JSON.stringify(leaning), square)).toMatchObject({
      annotation: { sector: null },
      notes: [{ code: 'annotationTilted' }],
    });
  });

  it('asks for the size of a pixel, and says where it is broken', () => {
    const text = JSON.stringify(newer);
    expect(sentenceThrown(() => slicerRead(text, CLIP_UNKNOWN))).toMatch(/do not say how large a pixel is/);
    expect(sentenceThrown(() => slicerRead(text.slice(0, -9), clip))).toMatch(/damaged, cut off/);
    const wrong = structuredClone(newer) as { frame_annotations: { pleura_lines: unknown }[] };
    wrong.frame_annotations[0]!.pleura_lines = 'none';
    expect(sentenceThrown(() => slicerRead(JSON.stringify(wrong), clip))).toMatch(/frame_annotations/);
  });
});

describe('what is written for SlicerUltrasound', () => {
  const line = {
    ...ALONE,
    kind: 'polyline' as const,
    label: 'b_line',
    breadthPx: 4,
    // Down the middle scan line, from 4 px below the face to its end.
    points: [
      { x: 32.5, y: 8.5 },
      { x: 32.5, y: 44.5 },
    ],
  };

  it('has the fan, LPS, and somebody for each line', () => {
    const annotation = annotationOf([{ index: 2, shape: line }], { spacing: SPACING, sector: FAN });
    const file = JSON.parse(new TextDecoder().decode(slicerWrite(annotation)));
    expect(file).toMatchObject(fan);
    expect(file.frame_annotations).toMatchObject([
      { frame_number: 2, coordinate_space: 'LPS', pleura_lines: [], b_lines: [{ rater: 'unknown' }] },
    ]);
  });

  it('turns a B-line along its scan line to one across it, as broad there as the fan makes it', () => {
    const annotation = annotationOf([{ index: 2, shape: line }], { spacing: SPACING, sector: FAN });
    const read = slicerRead(new TextDecoder().decode(slicerWrite(annotation)), { ...clip, spacing: SPACING });
    const [shape] = read.annotation.frames[0]!.shapes;
    if (shape?.kind !== 'polyline') throw new Error('no line');
    const [left, right] = shape.points;
    // 4 px broad 24 px from the apex are 7 px at 42 px from it, in the middle between 24 and 60.
    expect(right!.x - left!.x).toBeCloseTo(7, 1);
    expect(left!.y).toBeCloseTo(26.5, 0);
    expect(left!.y).toBeCloseTo(right!.y, 6);
  });

  it('gives a B-line across back as a mark from the pleural line to the bottom', () => {
    const pleura = {
      ...line,
      label: 'pleural_line',
      breadthPx: null,
      points: [
        { x: 20.5, y: 12.5 },
        { x: 44.5, y: 12.5 },
      ],
    };
    const across = {
      ...line,
      points: [
        { x: 30.5, y: 30.5 },
        { x: 34.5, y: 30.5 },
      ],
    };
    const { marks, left } = marksFromShapes({ index: 0, shapes: [across, pleura] }, FAN);
    expect(left).toEqual([]);
    // The pleural line comes last: it lies on top.
    expect(marks.map(({ kind }) => kind)).toEqual(['beam', 'line']);
    const [beam] = marks;
    if (beam?.kind !== 'beam') throw new Error('no beam');
    expect(beam.endDepthMm).toBe(10);
    expect(beam.origin.x).toBeCloseTo(0, 9);
    // The pleural line crosses the middle scan line 8 px below the face, 0.25 mm each.
    expect(beam.origin.y).toBeCloseTo(2, 9);
    // 4 px at 46 px from the apex are 4 / 46 of a radian: at 28 px from it 2.43 px, or 0.61 mm.
    expect(beam.widthMm).toBeCloseTo(0.61, 2);
  });
});
