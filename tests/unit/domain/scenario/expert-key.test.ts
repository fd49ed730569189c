import { describe, expect, test } from 'vitest';
import { ScenarioError } from '../../../../src/domain/scenario/error.ts';
import {
  type ExpertKey,
  type KeyExpert,
  keyFitsClip,
  keyFramesAt,
  keyIndexFrozen,
  keyIndexNearest,
  keyIndices,
  keyIndicesGiven,
  keyIsOfBoth,
} from '../../../../src/domain/scenario/expert-key.ts';
import { medicineParse } from '../../../../src/domain/scenario/medicine-parse.ts';
import { scenarioParse, scenarioRead } from '../../../../src/domain/scenario/parse.ts';
import { textsWithoutSource } from '../../../../src/domain/scenario/source-check.ts';
import { scenarioTranslated } from '../../../../src/domain/scenario/translation.ts';

const CLIP = '0b6f7c1e-5a55-4c1e-9a53-0f2d4c9a7e11';

const KEY = `        key:
          drawn_on:
            width_px: 640
            height_px: 480
            images: 60
            sector: { kind: convex, mm_per_px: 0.3, origin_px: [320, 12], depth_mm: 140, radius_mm: 60, angle_deg: 60 }
          experts:
            - by: A. Teacher
              date: 2026-11-30
              frames:
                - index: 12
                  marks:
                    - { line: { finding: pleural_line, points: [[-20, 14.5], [20, 14]], width_mm: 2 } }
                    - { beam: { finding: b_line, origin: [-4.2, 15], width_mm: 3, end_depth_mm: 130 } }
                - index: 40
                  marks: []
            - by: BT
              date: 2026-12-01
              frames:
                - index: 12
                  marks:
                    - { region: { finding: rib, points: [[-30, 5], [-20, 5], [-20, 9]] } }
                    - { brush: { finding: rib, points: [[25, 6]], radius_mm: 2 } }
          places:
            - { frame: 12, finding: b_line, points: [[-30, 9], [-20, 9], [-20, 60]], say: Shadow., sources: none }
`;

const HEAD = `id: keyed
title: Keyed
summary: One clip.
course: tests
lesson: 1
duration_min: 1
teaches: [b_line]
steps:
  - step: rounds
    images:
      - id: one
        source: { clip: { id: ${CLIP} } }
`;

const STEPS = `    steps:
      - { step: freeze, text: Stop. }
      - { step: mark, text: Mark., findings: [{ finding: b_line, tolerance_mm: 2 }] }
      - { step: feedback, text: So it was. }
`;

const TEXT = HEAD + KEY + STEPS;

function keyOf(text = TEXT): ExpertKey {
  const { key } = scenarioParse(text, 'keyed.yaml').images[0]!;
  if (key === undefined) throw new Error('There is no key.');
  return key;
}

/** What is wrong with the file once something in it is replaced: line and sentence. */
function problems(from: string | RegExp, to: string): readonly string[] {
  const text = TEXT.replace(from, to);
  expect(text).not.toBe(TEXT);
  try {
    scenarioParse(text, 'keyed.yaml');
  } catch (error) {
    expect(error).toBeInstanceOf(ScenarioError);
    return (error as ScenarioError).problems.map(({ sentence }) => sentence);
  }
  return [];
}

describe('the key of a clip in a file', () => {
  test('is read as marks in mm, signed and dated', () => {
    expect(scenarioParse(TEXT, 'keyed.yaml').images[0]).toMatchObject({
      source: { kind: 'stored', clipId: CLIP },
      draw: null,
    });
    const { drawnOn, experts, places } = keyOf();
    expect(drawnOn).toEqual({
      widthPx: 640,
      heightPx: 480,
      images: 60,
      sector: {
        kind: 'convex',
        mmPerPx: 0.3,
        originPx: { x: 320, y: 12 },
        depthMm: 140,
        radiusMm: 60,
        angleRad: Math.PI / 3,
      },
    });
    expect(experts.map(({ by, date }) => `${by} ${date}`)).toEqual([
      'A. Teacher 2026-11-30',
      'BT 2026-12-01',
    ]);
    expect(experts[0]!.frames[0]!.marks).toEqual([
      {
        id: 'expert-1-12-1',
        kind: 'line',
        finding: 'pleural_line',
        points: [
          { x: -20, y: 14.5 },
          { x: 20, y: 14 },
        ],
        widthMm: 2,
      },
      {
        id: 'expert-1-12-2',
        kind: 'beam',
        finding: 'b_line',
        origin: { x: -4.2, y: 15 },
        widthMm: 3,
        endDepthMm: 130,
      },
    ]);
    expect(experts[1]!.frames[0]!.marks.map(({ kind }) => kind)).toEqual(['region', 'brush']);
    expect(places).toMatchObject([{ index: 12, finding: 'b_line', say: 'Shadow.' }]);
  });

  test('says on which images experts drew, and which of them is nearest', () => {
    const key = keyOf();
    expect(keyIndices(key)).toEqual([12, 40]);
    const first = { experts: key.experts.slice(0, 1) };
    expect([0, 25, 26, 27, 99].map((index) => keyIndexNearest(first, index))).toEqual([12, 12, 12, 40, 40]);
    expect(keyFramesAt(key, 12).map(({ by }) => by)).toEqual(['A. Teacher', 'BT']);
    expect(keyFramesAt(key, 40).map(({ by, marks }) => [by, marks])).toEqual([['A. Teacher', []]]);
    expect(keyFramesAt(key, 13)).toEqual([]);
  });

  test('of two experts, learners are given what both have marked, and else what either has', () => {
    const [first, second] = keyOf().experts as readonly [KeyExpert, KeyExpert];
    const both = { experts: [first, second] };
    expect(keyIndicesGiven(both)).toEqual([12]);
    expect([0, 30, 59].map((index) => keyIndexNearest(both, index))).toEqual([12, 12, 12]);
    // An image that a step or an attempt of before names stays that one; where nobody drew it is no image to be graded on.
    expect(keyIndexFrozen(both, 40, 40)).toBe(40);
    expect(keyIndexFrozen(both, 39, 39)).toBe(12);
    expect(keyIndexFrozen(both, null, 40)).toBe(12);
    const moves = first.frames[0]!.marks.map(() => ({ acrossMm: 0, depthMm: 0, sure: 1 }));
    const carried = [20, 21].map((index) => ({ index, from: 12, to: null, moves, isToCheck: index === 21 }));
    const apart = {
      ...second,
      frames: [
        { index: 20, marks: [] },
        { index: 21, marks: [] },
      ],
    };
    expect(keyIndicesGiven({ experts: [{ ...first, carried }, apart] })).toEqual([20]);
    expect(keyIndicesGiven({ experts: [first, apart] })).toEqual([12, 20, 21, 40]);
    expect([both, { experts: [first, apart] }, { experts: [first] }].map(keyIsOfBoth)).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('fits the clip that it was drawn on, and no other', () => {
    const key = keyOf();
    const { sector } = key.drawnOn!;
    const clip = { width: 640, height: 480, sector, timesMs: Array.from({ length: 60 }, (_, i) => 40 * i) };
    expect(keyFitsClip(key, clip)).toBe(true);
    // Half a percent is what rounding does to a figure.
    expect(keyFitsClip(key, { ...clip, sector: { ...sector, mmPerPx: 0.3015 } })).toBe(true);
    for (const other of [
      { width: 641 },
      { height: 500 },
      { timesMs: clip.timesMs.slice(1) },
      { sector: { ...sector, mmPerPx: 0.33 } },
      { sector: { ...sector, depthMm: 150 } },
      { sector: { ...sector, originPx: { x: 320, y: 14 } } },
      { sector: { ...sector, angleRad: 1 } as typeof sector },
      { sector: { ...sector, kind: 'linear', widthMm: 40 } as typeof sector },
    ]) {
      expect(keyFitsClip(key, { ...clip, ...other })).toBe(false);
    }
    const unsaid = { ...key, drawnOn: null };
    expect(keyFitsClip(unsaid, { ...clip, width: 1 })).toBe(true);
    expect(keyFitsClip(unsaid, { ...clip, timesMs: clip.timesMs.slice(0, 40) })).toBe(false);
  });

  test('holds images that marks were carried to', () => {
    const carried = `              carried:
                - { index: 13, from: 12, to: 40, moves: [[0.4, -0.1, 0.9], [1.5, -0.1, 0.8]] }
`;
    const withCarried = (text: string): readonly string[] =>
      problems('            - by: BT', `${text}            - by: BT`);
    expect(withCarried(carried)).toEqual([]);
    for (const [from, to, sentence] of [
      ['index: 13', 'index: 12', 'The expert drew on image 12'],
      ['index: 13', 'index: 60', 'the last is 59'],
      ['from: 12', 'from: 11', 'This expert drew nothing on image 11.'],
      ['to: 40', 'to: 41', 'This expert drew nothing on image 41.'],
      [', [1.5, -0.1, 0.8]', '', 'Image 12 has 2 marks: write as many moves.'],
    ] as const) {
      expect(withCarried(carried.replace(from, to))).toEqual([expect.stringContaining(sentence)]);
    }
    expect(withCarried(`${carried}${carried.slice(carried.indexOf('                -'))}`)).toEqual([
      'Image 13 stands here twice.',
    ]);
  });

  test.each<[string, string | RegExp, string, string]>([
    [
      'simulated',
      `clip: { id: ${CLIP} }`,
      'phantom: { seed: 1 }',
      'Experts draw their key on a recorded clip',
    ],
    ['any clip', `{ id: ${CLIP} }`, '{ any: true }', 'A key belongs to one clip: write clip: { id: ID }'],
    [
      'both',
      `{ id: ${CLIP} }`,
      `{ id: ${CLIP}, any: true }`,
      "A clip is any of the learner's own or one that",
    ],
    ['no id', CLIP, 'my-clip', 'id cannot be "my-clip": write the id that the clip has in the clip library.'],
    [
      'draw',
      '        key:',
      '        draw: {}\n        key:',
      'Only a phantom or a patient can be drawn anew',
    ],
    [
      'a freeze without a key',
      '{ step: freeze,',
      '{ step: freeze, frame_index: 13,',
      'Nobody drew a key on image 13.',
    ],
    ['a place without a key', '{ frame: 12,', '{ frame: 11,', 'There is one on: 12, 40.'],
    ['an image twice', 'index: 40', 'index: 12', 'Image 12 stands here twice: put its marks together.'],
    ['an image too far', 'index: 40', 'index: 60', 'there is no image 60.'],
    ['a day', '2026-12-01', 'yesterday', 'date cannot be "yesterday": write the day as year-month-day'],
    ['no mark', /\{ brush: .*\n/, '{}\n', 'A mark is a line, a beam, a region or a brush'],
    ['too few points', '[[-20, 14.5], [20, 14]]', '[[-20, 14.5]]', 'give at least 2 entries'],
    ['half a point', '[[-20, 14.5], [20, 14]]', '[[-20, 14.5], [20]]', 'give at least 2 entries'],
    [
      'out of reach',
      'end_depth_mm: 130',
      'end_depth_mm: 1300',
      'end_depth_mm cannot be 1300: it must be at most 500.',
    ],
    [
      'a unit',
      'width_mm: 2 }',
      'width: 2 }',
      'width is not known here: this is given in millimetres, write width_mm.',
    ],
    ['no expert', /by: BT/, 'by: ""', 'by cannot be ""'],
  ])('refuses %s with a sentence', (_, from, to, sentence) => {
    expect(problems(from, to).join('\n')).toContain(sentence);
  });

  test('a clip of the library needs no key', () => {
    expect(scenarioParse(HEAD + STEPS, 'keyed.yaml').images[0]).not.toHaveProperty('key');
  });
});

describe('what is told at a place', () => {
  const TRANSLATION = `title: Con solución
summary: Un clip.
places: { one: [Sombra.] }
steps:
  rounds:
    freeze: { text: Para. }
    mark: { text: Marca. }
    feedback: { text: Así era. }
`;

  test('is told in other languages', () => {
    const original = { text: TEXT, name: 'keyed.yaml' };
    const spanish = scenarioTranslated(original, { text: TRANSLATION, name: 'keyed.es.yaml' });
    expect(spanish.images[0]?.key?.places[0]?.say).toBe('Sombra.');
    expect(spanish.images[0]?.key?.experts).toEqual(keyOf().experts);
    const without = { text: TRANSLATION.replace(/places.*\n/, ''), name: 'keyed.es.yaml' };
    expect(() => scenarioTranslated(original, without)).toThrow('places.one.1 is missing');
  });

  test('needs a source where it states something of medicine', () => {
    const medicine = medicineParse('works: {}\nstatements: {}\n', 'medicine.yaml');
    const texts = (text: string) => textsWithoutSource(scenarioRead(text, 'keyed.yaml', null).file, medicine);
    const ids = (text: string) => texts(text).map(({ id }) => id);
    const place = 'rounds/one/key/places/1/say';
    expect(ids(TEXT)).not.toContain(place);
    expect(ids(TEXT.replace('say: Shadow., sources: none', 'say: This is a rib.'))).toContain(place);
  });
});
