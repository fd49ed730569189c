import { describe, expect, test } from 'vitest';
import { zoneFind } from '../../../../src/domain/scan/zones.ts';
import type { ScenarioError } from '../../../../src/domain/scenario/error.ts';
import { scenarioParse } from '../../../../src/domain/scenario/parse.ts';

const GOOD = `id: small
title: Small
summary: A small one.
course: tests
lesson: 1
duration_min: 1
teaches: [b_line]
steps:
  - step: rounds
    images:
      - id: one
        source: { patient: { seed: 1, condition: interstitial, zone: R2, b_lines_per_space: 4, breath_depth: 1.5 } }
    steps:
      - step: scan
        text: Find it.
        start: { zone: L1, rotation_deg: 90 }
        zones: zones_8
        goal: { zone: R2, shows: [rib], pattern: [b_lines, confluence], lung_sliding: yes }
        hints:
          - { show: word, text: Lower., cost: 10 }
          - { show: region, cost: 30 }
      - step: m_mode
        ask: What does it show?
        start: { around_mm: -60, down_mm: 90 }
        options:
          - { value: seashore, label: A shore }
          - { value: barcode, label: A barcode, why: No. }
        explain: It slides.
      - step: question
        ask: Where?
        choice:
          answer: sick_zone
          options: [{ value: R2, label: Here }, { value: L2, label: There }]
        explain: There.
  - step: rounds
    images: [{ id: own, source: { camera: { any: true } } }]
    steps:
      - { step: freeze, text: Stop. }
      - { step: mark, text: Mark., findings: [{ finding: rib, tolerance_mm: 3 }] }
`;

describe('patients, cameras and scans', () => {
  test('are laid out with defaults filled in', () => {
    const { images, steps } = scenarioParse(GOOD, 'small.yaml');
    expect(images.map(({ source }) => source)).toEqual([
      {
        kind: 'patient',
        request: { seed: 1, condition: 'interstitial', zone: 'R2', bLinesPerSpace: 4, breathDepth: 1.5 },
      },
      { kind: 'camera' },
    ]);
    expect(steps[0]).toEqual({
      kind: 'scan',
      id: 'one/scan',
      imageId: 'one',
      next: [],
      text: 'Find it.',
      start: { ...zoneFind('L1')!.centre, rotationRad: Math.PI / 2, tiltRad: 0, pressure: 0.5 },
      zones: 'zones_8',
      goal: { zone: 'R2', shows: ['rib'], patterns: ['b_lines', 'confluence'], sliding: 'yes' },
      attempts: 3,
      timeLimitS: null,
      hints: [
        { kind: 'word', text: 'Lower.', findings: [], cost: 10 },
        { kind: 'region', text: null, findings: [], cost: 30 },
      ],
      weight: 2,
    });
    expect(steps[1]).toMatchObject({
      kind: 'm_mode',
      start: { aroundMm: -60, downMm: 90, rotationRad: 0 },
      options: [
        { value: 'seashore', why: null },
        { value: 'barcode', why: 'No.' },
      ],
      minTimeS: 4,
      weight: 1,
    });
  });

  test.each([
    [
      'two sources',
      'camera: { any: true }',
      'camera: { any: true }, clip: { any: true }',
      '{ camera',
      'A source is a phantom, a patient, a clip or a camera: write exactly one of them.',
    ],
    [
      'a condition nobody has',
      'condition: interstitial',
      'condition: interstital',
      'interstital,',
      'condition cannot be "interstital": write one of normal, interstitial, white_lung, pneumothorax, effusion, consolidation. Did you mean interstitial?',
    ],
    ['a zone that is none', 'zone: R2, b', 'zone: R9, b', 'R9', 'zone cannot be "R9": write one of 1, 2,'],
    [
      'B-lines of another condition',
      'condition: interstitial',
      'condition: pneumothorax',
      '4, breath',
      'b_lines_per_space belongs to the condition interstitial, not to pneumothorax: leave it out.',
    ],
    [
      'a healthy zone of illness',
      'condition: interstitial, zone: R2, b_lines_per_space: 4,',
      'condition: normal, zone: R2,',
      'R2, breath',
      'A normal patient is sick in no zone: leave zone out, or write another condition.',
    ],
    [
      'a sick zone of nobody',
      'condition: interstitial, zone: R2, b_lines_per_space: 4, breath_depth: 1.5 } }\n    steps:\n      - step: scan\n        text: Find it.\n        start: { zone: L1, rotation_deg: 90 }\n        zones: zones_8\n        goal: { zone: R2',
      'condition: normal } }\n    steps:\n      - step: scan\n        text: Find it.\n        goal: { zone: sick',
      'sick, shows',
      'A normal patient is sick in no zone: write another zone or condition.',
    ],
    [
      'a goal out of sight',
      'zones: zones_8',
      'zones: blue_6',
      'R2, shows',
      'R2 is none of the zones drawn on the torso (blue_6): write one of R-upper, R-lower, R-plaps, L-upper, L-lower, L-plaps.',
    ],
    [
      'a goal that wants nothing',
      'goal: { zone: R2, shows: [rib], pattern: [b_lines, confluence], lung_sliding: yes }',
      'goal: {}',
      '{}',
      'A goal wants something: write zone, shows, pattern or lung_sliding.',
    ],
    [
      'a start with half a place',
      'around_mm: -60, down_mm: 90',
      'around_mm: -60',
      '{ around',
      'Say where the probe starts: write a zone, or around_mm and down_mm.',
    ],
    [
      'an angle in radians',
      'rotation_deg: 90',
      'rotation_rad: 1',
      'rotation_rad',
      'rotation_rad is not known here: this is given in degrees, write rotation_deg.',
    ],
    [
      'a hint that draws on no image',
      'show: region',
      'show: outline',
      'outline',
      'A hint here shows word or region or answer, not outline.',
    ],
    [
      'a hint out of order',
      'show: region, cost',
      'show: answer, cost: 60 }\n          - { show: region, cost',
      'region, cost',
      'A hint gives away more than the one before it: region goes before answer.',
    ],
    [
      'findings in a hint of a scan',
      'show: region, cost',
      'show: region, findings: [rib], cost',
      'findings: [rib], cost',
      'No image is frozen yet: leave findings out.',
    ],
    [
      'an option twice',
      'value: barcode',
      'value: seashore',
      'seashore, label: A barcode',
      'The value seashore stands here twice: give each option a value of its own.',
    ],
    [
      'a scan of a camera',
      '- { step: freeze, text: Stop. }',
      '- { step: scan, text: Find., goal: { shows: [rib] } }',
      'step: scan, text',
      'Only a patient can be scanned by hand: give each image of these rounds a patient as its source.',
    ],
    [
      'an answer that only a patient gives',
      '- { step: freeze, text: Stop. }',
      '- { step: freeze, text: Stop. }\n      - { step: question, ask: What?, choice: { answer: condition_in_view, options: [{ value: normal, label: A }, { value: effusion, label: B }] }, explain: C }',
      'condition_in_view',
      'Only of a patient is condition_in_view known: give each image of these rounds a patient as its source.',
    ],
    [
      'the same image of a camera twice',
      'text: Stop. }',
      'text: Stop., frame_index: 3 }',
      '3 }\n      - { step: mark',
      'A camera gives no image twice: leave frame_index out.',
    ],
    [
      'a question before any image stands still',
      '- step: scan\n        text: Find it.\n        start: { zone: L1, rotation_deg: 90 }\n        zones: zones_8\n        goal: { zone: R2, shows: [rib], pattern: [b_lines, confluence], lung_sliding: yes }\n        hints:\n          - { show: word, text: Lower., cost: 10 }\n          - { show: region, cost: 30 }\n      - step: m_mode\n        ask: What does it show?\n        start: { around_mm: -60, down_mm: 90 }\n        options:\n          - { value: seashore, label: A shore }\n          - { value: barcode, label: A barcode, why: No. }\n        explain: It slides.',
      '- { step: observe, text: Look. }',
      'step: question',
      'A question about an image needs it frozen: put a freeze or scan step before this one.',
    ],
  ])('says what is wrong and where: %s', (_, from, to, at, sentence) => {
    expect(GOOD).toContain(from);
    const text = GOOD.replace(from, to);
    const before = text.slice(0, text.indexOf(at)).split('\n');
    expect(text.indexOf(at)).toBeGreaterThanOrEqual(0);
    let problems: ScenarioError['problems'] = [];
    try {
      scenarioParse(text, 'small.yaml');
    } catch (error) {
      problems = (error as ScenarioError).problems;
    }
    expect(problems[0]).toEqual({
      line: before.length,
      column: before.at(-1)!.length + 1,
      sentence: expect.stringContaining(sentence),
    });
  });
});
