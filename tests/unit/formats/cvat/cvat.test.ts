import { describe, expect, it } from 'vitest';
import { CLIP_UNKNOWN, type ClipFacts, shapesOf } from '../../../../src/domain/annotation/annotation.ts';
import { cvatJsonRead } from '../../../../src/formats/cvat/cvat-json-read.ts';
import { trackForms, trackLength } from '../../../../src/formats/cvat/cvat-track.ts';
import { cvatXmlRead } from '../../../../src/formats/cvat/cvat-xml-read.ts';
import { ALONE } from '../../../support/annotation-make.ts';
import { sentenceThrown } from '../../../support/facts.ts';

/** By hand after CVAT's documents of its formats. */

const clip: ClipFacts = { ...CLIP_UNKNOWN, size: { width: 64, height: 48 } };

const drawn = { occluded: false, z_order: 0, rotation: 0, group: 0, source: 'manual', attributes: [] };

const job = {
  version: 0,
  tags: [],
  shapes: [
    { ...drawn, type: 'polyline', points: [1, 2, 3, 4], frame: 3, label: 'aline' },
    { ...drawn, type: 'rectangle', points: [10, 10, 20, 14], rotation: 90, frame: 3, label: 'rib' },
    { ...drawn, type: 'mask', points: [1, 2, 1, 5, 6, 6, 7], frame: 4, label: 'effusion', group: 2 },
    { ...drawn, type: 'ellipse', points: [5, 5, 9, 2], frame: 4, label: 'effusion' },
  ],
  tracks: [
    {
      frame: 10,
      label: 'bline',
      group: 0,
      source: 'manual',
      attributes: [{ name: 'rater', value: 'ann' }],
      shapes: [
        { ...drawn, type: 'polyline', points: [0, 0, 10, 10], frame: 10, outside: false },
        { ...drawn, type: 'polyline', points: [4, 0, 10, 14], frame: 14, outside: false },
        { ...drawn, type: 'polyline', points: [4, 0, 10, 14], frame: 16, outside: true },
      ],
      elements: [],
    },
  ],
};

describe('a track', () => {
  const form = { kind: 'box' as const, left: 0, top: 0, width: 1, height: 1 };
  const key = (index: number, isOutside = false) => ({ index, isOutside, form });

  it.each([
    ['of one frame', [key(3)], null, [3]],
    ['that goes on to the end', [key(3)], 6, [3, 4, 5]],
    ['that ends where it goes out', [key(3), key(5, true)], 9, [3, 4]],
    ['that pauses', [key(3), key(4, true), key(7), key(9)], null, [3, 7, 8, 9]],
    ['with key frames in any order, one twice', [key(5), key(3), key(5)], null, [3, 4, 5]],
    ['that is drawn behind the end of the clip', [key(9)], 6, [9]],
    ['of nothing', [], 6, []],
  ])('%s is seen in its frames, and is as long as these are many', (_, keys, stop, frames) => {
    expect([...trackForms(keys, stop)].map(({ index }) => index)).toEqual(frames);
    expect(trackLength(keys, stop)).toBe(frames.length);
  });
});

describe("CVAT's annotations.json", () => {
  it('has shapes of one frame, in CVAT’s own pixels', () => {
    const { annotation, notes } = cvatJsonRead(JSON.stringify([{ ...job, tracks: [] }]), clip);
    const [line, turned, mask] = shapesOf(annotation);
    expect(line).toEqual({
      ...ALONE,
      kind: 'polyline',
      label: 'aline',
      breadthPx: null,
      points: [
        { x: 1, y: 2 },
        { x: 3, y: 4 },
      ],
    });
    // 10 by 4 about (15, 12), turned by a quarter: 4 by 10.
    expect(turned).toMatchObject({ kind: 'polygon' });
    const corners = turned?.kind === 'polygon' ? turned.points : [];
    expect(corners.map(({ x, y }) => [Math.round(x), Math.round(y)])).toEqual([
      [17, 7],
      [17, 17],
      [13, 17],
      [13, 7],
    ]);
    expect(mask).toMatchObject({
      kind: 'mask',
      left: 5,
      top: 6,
      width: 2,
      height: 2,
      runs: [1, 2, 1],
      group: 2,
    });
    expect(notes).toEqual([{ code: 'annotationKindUnread', kind: 'ellipse', count: 1 }]);
  });

  it('interpolates a track evenly from key frame to key frame, until it leaves', () => {
    const { annotation, notes } = cvatJsonRead(JSON.stringify({ ...job, shapes: [] }), clip);
    expect(annotation.frames.map(({ index }) => index)).toEqual([10, 11, 12, 13, 14, 15]);
    expect(annotation.frames[1]!.shapes[0]).toMatchObject({
      label: 'bline',
      rater: 'ann',
      track: 1,
      points: [
        { x: 1, y: 0 },
        { x: 10, y: 11 },
      ],
    });
    expect(annotation.frames[5]!.shapes[0]).toMatchObject({
      points: [
        { x: 4, y: 0 },
        { x: 10, y: 14 },
      ],
    });
    expect(notes).toEqual([
      { code: 'annotationInterpolated', count: 3 },
      { code: 'annotationHeld', count: 1 },
    ]);
  });

  it('holds what has another number of points, and goes on to the end of the clip', () => {
    const track = structuredClone(job.tracks[0]!);
    track.shapes[1]!.points = [4, 0, 10, 14, 20, 20];
    track.shapes.pop();
    const text = JSON.stringify([{ shapes: [], tracks: [track] }]);
    const { annotation } = cvatJsonRead(text, { ...clip, frames: 17 });
    expect(annotation.frames.map(({ index }) => index)).toEqual([10, 11, 12, 13, 14, 15, 16]);
    expect(annotation.frames[3]!.shapes[0]).toMatchObject({
      points: [
        { x: 0, y: 0 },
        { x: 10, y: 10 },
      ],
    });
  });

  it('asks for the size of the images, and says where it is broken', () => {
    expect(sentenceThrown(() => cvatJsonRead(JSON.stringify([job]), CLIP_UNKNOWN))).toMatch(
      /how large the images/,
    );
    const wrong = { ...job, shapes: [{ ...job.shapes[0], points: [1, 2, 3] }] };
    expect(sentenceThrown(() => cvatJsonRead(JSON.stringify([wrong]), clip))).toMatch(
      /\[0\]\.shapes\[0\]\.points/,
    );
    const odd = { ...job, shapes: [{ ...job.shapes[2], points: [1, 2, 9, 5, 6, 6, 7] }] };
    expect(sentenceThrown(() => cvatJsonRead(JSON.stringify(odd), clip))).toMatch(/shapes\[0\]\.points/);
  });

  it('is refused where a track would fill the memory', () => {
    const long = {
      ...job.tracks[0]!,
      shapes: [job.tracks[0]!.shapes[0], { ...job.tracks[0]!.shapes[1], frame: 900_000_000 }],
    };
    expect(sentenceThrown(() => cvatJsonRead(JSON.stringify({ shapes: [], tracks: [long] }), clip))).toMatch(
      /more than 200,000 annotated shapes/,
    );
  });
});

const meta = `<meta><task><size>30</size><mode>interpolation</mode>
  <labels><label><name>bline</name></label><label><name>rib</name></label></labels>
  <original_size><width>64</width><height>48</height></original_size></task></meta>`;

const xml = (body: string, about = meta): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<annotations><version>1.1</version>${about}${body}</annotations>`;

describe("CVAT's XML", () => {
  it('for video has tracks with their key frames and attributes', () => {
    const { annotation, notes } = cvatXmlRead(
      xml(`<track id="4" label="bline" source="manual" group_id="2">
        <polyline frame="5" keyframe="1" outside="0" occluded="0" points="1.5,2;3,40" z_order="0"><attribute name="rater">an&amp;n</attribute></polyline>
        <polyline frame="7" keyframe="1" outside="0" occluded="0" points="3.5,2;3,44" z_order="0"></polyline>
        <polyline frame="8" keyframe="1" outside="1" occluded="0" points="3.5,2;3,44" z_order="0"/>
      </track>
      <track id="5" label="rib"><box frame="5" outside="0" xtl="1" ytl="2" xbr="9" ybr="4"/><box frame="6" outside="1" xtl="1" ytl="2" xbr="9" ybr="4"/></track>
      <track id="6" label="rib"><points frame="5" outside="0" points="1,2"/></track>`),
      CLIP_UNKNOWN,
    );
    expect(annotation).toMatchObject({
      size: { width: 64, height: 48 },
      labels: ['bline', 'rib'],
      clip: { frames: 30 },
    });
    expect(annotation.frames.map(({ index, shapes }) => [index, shapes.length])).toEqual([
      [5, 2],
      [6, 1],
      [7, 1],
    ]);
    expect(annotation.frames[1]!.shapes[0]).toMatchObject({
      label: 'bline',
      rater: 'an&n',
      track: 4,
      group: 2,
      points: [
        { x: 2.5, y: 2 },
        { x: 3, y: 42 },
      ],
    });
    // What is seen in one frame alone is not followed.
    expect(annotation.frames[0]!.shapes[1]).toMatchObject({ kind: 'box', track: null, width: 8, height: 2 });
    expect(notes).toContainEqual({ code: 'annotationKindUnread', kind: 'points', count: 1 });
  });

  it('for images has shapes by image', () => {
    const { annotation } = cvatXmlRead(
      xml(
        `<image id="2" name="a.png" width="64" height="48"><polygon label="rib" points="0,0;4,0;4,4"/><mask label="rib" rle="1, 2, 1" left="5" top="6" width="2" height="2"/></image>`,
        '',
      ),
      CLIP_UNKNOWN,
    );
    expect(annotation.frames).toMatchObject([
      { index: 2, shapes: [{ kind: 'polygon' }, { kind: 'mask', runs: [1, 2, 1] }] },
    ]);
  });

  it('expands no entities, and no depth fells it', () => {
    const bomb = `<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>`;
    const entity = xml('<track id="0" label="&c;"/>').replace('<annotations>', `${bomb}<annotations>`);
    expect(sentenceThrown(() => cvatXmlRead(entity, clip))).toMatch(/damaged, cut off/);
    const deep = xml('<a>'.repeat(100_000) + '</a>'.repeat(100_000));
    expect(sentenceThrown(() => cvatXmlRead(deep, clip))).toMatch(/damaged, cut off/);
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, -20), /damaged, cut off or of another kind:/],
    ['with a point of one number', (text: string) => text.replace('1,2;', '1;'), /track\[1\]\.points/],
    ['with a point that is no number', (text: string) => text.replace('1,2;', 'x,2;'), /track\[1\]\.points/],
    ['with a frame below 0', (text: string) => text.replace('frame="5"', 'frame="-5"'), /track\[1\]\.frame/],
    ['without a label', (text: string) => text.replace('label="rib"', ''), /label/],
  ])('is refused %s', (_, wrong, place) => {
    const sound = xml('<track id="1" label="rib"><polyline frame="5" outside="0" points="1,2;3,4"/></track>');
    expect(shapesOf(cvatXmlRead(sound, CLIP_UNKNOWN).annotation)).toHaveLength(1);
    expect(sentenceThrown(() => cvatXmlRead(wrong(sound), CLIP_UNKNOWN))).toMatch(place);
  });
});
