import { describe, expect, test } from 'vitest';
import type { RoundItem } from '../../../../src/domain/learning/next-round.ts';
import type { StepResults } from '../../../../src/domain/learning/progress.ts';
import { SKILLS, skillHasNormals } from '../../../../src/domain/learning/skill.ts';
import { zoneFind } from '../../../../src/domain/scan/zones.ts';
import { overlaySpoils } from '../../../../src/domain/scenario/overlay-rule.ts';
import { stepIsGraded } from '../../../../src/domain/scenario/scenario.ts';
import { DRILLS, drillId, drillRead, drillScenario } from '../../../../src/parts/session/drill.ts';
import { scenarioBuiltIn } from '../../../../src/parts/session/practice.ts';
import { roundId, roundRead } from '../../../../src/parts/session/round-id.ts';
import { ROUND_SKILLS, roundScenario } from '../../../../src/parts/session/round-scenario.ts';
import { roundWhy } from '../../../../src/parts/session/round-why.ts';
import { zoneLabel } from '../../../../src/ui/sentences/zone-label.ts';

const ITEMS: readonly RoundItem[] = [
  {
    skill: 'b_line.count',
    level: 'hard',
    isNormal: true,
    seed: 2 ** 32 - 1,
    reason: { code: 'review_due', retrievability: 0.83, daysOver: 4 },
  },
  { skill: 'rib.find', level: 'easy', isNormal: false, seed: 0, reason: { code: 'new_skill', item: 2 } },
  {
    skill: 'lung_sliding',
    level: 'standard',
    isNormal: false,
    seed: 12,
    reason: { code: 'in_learning', priority: 7, itemsSince: 3, wasRight: true, answerMs: 9000 },
  },
  {
    skill: 'zone_pattern',
    level: 'standard',
    isNormal: true,
    seed: 13,
    reason: { code: 'in_learning', priority: 7, itemsSince: 3, wasRight: null, answerMs: null },
  },
  {
    skill: 'm_mode_pattern',
    level: 'hard',
    isNormal: false,
    seed: 14,
    reason: { code: 'kept_up', retrievability: 0.97 },
  },
  { skill: 'b_line.tell_apart', level: 'hard', isNormal: true, seed: 15, reason: { code: 'hard_normal' } },
];

describe('the id of a round', () => {
  test('holds all of it', () => {
    expect(roundRead(roundId(ITEMS))).toEqual(ITEMS);
    expect(encodeURIComponent(roundId(ITEMS))).toBe(roundId(ITEMS));
  });

  test.each([
    'round-',
    'round-b_line.count',
    'round-b_line.count_-x1_-0_-h',
    'round-b_line.count_-h2_-0_-h',
    'round-b_line.count_-h1_-zzzzzzz_-h',
    'round-b_line.count_-h1_-0_-q',
    'round-no_skill_-h1_-0_-h',
    'practice-3',
    `round-${Array(25).fill('rib.find_-s1_-0_-h').join('~')}`,
  ])('that says nothing playable is none: %s', (id) => {
    expect(roundRead(id)).toBeNull();
  });

  test('written by hand claims no impossible figures', () => {
    const [item] = roundRead('round-rib.find_-s1_-0_-d900-x')!;
    expect(item!.reason).toEqual({ code: 'review_due', retrievability: 1, daysOver: 0 });
  });
});

describe('a round as a scenario', () => {
  test('has an image, one question or task and a reason for each item', () => {
    const scenario = scenarioBuiltIn(roundId(ITEMS))!;
    expect(scenario).toMatchObject({ policy: 'round', seed: null });
    expect(scenario.images).toHaveLength(ITEMS.length);
    for (const image of scenario.images) {
      const graded = scenario.steps.filter((step) => stepIsGraded(step) && step.imageId === image.id);
      expect(graded).toHaveLength(1);
      // Told once, in the first of its steps.
      const told = scenario.steps
        .filter(({ imageId }) => imageId === image.id)
        .map((step) => roundWhy(scenario, step));
      expect(told.map((why) => why !== null)).toEqual(told.map((_, place) => place === 0));
    }
    expect(roundWhy(scenario, scenario.steps[0]!)).toBe(
      'Due again: about 83 % likely that you still know it.',
    );
    expect(roundWhy(scenario, { id: 'none', imageId: null })).toBeNull();
    expect(scenario.images[2]!.source).toMatchObject({
      kind: 'patient',
      request: { seed: 12 },
      draw: { skill: 'lung_sliding', level: 'standard', isNormal: false },
    });
    expect(scenario.images[3]!.source).toMatchObject({
      kind: 'phantom',
      draw: { item: { skill: 'zone_pattern', level: 'standard', isNormal: true } },
    });
  });

  test('asks for every skill that it can, with and without the finding', () => {
    for (const skill of ROUND_SKILLS) {
      for (const isNormal of skillHasNormals(skill) ? [false, true] : [false]) {
        const item = { skill, level: 'standard', isNormal, seed: 1 } as const;
        const scenario = roundScenario({ id: 'x', title: 't', summary: 's', policy: 'round', items: [item] });
        const graded = scenario.steps.filter(stepIsGraded).map(({ kind }) => kind);
        expect(graded.filter((kind) => kind !== 'survey')).toHaveLength(1);
        expect(graded.includes('survey')).toBe(skill === 'whole_patient');
        const question = scenario.steps.find((step) => step.kind === 'question');
        if (!skill.endsWith('.tell_apart')) continue;
        expect(question?.reply).toMatchObject({ answer: { value: isNormal ? 'no' : 'yes' } });
      }
    }
  });
});

test('every skill there is can be asked for', () => {
  expect([...ROUND_SKILLS].sort()).toEqual([...SKILLS].sort());
});

test('the place to reach is one of the BLUE points, the same for the same seed, and the patient is drawn for it', () => {
  const zones = Array.from({ length: 40 }, (_, seed) => {
    const item = { skill: 'probe_handling', level: 'easy', isNormal: false, seed } as const;
    const { images, steps } = roundScenario({
      id: 'x',
      title: 't',
      summary: 's',
      policy: 'round',
      items: [item],
    });
    const [scan] = steps;
    if (scan?.kind !== 'scan') throw new Error('no scan');
    expect(images[0]!.source).toMatchObject({ draw: { zone: scan.goal.zone } });
    expect(scan.text).toContain(zoneLabel(zoneFind(scan.goal.zone!)!));
    return scan.goal.zone;
  });
  expect(new Set(zones).size).toBe(6);
});

test('the overlay is off until an item is answered, whatever is asked', () => {
  const scenario = scenarioBuiltIn(roundId(ITEMS))!;
  for (const step of scenario.steps.filter(stepIsGraded)) {
    const isAsked = step.kind === 'question' || step.kind === 'mark';
    if (isAsked) expect(overlaySpoils(scenario, step, {}), step.id).not.toBeNull();
  }
  const told = scenario.steps.find(({ id }) => id === 'item-6/question')!;
  const answered = { [told.id]: {} } as unknown as StepResults;
  expect(overlaySpoils(scenario, told, answered)).toBeNull();
});

describe('a drill', () => {
  test.each(DRILLS)('%s is the same ten images for the same seed', (drill) => {
    const scenario = drillScenario(drill, 5);
    expect(scenario.images).toHaveLength(10);
    expect(scenarioBuiltIn(drillId(drill, 5))).toEqual(scenario);
    expect(drillRead(scenario.id)).toEqual({ drill, seed: 5 });
    expect(drillScenario(drill, 6).images).not.toEqual(scenario.images);
    expect(roundWhy(scenario, scenario.steps[0]!)).toBeNull();
  });

  test.each(['drill-b-line-rush-', 'drill-b-line-rush-4294967296', 'drill-nothing-3', 'round-'])(
    '%s is none',
    (id) => expect(drillRead(id)).toBeNull(),
  );
});
