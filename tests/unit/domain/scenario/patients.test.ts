import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Truth } from '../../../../src/domain/frame/frame.ts';
import type { ProbePose } from '../../../../src/domain/scan/probe-pose.ts';
import { zonePose, zonesOf } from '../../../../src/domain/scan/zones.ts';
import { answerExpected } from '../../../../src/domain/scenario/answer.ts';
import { truthFacts } from '../../../../src/domain/scenario/answer-facts.ts';
import { goalGap } from '../../../../src/domain/scenario/goal.ts';
import { goalPlaces } from '../../../../src/domain/scenario/goal-places.ts';
import { scenarioParse } from '../../../../src/domain/scenario/parse.ts';
import type { Scenario, ScenarioImage, ScenarioStep } from '../../../../src/domain/scenario/scenario.ts';
import { zoneTruth } from '../../../../src/domain/survey/zone-truth.ts';
import { VIEW_START } from '../../../../src/parts/session/machine/scenario-context.ts';
import {
  type LivePatient,
  livePatientFrame,
  livePatientOpen,
} from '../../../../src/simulator/patient/live-patient.ts';

/** Seeds are chosen by what they show; when patients change, these tests say which are to be chosen again. */

const FOLDER = join(import.meta.dirname, '../../../../scenarios');
const SIZE = 256;
/** Moments of a breath or two. */
const TIMES_MS = [0, 900, 1800, 2700];
/** How many places the game looks at, at most. */
const PLACES = 90;

const PLAYED: readonly (readonly [string, Scenario, ScenarioImage])[] = readdirSync(FOLDER, {
  recursive: true,
  encoding: 'utf8',
})
  .filter((file) => file.endsWith('.yaml') && !/\.[a-z]{2}\.yaml$/.test(file))
  .map((file) => scenarioParse(readFileSync(join(FOLDER, file), 'utf8'), file))
  .flatMap((scenario) =>
    scenario.images
      .filter(({ source }) => source.kind === 'patient')
      .map((image) => [`${scenario.id}/${image.id}`, scenario, image] as const),
  );

function truthAt(live: LivePatient, pose: ProbePose, timeMs: number): Truth {
  const shot = { pose, controls: VIEW_START.controls, timeMs };
  return livePatientFrame(live, shot, SIZE).truth;
}

function opened({ source }: ScenarioImage): LivePatient {
  if (source.kind !== 'patient') throw new Error('No patient.');
  return livePatientOpen(source.request);
}

/** Where the probe stands in each step when the learner finds every goal where the game would show it. */
function stands(scenario: Scenario, image: ScenarioImage, live: LivePatient) {
  let pose = VIEW_START.pose;
  return scenario.steps
    .filter(({ imageId }) => imageId === image.id)
    .map((step): { readonly step: ScenarioStep; readonly from: ProbePose; readonly pose: ProbePose } => {
      const from =
        (step.kind === 'scan' || step.kind === 'm_mode' || step.kind === 'survey' ? step.start : null) ??
        pose;
      pose = from;
      if (step.kind === 'scan') {
        const { sickZones } = truthAt(live, from, 0).scan!;
        const found = goalPlaces(step.goal, sickZones)
          .slice(0, PLACES)
          .find((place) => goalGap(step.goal, step.zones, place, truthAt(live, place, 900)) === null);
        if (found === undefined) throw new Error(`The goal of ${step.id} is met nowhere.`);
        pose = found;
      }
      return { step, from, pose };
    });
}

/** The zones of the image's survey as they are in their middles; null where there is none. */
function zonesAt(scenario: Scenario, image: ScenarioImage, live: LivePatient, timeMs: number) {
  const survey = scenario.steps.find(({ kind, imageId }) => kind === 'survey' && imageId === image.id);
  if (survey?.kind !== 'survey') return null;
  return new Map(
    zonesOf(survey.zones).map((zone) => {
      const { truth } = zoneTruth(truthAt(live, zonePose(zone), timeMs), zone.id);
      return [zone.id, truth] as const;
    }),
  );
}

describe.each(PLAYED)('%s', (_, scenario, image) => {
  const live = opened(image);
  const stood = stands(scenario, image, live);

  test('goals are met where the game shows them, and not where the probe starts', () => {
    for (const { step, from } of stood) {
      if (step.kind !== 'scan') continue;
      for (const timeMs of TIMES_MS) {
        expect(goalGap(step.goal, step.zones, from, truthAt(live, from, timeMs))).not.toBeNull();
      }
    }
  });

  test('an M-mode that is to show a sign has lines that do, and a hand can find them', () => {
    for (const { step, pose } of stood) {
      if (step.kind !== 'm_mode' || step.goal === null) continue;
      for (const timeMs of TIMES_MS) {
        const { mMode } = truthAt(live, pose, timeMs).scan!;
        const widths = mMode.filter(({ shows }) => shows === step.goal).map(({ from, to }) => to - from);
        expect(Math.max(...widths), `${step.id} at ${timeMs} ms`).toBeGreaterThanOrEqual(0.04);
      }
    }
  });

  test('each question has its answer among the options, whenever the image is frozen', () => {
    for (const { step, pose } of stood) {
      if (step.kind !== 'question') continue;
      for (const timeMs of TIMES_MS) {
        const facts = truthFacts(truthAt(live, pose, timeMs));
        const answer = answerExpected(step.reply, {
          ...facts,
          zones: zonesAt(scenario, image, live, timeMs),
        });
        expect(answer, `${step.id} at ${timeMs} ms`).not.toBeNull();
      }
    }
  });

  test('there is a line for the M-mode near the middle, and its sign can be said', () => {
    for (const { step, pose } of stood) {
      if (step.kind !== 'm_mode') continue;
      const values = new Set<string>(step.options.map(({ value }) => value));
      const spans = truthAt(live, pose, 0).scan!.mMode.filter(({ shows }) => shows !== 'no_pleura');
      expect(spans.some(({ from, to }) => from < 0.35 && to > -0.35 && to - from > 0.1)).toBe(true);
      for (const { shows } of spans) expect(values).toContain(shows);
    }
  });
});
