import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Truth } from '../../../../src/domain/frame/frame.ts';
import { ScenarioError } from '../../../../src/domain/scenario/error.ts';
import { scenarioParse } from '../../../../src/domain/scenario/parse.ts';
import type { BriefingPicture } from '../../../../src/domain/scenario/scenario.ts';
import { labelAnchor } from '../../../../src/parts/picture/label-anchor.ts';
import { VIEW_START } from '../../../../src/parts/session/machine/scenario-context.ts';
import { phantomFrame, phantomOpen } from '../../../../src/simulator/exam/phantom.ts';
import { livePatientFrame, livePatientOpen } from '../../../../src/simulator/patient/live-patient.ts';

const FOLDER = join(import.meta.dirname, '../../../../scenarios');
const SHIPPED = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => /^[^.]+\.yaml$/.test(file))
  .map((file) => [file, scenarioParse(readFileSync(join(FOLDER, file), 'utf8'), file)] as const);

/** Images of a running patient follow each other so, and are numbered by it. */
const PATIENT_FRAME_MS = 1000 / 30;

function truthOf({ source, pose, frameIndex }: BriefingPicture): Truth {
  if (source.kind === 'phantom') return phantomFrame(phantomOpen(source.request), frameIndex, 256).truth;
  const shot = { pose: pose!, controls: VIEW_START.controls, timeMs: frameIndex * PATIENT_FRAME_MS };
  return livePatientFrame(livePatientOpen(source.request), shot, 256).truth;
}

describe.each(SHIPPED)('%s', (_, scenario) => {
  test('opens with a picture on which everything that it names is to be seen', () => {
    const [first] = scenario.steps;
    expect(first?.kind).toBe('briefing');
    const pictures = scenario.steps.flatMap((step) =>
      step.kind === 'briefing' && step.picture !== null ? [step.picture] : [],
    );
    expect(first?.kind === 'briefing' && first.picture !== null).toBe(true);
    for (const picture of pictures) {
      const { mask } = truthOf(picture);
      for (const label of picture.labels) expect(labelAnchor(mask, label), label).not.toBeNull();
    }
  });
});

const FILE = (picture: string): string => `id: small
title: Small
summary: A small one.
course: tests
lesson: 1
duration_min: 1
teaches: [rib]
steps:
  - step: briefing
    text: Hello.
    picture: ${picture}
  - step: rounds
    images:
      - id: one
        source: { phantom: { seed: 1, look: clinical } }
      - id: two
        source: { clip: { any: true } }
      - id: three
        source: { patient: { seed: 1, condition: normal } }
    steps:
      - { step: freeze, text: Stop. }
`;

function sentencesOf(picture: string): readonly string[] {
  try {
    scenarioParse(FILE(picture), 'small.yaml');
  } catch (error) {
    if (error instanceof ScenarioError) return error.problems.map(({ sentence }) => sentence);
    throw error;
  }
  return [];
}

describe('the picture of a briefing', () => {
  test('is an image of the scenario, or one of its own', () => {
    const read = (picture: string) => {
      const [step] = scenarioParse(FILE(picture), 'small.yaml').steps;
      return step?.kind === 'briefing' ? step.picture : null;
    };
    expect(read('{ image: one, label: [rib], frame_index: 7 }')).toEqual({
      source: { kind: 'phantom', request: { seed: 1, split: 'game', look: 'clinical' } },
      pose: null,
      frameIndex: 7,
      labels: ['rib'],
    });
    const own = read(
      '{ source: { patient: { seed: 2, condition: normal } }, at: { zone: R1 }, label: [rib] }',
    );
    expect(own?.source).toEqual({ kind: 'patient', request: { seed: 2, condition: 'normal' } });
    expect(own?.pose?.rotationRad).toBe(0);
  });

  test.each([
    ['{ image: on, label: [rib] }', 'No image of this scenario is called on. Did you mean one?'],
    [
      '{ image: two, label: [rib] }',
      'Only a simulated image knows what to name on it: take a phantom or a patient.',
    ],
    [
      '{ image: three, label: [rib] }',
      'Say where the probe stands on the patient: add at, such as { zone: R1 }.',
    ],
    [
      '{ image: one, at: { zone: R1 }, label: [rib] }',
      'A phantom has no places to put a probe on: leave at out.',
    ],
    ['{ image: one, label: [rib, rib] }', 'rib stands here twice: keep it once.'],
    [
      '{ label: [rib] }',
      'A picture shows an image of the scenario or one of its own: write exactly one of image and source.',
    ],
  ])('%s is refused in a sentence', (picture, sentence) => {
    expect(sentencesOf(picture)).toEqual([sentence]);
  });
});
