import { describe, expect, test } from 'vitest';
import type { Truth } from '../../../../src/domain/frame/frame.ts';
import type { ScanTruth } from '../../../../src/domain/scan/scan-truth.ts';
import { scenarioParse } from '../../../../src/domain/scenario/parse.ts';
import type { ZoneReading } from '../../../../src/domain/survey/zone-reading.ts';
import type { ProbeEvent } from '../../../../src/parts/probe/machine/probe-context.ts';
import { scenarioResumeOf } from '../../../../src/parts/session/machine/scenario-context.ts';
import { PLACE_VERSION, scenarioResumeRead } from '../../../../src/parts/session/machine/scenario-resume.ts';
import { markingActorOf, probeActorOf } from '../../../../src/parts/session/machine/session.ts';
import { itemsNew } from '../../../../src/parts/session/machine/session-items.ts';
import { settled, stateName, worldCreate } from '../fakes.ts';
import { context, type Run, seconds, start } from './scenario-run.ts';

function scenarioOf(answers: 'pattern' | 'marks') {
  return scenarioParse(
    `id: chest
title: Chest
summary: All of it.
course: tests
lesson: 1
duration_min: 1
teaches: [b_line]
steps:
  - step: rounds
    images: [{ id: one, source: { patient: { seed: 7, condition: pneumothorax, zone: R1 } } }]
    steps:
      - step: survey
        text: Look at all of it.
        start: { zone: R-upper }
        zones: blue_6
        answers: ${answers}
        sliding: ${answers === 'pattern'}
        at_least: 2
      - step: question
        ask: Which profile?
        choice:
          answer: blue_profile
          options: [{ value: nude, label: Nude }, { value: a_prime, label: A prime }]
        explain: So it is.
      - { step: report, text: Compare. }
`,
    'chest.yaml',
  );
}

const SCAN: ScanTruth = {
  condition: 'pneumothorax',
  sickZones: ['R-upper'],
  inView: 'pneumothorax',
  mMode: [{ from: -1, to: 1, shows: 'barcode' }],
  lungPoint: null,
};
const SLIDES: ScanTruth = { ...SCAN, inView: 'normal', mMode: [{ from: -1, to: 1, shows: 'seashore' }] };

/** An image that shows a pleural line, and so or so much of sliding. */
function truthOf(scan: ScanTruth): Partial<Truth> {
  const sector = { kind: 'linear', mmPerPx: 2, originPx: { x: 16, y: 0 }, widthMm: 64, depthMm: 64 } as const;
  const classes = new Uint8Array(1024);
  for (let column = 2; column < 30; column++) classes[10 * 32 + column] = 2;
  return { scan, mask: { width: 32, height: 32, classes, sector } };
}

async function surveying(answers: 'pattern' | 'marks' = 'pattern'): Promise<Run> {
  const world = worldCreate();
  world.truth = truthOf(SCAN);
  const run = start(null, world, scenarioOf(answers));
  await settled(run.actor, 'live.survey');
  return run;
}

function probe({ actor }: Run, event: ProbeEvent): void {
  probeActorOf(actor.getSnapshot())!.send(event);
}

async function freezeAt(run: Run, zoneId: string, scan: ScanTruth, state = 'zone.naming'): Promise<void> {
  run.world.truth = truthOf(scan);
  probe(run, { type: 'zone.go', zoneId });
  seconds(run, 1);
  run.actor.send({ type: 'image.freeze' });
  await settled(run.actor, state);
}

async function name(run: Run, reading: ZoneReading): Promise<void> {
  seconds(run, 2);
  run.actor.send({ type: 'zone.answer', reading });
  await settled(run.actor, 'live.survey');
}

const STILL: ZoneReading = { pattern: 'a_lines', sliding: 'no' };
const SLIDING: ZoneReading = { pattern: 'a_lines', sliding: 'yes' };

async function reload(run: Run, state: string): Promise<Run> {
  const data: unknown = JSON.parse(JSON.stringify(scenarioResumeOf(context(run))));
  run.actor.stop();
  const scenario = context(run).scenario;
  const read = scenarioResumeRead(data, PLACE_VERSION, scenario);
  if (!('resume' in read)) throw new Error(read.reason.code);
  const world = worldCreate();
  world.truth = run.world.truth;
  const again = start(read.resume, world, scenario);
  await settled(again.actor, state);
  return again;
}

describe('surveying a chest', () => {
  test('each zone is frozen and answered, in any order, and the image runs on from there', async () => {
    const run = await surveying();
    await freezeAt(run, 'L-upper', SLIDES);
    await name(run, SLIDING);
    await freezeAt(run, 'R-upper', SCAN);
    await name(run, SLIDING);
    const { controls } = context(run).view;
    expect(context(run).survey?.visits).toMatchObject([
      { zoneId: 'L-upper', said: SLIDING, truth: SLIDING, isOverlooked: false, seenS: 3, controls },
      { zoneId: 'R-upper', said: SLIDING, truth: STILL, isOverlooked: false, seenS: 3, controls },
    ]);
    expect(context(run)).toMatchObject({ frozen: null, frozenIndex: null });
  });

  test('a zone can be answered again, and let go without an answer', async () => {
    const run = await surveying();
    await freezeAt(run, 'R-upper', SCAN);
    await name(run, SLIDING);
    await freezeAt(run, 'R-upper', SCAN);
    run.actor.send({ type: 'step.skip' });
    await settled(run.actor, 'live.survey');
    expect(context(run).survey?.visits[0]?.said).toEqual(SLIDING);
    await freezeAt(run, 'R-upper', SCAN);
    await name(run, STILL);
    expect(context(run).survey?.visits.map(({ said }) => said)).toEqual([STILL]);
  });

  test('an image between the zones, or without a pleura, is no answer and costs nothing', async () => {
    const run = await surveying();
    probe(run, { type: 'pose.set', pose: { aroundMm: 0, downMm: 300 } });
    seconds(run, 1);
    run.actor.send({ type: 'image.freeze' });
    await settled(run.actor, 'missed');
    expect(context(run).miss).toEqual({ kind: 'no_zone' });
    run.actor.send({ type: 'step.next' });
    await settled(run.actor, 'live.survey');
    run.world.truth = { scan: SCAN };
    probe(run, { type: 'zone.go', zoneId: 'R-upper' });
    seconds(run, 1);
    run.actor.send({ type: 'image.freeze' });
    await settled(run.actor, 'missed');
    expect(context(run)).toMatchObject({ miss: { kind: 'no_lung' }, misses: {} });
  });

  test('it is finished once enough zones have their answer, and graded by them', async () => {
    const run = await surveying();
    await freezeAt(run, 'R-upper', SCAN);
    await name(run, STILL);
    run.actor.send({ type: 'survey.finish' });
    expect(stateName(run.actor.getSnapshot())).toContain('live.survey');
    await freezeAt(run, 'L-upper', SLIDES);
    await name(run, { pattern: 'b_lines', sliding: 'yes' });
    run.actor.send({ type: 'survey.finish' });
    await settled(run.actor, 'question.asking');
    const result = context(run).results['one/survey'];
    expect(result).toMatchObject({ kind: 'survey', score: 75, isSkipped: false });
    expect(result?.kind === 'survey' && result.first.left.map(({ zoneId }) => zoneId)).toEqual([
      'R-lower',
      'R-plaps',
      'L-lower',
      'L-plaps',
    ]);
  });

  test('the decision is asked by the zones as they are, and the report comes after it', async () => {
    const run = await surveying();
    await freezeAt(run, 'R-upper', SCAN);
    await name(run, SLIDING);
    await freezeAt(run, 'L-upper', SLIDES);
    await name(run, SLIDING);
    run.actor.send({ type: 'survey.finish' });
    await settled(run.actor, 'question.asking');
    run.actor.send({ type: 'question.answer', reply: 'a_prime' });
    expect(context(run).results['one/question']).toMatchObject({
      score: 100,
      first: { reply: 'a_prime', expected: 'a_prime' },
    });
    run.actor.send({ type: 'step.next' });
    await settled(run.actor, 'report');
    run.actor.send({ type: 'step.next' });
    await settled(run.actor, 'over');
  });

  test('what is left out early counts as wrong, and without any zone it is skipped', async () => {
    const run = await surveying();
    await freezeAt(run, 'R-upper', SCAN);
    await name(run, STILL);
    run.actor.send({ type: 'step.skip' });
    await settled(run.actor, 'question.asking');
    expect(context(run).results['one/survey']).toMatchObject({ score: 50, isSkipped: false });
    const none = await surveying();
    none.actor.send({ type: 'step.skip' });
    await settled(none.actor, 'question.asking');
    expect(context(none).results['one/survey']).toMatchObject({ score: 0, isSkipped: true });
    // Whoever read no zone has nothing to decide by: the decision is not left out, it counts 0.
    none.actor.send({ type: 'question.answer', reply: 'a_prime' });
    expect(context(none).results['one/question']).toMatchObject({
      score: 0,
      first: { reply: 'a_prime', expected: null },
    });
  });

  test('each zone is an item of its own, and the whole chest another', async () => {
    const run = await surveying();
    await freezeAt(run, 'R-upper', SCAN);
    await name(run, STILL);
    await freezeAt(run, 'L-upper', SLIDES);
    await name(run, { pattern: 'b_lines', sliding: 'yes' });
    run.actor.send({ type: 'survey.finish' });
    await settled(run.actor, 'question.asking');
    const items = itemsNew(context(run), []);
    expect(items.map(({ source, evidence, answerMs }) => ({ source, ...evidence[0], answerMs }))).toEqual([
      {
        ...{ source: { kind: 'phantom', seed: 7, zone: 'R-upper' }, skill: 'zone_pattern' },
        ...{ grade: 100, isRight: true, answerMs: 3000 },
      },
      {
        ...{ source: { kind: 'phantom', seed: 7, zone: 'L-upper' }, skill: 'zone_pattern' },
        ...{ grade: 50, isRight: false, answerMs: 3000 },
      },
      {
        ...{ source: { kind: 'phantom', seed: 7 }, skill: 'whole_patient' },
        ...{ grade: 75, isRight: false, answerMs: 6000 },
      },
    ]);
    expect(itemsNew(context(run), ['one/survey'])).toEqual([]);
  });
});

describe('after a reload', () => {
  test('the zones are kept, and the probe is where it was', async () => {
    const run = await surveying();
    await freezeAt(run, 'R-upper', SCAN);
    await name(run, STILL);
    const again = await reload(run, 'live.survey');
    expect(context(again).survey).toEqual(context(run).survey);
    expect(context(again).view.pose).toEqual(context(run).view.pose);
  });

  test('a zone that is frozen is frozen again', async () => {
    const run = await surveying();
    await freezeAt(run, 'R-upper', SCAN);
    const again = await reload(run, 'zone.naming');
    expect(again.world.log).toContain('freeze one 7');
    await name(again, STILL);
    expect(context(again).survey?.visits).toMatchObject([{ zoneId: 'R-upper', said: STILL, frozenIndex: 7 }]);
  });
});

describe('a survey by marks', () => {
  const draw = (run: Run): void => {
    const marking = markingActorOf(run.actor.getSnapshot())!;
    marking.send({ type: 'tool.pick', tool: 'line' });
    marking.send({ type: 'pointer.down', point: { x: -10, y: 30 } });
    marking.send({ type: 'pointer.move', point: { x: 10, y: 30 } });
    marking.send({ type: 'pointer.up', point: { x: 10, y: 30 } });
  };

  test('the marks of a zone are kept and read, and the next zone begins with none', async () => {
    const run = await surveying('marks');
    await freezeAt(run, 'R-upper', SCAN, 'zone.marking');
    draw(run);
    run.actor.send({ type: 'marks.submit' });
    await settled(run.actor, 'live.survey');
    expect(context(run).survey?.visits[0]?.marks).toHaveLength(1);
    expect(context(run).survey?.visits[0]?.said.sliding).toBeNull();
    await freezeAt(run, 'L-upper', SLIDES, 'zone.marking');
    expect(context(run).history.edits).toEqual([]);
    run.actor.send({ type: 'marks.submit' });
    await settled(run.actor, 'live.survey');
    expect(context(run).survey?.visits[1]).toMatchObject({
      zoneId: 'L-upper',
      said: { pattern: 'a_lines' },
      marks: [],
    });
  });

  test('marks that were drawn are there after a reload', async () => {
    const run = await surveying('marks');
    await freezeAt(run, 'R-upper', SCAN, 'zone.marking');
    draw(run);
    const again = await reload(run, 'zone.marking');
    expect(markingActorOf(again.actor.getSnapshot())!.getSnapshot().context.marks).toHaveLength(1);
  });
});
