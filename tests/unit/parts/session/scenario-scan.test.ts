import { describe, expect, test } from 'vitest';
import {
  attemptsLeft,
  imageNow,
  scenarioResumeOf,
  timeLeftS,
  VIEW_START,
} from '../../../../src/parts/session/machine/scenario-context.ts';
import { hintsShown } from '../../../../src/parts/session/machine/scenario-hint.ts';
import {
  PLACE_VERSION,
  type ScenarioResume,
  scenarioResumeRead,
} from '../../../../src/parts/session/machine/scenario-resume.ts';
import { english } from '../../../support/facts.ts';
import { PLACE_FOUND, settled, stateName, worldCreate } from '../fakes.ts';
import { freeze, inMMode, L1, probe, R1, reload, SCENARIO, scanning, showByHint } from './scanned-run.ts';
import { context, type Run, seconds, start } from './scenario-run.ts';

describe('scanning by hand', () => {
  test('the probe starts where the step says, and every move is told at once', async () => {
    const run = await scanning();
    expect(context(run).view).toEqual({
      pose: { ...L1, rotationRad: 0, tiltRad: 0, pressure: 0.5 },
      controls: VIEW_START.controls,
    });
    probe(run, { type: 'pose.move', by: { aroundMm: 5 } });
    probe(run, { type: 'pose.move', by: { downMm: 7 } });
    expect(run.world.log.slice(2)).toEqual([
      `probe at ${L1.aroundMm + 5} ${L1.downMm}`,
      `probe at ${L1.aroundMm + 5} ${L1.downMm + 7}`,
    ]);
    expect(context(run).view.pose.downMm).toBe(L1.downMm);
    seconds(run, 1);
    expect(context(run).view.pose).toMatchObject({ aroundMm: L1.aroundMm + 5, downMm: L1.downMm + 7 });
  });

  test('an image that meets the goal at once earns everything, and the probe stays for the next step', async () => {
    const run = await inMMode();
    expect(context(run).results['one/scan']).toMatchObject({
      kind: 'scan',
      score: 100,
      // The image, and from where, so that it can be looked at again.
      first: { misses: 0, isFound: true, image: { index: 7, view: { pose: R1 } } },
      isSkipped: false,
    });
    expect(context(run)).toMatchObject({ view: { pose: R1 }, frozen: null });
  });

  test('another one is shown with the reason, and costs its share', async () => {
    const run = await scanning();
    await freeze(run, 'missed');
    expect(context(run)).toMatchObject({
      frozenIndex: 7,
      miss: { kind: 'goal', gap: { place: { zone: { id: 'L-upper' } } } },
    });
    expect(attemptsLeft(context(run))).toBe(1);
    run.actor.send({ type: 'step.next' });
    await settled(run.actor, 'live.scan');
    expect(context(run)).toMatchObject({ miss: null, frozen: null });
    probe(run, { type: 'zone.go', zoneId: 'R1' });
    seconds(run, 1);
    await freeze(run, 'live.mMode');
    expect(context(run).results['one/scan']).toMatchObject({
      score: 50,
      first: { misses: 1, isFound: true },
    });
  });

  test('when no attempt is left, the place is shown, and scores 0', async () => {
    const run = await scanning();
    await freeze(run, 'missed');
    run.actor.send({ type: 'step.next' });
    await settled(run.actor, 'live.scan');
    await freeze(run, 'missed');
    expect(attemptsLeft(context(run))).toBe(0);
    run.actor.send({ type: 'step.next' });
    await settled(run.actor, 'live.mMode');
    expect(run.world.log).toContain('reach one ');
    expect(context(run).view.pose).toEqual(PLACE_FOUND);
    expect(context(run).results['one/scan']).toMatchObject({
      score: 0,
      first: { misses: 2, isFound: false, isSkipped: false },
    });
    expect(context(run).results['one/scan']?.first).not.toHaveProperty('image');
  });

  test('when the time is up, the place is shown, and scores 0', async () => {
    const steps = SCENARIO.steps.map((step) => (step.kind === 'scan' ? { ...step, timeLimitS: 20 } : step));
    const run = start(null, worldCreate(), { ...SCENARIO, steps });
    await settled(run.actor, 'live.scan');
    run.world.hasImage = false;
    seconds(run, 30);
    expect(timeLeftS(context(run))).toBe(20);
    run.world.hasImage = true;
    seconds(run, 19);
    expect(stateName(run.actor.getSnapshot())).toBe('live.scan.running');
    expect(timeLeftS(context(run))).toBe(1);
    seconds(run, 1);
    await settled(run.actor, 'live.mMode');
    expect(run.world.log).toContain('reach one ');
    expect(context(run).results['one/scan']).toMatchObject({
      score: 0,
      first: { misses: 0, isFound: false, isSkipped: false, elapsedS: 20 },
    });
  });

  describe('of a patient who was drawn', () => {
    const DRAWN = { seed: 1, condition: 'interstitial', breathDepth: 0.5 } as const;
    const WANTED = { skill: 'probe_handling', level: 'easy', isNormal: false, zone: 'R1' } as const;
    const images = SCENARIO.images.map((image) =>
      image.source.kind === 'patient' ? { ...image, source: { ...image.source, draw: WANTED } } : image,
    );
    const steps = SCENARIO.steps.map((step) => (step.kind === 'scan' ? { ...step, start: null } : step));
    const scenario = { ...SCENARIO, images, steps };

    function drawing(resume: ScenarioResume | null = null): Run {
      const world = worldCreate();
      const view = { ...VIEW_START, pose: PLACE_FOUND };
      const opening = world.effects.imageOpen;
      const imageOpen: typeof opening = async (input, signal) => ({
        ...(await opening(input, signal)),
        patient: { request: DRAWN, view },
      });
      return start(resume, { ...world, effects: { ...world.effects, imageOpen } }, scenario);
    }

    test('the image is of that one, and the probe stands where it was drawn', async () => {
      const run = drawing();
      await settled(run.actor, 'live.scan');
      expect(imageNow(context(run))?.source).toEqual({ kind: 'patient', request: DRAWN });
      expect(context(run).view.pose).toEqual(PLACE_FOUND);
      expect(scenarioResumeOf(context(run)).source).toEqual(images[0]!.source);
    });

    test('after a reload the probe is where it was left', async () => {
      const run = drawing();
      await settled(run.actor, 'live.scan');
      seconds(run, 1);
      probe(run, { type: 'zone.go', zoneId: 'L1' });
      seconds(run, 1);
      const stored = scenarioResumeRead(scenarioResumeOf(context(run)), PLACE_VERSION, scenario);
      if (!('resume' in stored)) throw new Error('not resumed');
      const again = drawing(stored.resume);
      await settled(again.actor, 'live.scan');
      expect(context(again).view.pose).toMatchObject(L1);
      expect(imageNow(context(again))?.source).toMatchObject({ request: DRAWN });
    });
  });

  test('who gives up has skipped it', async () => {
    const run = await scanning();
    run.actor.send({ type: 'step.skip' });
    await settled(run.actor, 'live.mMode');
    expect(context(run).results['one/scan']).toMatchObject({ first: { isFound: false, isSkipped: true } });
  });

  test.each([
    ['found', 100, async (run: Run) => probe(run, { type: 'zone.go', zoneId: 'R1' })],
    ['shown by a hint', null, showByHint],
  ] as const)('a place that was %s is asked for, and scored %s', async (_, score, reach) => {
    const run = await scanning();
    await reach(run);
    probe(run, { type: 'zone.go', zoneId: 'R1' });
    seconds(run, 1);
    await freeze(run, 'live.mMode');
    run.actor.send({ type: 'step.skip' });
    await settled(run.actor, 'question.answered');
    run.actor.send({ type: 'step.next' });
    await settled(run.actor, 'question.asking');
    run.actor.send({ type: 'question.answer', reply: 'R1' });
    expect(context(run).results['one/question']).toMatchObject({
      score,
      first: { reply: 'R1', expected: 'R1' },
    });
  });

  test('a place that was given up is not scored again by a question', async () => {
    const run = await scanning();
    run.actor.send({ type: 'step.skip' });
    await settled(run.actor, 'live.mMode');
    run.actor.send({ type: 'step.skip' });
    await settled(run.actor, 'question.answered');
    run.actor.send({ type: 'step.next' });
    await settled(run.actor, 'question.asking');
    run.actor.send({ type: 'question.answer', reply: 'L1' });
    expect(context(run).results['one/question']).toMatchObject({ score: null, first: { expected: 'R1' } });
  });

  test('the answer among the hints puts the probe there, and again when asked', async () => {
    const run = await scanning();
    run.actor.send({ type: 'goal.show' });
    expect(stateName(run.actor.getSnapshot())).toBe('live.scan.running');
    run.actor.send({ type: 'hint.take' });
    run.actor.send({ type: 'hint.take' });
    await settled(run.actor, 'live.scan');
    expect(hintsShown(context(run))).toHaveLength(2);
    expect(context(run).view.pose).toEqual(PLACE_FOUND);
    probe(run, { type: 'zone.go', zoneId: 'R1' });
    seconds(run, 1);
    run.actor.send({ type: 'goal.show' });
    await settled(run.actor, 'live.scan');
    expect(context(run).view.pose).toEqual(PLACE_FOUND);
    probe(run, { type: 'zone.go', zoneId: 'R1' });
    seconds(run, 1);
    await freeze(run, 'live.mMode');
    expect(context(run).results['one/scan']).toMatchObject({ score: 40, hintCost: 60 });
  });

  test('a place that cannot be reached leaves the scan as skipped', async () => {
    const run = await scanning();
    run.world.faults.set('goalReach', 'There is none.');
    run.actor.send({ type: 'step.skip' });
    await settled(run.actor, 'failed');
    expect(context(run).failure).toEqual({ during: 'reaching', fact: english('There is none.') });
    run.actor.send({ type: 'step.skip' });
    await settled(run.actor, 'live.freeze');
    expect(context(run)).toMatchObject({ stepId: 'own/freeze', results: { 'one/scan': { score: 0 } } });
  });

  test('after a reload the probe is where it was, and misses are remembered', async () => {
    const run = await scanning();
    await freeze(run, 'missed');
    run.actor.send({ type: 'step.next' });
    await settled(run.actor, 'live.scan');
    probe(run, { type: 'pose.set', pose: { tiltRad: 0.2 } });
    probe(run, { type: 'controls.set', controls: { depthMm: 100 } });
    seconds(run, 1);
    const again = await reload(run, 'live.scan');
    expect(context(again).view).toMatchObject({ pose: { ...L1, tiltRad: 0.2 }, controls: { depthMm: 100 } });
    expect(attemptsLeft(context(again))).toBe(1);
  });
});

describe('a device of this moment', () => {
  async function asked(): Promise<Run> {
    const run = await inMMode();
    run.actor.send({ type: 'step.skip' });
    await settled(run.actor, 'question.answered');
    run.actor.send({ type: 'step.next' });
    await settled(run.actor, 'question.asking');
    run.actor.send({ type: 'question.answer', reply: 'R1' });
    run.actor.send({ type: 'step.next' });
    await settled(run.actor, 'live.freeze');
    await freeze(run, 'question.asking');
    return run;
  }

  test('cannot give its frozen image after a reload: its round begins anew, the others keep their results', async () => {
    const again = await reload(await asked(), 'live.freeze');
    expect(context(again)).toMatchObject({ stepId: 'own/freeze', frozenIndex: null });
    expect(Object.keys(context(again).results)).toEqual(['one/scan', 'one/m_mode', 'one/question']);
  });

  test('what was graded before a reload stays what counts', async () => {
    const run = await asked();
    run.actor.send({ type: 'question.answer', reply: 3 });
    const first = context(run).results['own/question']!;
    const again = await reload(run, 'live.freeze');
    expect(context(again).results['own/question']).toEqual(first);
    await freeze(again, 'question.asking');
    again.actor.send({ type: 'question.answer', reply: 1 });
    expect(context(again).results['own/question']).toMatchObject({
      score: first.score,
      first: { reply: 3 },
      practice: [{ reply: 1 }],
    });
  });
});

test('a damaged place of the probe is not taken up', async () => {
  const data = scenarioResumeOf(context(await scanning()));
  const { view } = data;
  const wrong: readonly unknown[] = [
    { ...data, view: null },
    { ...data, view: { ...view, pose: { ...view.pose, tiltRad: 'x' } } },
    { ...data, view: { ...view, controls: { ...view.controls, tgcDb: [0] } } },
    { ...data, view: { ...view, controls: { ...view.controls, probe: 'sector' } } },
    { ...data, mLine: 'x' },
    { ...data, misses: { a: 'b' } },
  ];
  expect('resume' in scenarioResumeRead(data, PLACE_VERSION, SCENARIO)).toBe(true);
  for (const one of wrong) expect('reason' in scenarioResumeRead(one, PLACE_VERSION, SCENARIO)).toBe(true);
});
