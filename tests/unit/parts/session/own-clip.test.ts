import { describe, expect, test } from 'vitest';
import { createActor, initialTransition, transition } from 'xstate';
import type { ClipUsed } from '../../../../src/domain/frame/clip-used.ts';
import { scenarioParse } from '../../../../src/domain/scenario/parse.ts';
import { scenarioResumeOf } from '../../../../src/parts/session/machine/scenario-context.ts';
import { scenarioMachineCreate } from '../../../../src/parts/session/machine/scenario-machine.ts';
import { PLACE_VERSION, scenarioResumeRead } from '../../../../src/parts/session/machine/scenario-resume.ts';
import { markingActorOf } from '../../../../src/parts/session/machine/session.ts';
import { settled, stateName, type World, worldCreate } from '../fakes.ts';

/** A phantom, then two clips of the learner's own. */
const SCENARIO = scenarioParse(
  `id: own
title: Own
summary: Clips of one's own.
course: tests
lesson: 1
duration_min: 1
teaches: [rib]
steps:
  - step: rounds
    images:
      - { id: made, source: { phantom: { seed: 1 } } }
      - { id: first, source: { clip: { any: true } } }
      - { id: second, source: { clip: { any: true } } }
    steps:
      - { step: freeze, text: Stop. }
      - step: mark
        text: Mark.
        findings: [{ finding: rib, tolerance_mm: 3 }]
        hints: [{ show: word, text: Bright., cost: 10 }]
      - { step: feedback, text: So it was. }
  - { step: debrief, text: Bye. }
`,
  'own.yaml',
);

const CLIP: ClipUsed = {
  file: { sha256: 'ab'.repeat(32) },
  sector: { kind: 'linear', mmPerPx: 0.5, originPx: { x: 64, y: 0 }, widthMm: 64, depthMm: 64 },
};
const OTHER: ClipUsed = { ...CLIP, file: { sha256: 'cd'.repeat(32) } };
const DEEPER: ClipUsed = { ...CLIP, sector: { ...CLIP.sector, depthMm: 128 } };

type Run = ReturnType<typeof start>;

function start(world: World = worldCreate(), resume: unknown = null) {
  const machine = scenarioMachineCreate(world.effects);
  const read = resume === null ? { resume: null } : scenarioResumeRead(resume, PLACE_VERSION, SCENARIO);
  if (!('resume' in read)) throw new Error(read.reason.code);
  const input = { scenario: SCENARIO, resume: read.resume };
  const actor = createActor(machine, { input, clock: world.clock });
  actor.start();
  return { world, actor };
}

const context = ({ actor }: Run) => actor.getSnapshot().context;
const stored = (run: Run): unknown => JSON.parse(JSON.stringify(scenarioResumeOf(context(run))));

/** To the marks on the first clip: one hint taken, one mark drawn. */
async function toMarks(clip = CLIP): Promise<Run> {
  const world = worldCreate();
  world.clip = clip;
  const run = start(world);
  await settled(run.actor, 'live');
  run.actor.send({ type: 'step.skip' });
  await settled(run.actor, 'live');
  run.actor.send({ type: 'image.freeze' });
  await settled(run.actor, 'mark');
  run.actor.send({ type: 'hint.take' });
  const marking = markingActorOf(run.actor.getSnapshot())!;
  marking.send({ type: 'tool.pick', tool: 'line' });
  marking.send({ type: 'pointer.down', point: { x: -10, y: 10 } });
  marking.send({ type: 'pointer.move', point: { x: 10, y: 10 } });
  marking.send({ type: 'pointer.up', point: { x: 10, y: 10 } });
  expect(context(run).history.edits).toHaveLength(1);
  return run;
}

async function toFeedback(): Promise<Run> {
  const run = await toMarks();
  run.actor.send({ type: 'marks.submit' });
  await settled(run.actor, 'feedback');
  return run;
}

/** A reload, after which the learner gives this clip; null while they are still asked. */
function reload(run: Run, clip: ClipUsed | null): Run {
  const data = stored(run);
  run.actor.stop();
  const world = worldCreate();
  world.clip = clip;
  world.shownIndex = 99;
  return start(world, data);
}

/** As `toMarks` leaves it where another clip was given: at the beginning of the clip's round. */
async function anewExpect(run: Run): Promise<void> {
  await settled(run.actor, 'live.freeze');
  expect(context(run)).toMatchObject({
    stepId: 'first/freeze',
    frozenIndex: null,
    results: {},
    hintsTaken: {},
  });
  expect(context(run).history.edits).toEqual([]);
}

describe("a learner's own clip after a reload", () => {
  test('the same file in its outline: same image, same marks', async () => {
    const again = reload(await toMarks(), CLIP);
    await settled(again.actor, 'mark');
    expect(again.world.log).toEqual(['open first wanting abab for its work', 'freeze first 7', 'key 7 rib']);
    expect(context(again).history.edits).toHaveLength(1);
    expect(context(again).hintsTaken).toEqual({ 'first/mark': 1 });
  });

  test('of the file one hash is kept, and nothing else', async () => {
    const data = stored(await toMarks()) as { clip: ClipUsed };
    expect(data.clip.file).toEqual({ sha256: 'ab'.repeat(32) });
  });

  test.each([
    ['another file', OTHER],
    ['another outline', DEEPER],
  ])('%s begins its round anew', async (_, clip) => {
    const again = reload(await toMarks(), clip);
    await anewExpect(again);
    expect(context(again).clip).toEqual({ imageId: 'first', ...clip });
    expect(stored(again)).toMatchObject({ clip });
  });

  test('what was scored on it goes too, and what was scored on other images stays', async () => {
    const run = await toFeedback();
    expect(Object.keys(context(run).results)).toEqual(['first/mark']);
    const made = { ...context(run).results['first/mark']!, stepId: 'made/mark' };
    const data = { ...(stored(run) as object), results: { 'made/mark': made, ...context(run).results } };
    const world = worldCreate();
    world.clip = OTHER;
    const again = start(world, data);
    await settled(again.actor, 'live.freeze');
    expect(context(again).results).toEqual({ 'made/mark': made });
    expect(context(again).stepId).toBe('first/freeze');
  });

  test('in feedback the same file is graded again', async () => {
    const again = reload(await toFeedback(), CLIP);
    await settled(again.actor, 'feedback');
    expect(again.world.log.at(-1)).toBe('grade 1 on 7');
    expect(context(again).grade?.score).toBe(50);
  });

  test('nothing is lost while the file is awaited, however often the page is loaded', async () => {
    const once = reload(await toMarks(), null);
    expect(stateName(once.actor.getSnapshot())).toBe('opening');
    const twice = reload(once, CLIP);
    await settled(twice.actor, 'mark');
    expect(context(twice).history.edits).toHaveLength(1);
  });

  test('beginning anew while the file is awaited asks for any file', async () => {
    const again = reload(await toMarks(), null);
    again.world.clip = CLIP;
    again.actor.send({ type: 'image.anew' });
    await anewExpect(again);
    expect(again.world.log.slice(0, 2)).toEqual(['open first wanting abab for its work', 'open first']);
  });

  test('before anything was done on it, its outline is remembered without asking for it', async () => {
    const world = worldCreate();
    world.clip = CLIP;
    const run = start(world);
    await settled(run.actor, 'live');
    run.actor.send({ type: 'step.skip' });
    await settled(run.actor, 'live');
    const again = reload(run, CLIP);
    await settled(again.actor, 'live');
    expect(again.world.log[0]).toBe('open first wanting abab');
  });

  test('the next clip is asked for without the one before', async () => {
    const run = await toFeedback();
    run.actor.send({ type: 'step.next' });
    await settled(run.actor, 'live');
    expect(run.world.log).toContain('open second');
    expect(context(run).clip?.imageId).toBe('second');
  });

  test('damaged data is refused', async () => {
    const data = stored(await toMarks()) as { clip: ClipUsed };
    const damaged = { reason: { code: 'placeDamaged' } };
    expect(scenarioResumeRead(data, PLACE_VERSION, SCENARIO)).toHaveProperty('resume');
    for (const clip of [undefined, {}, CLIP, { ...data.clip, sector: { ...CLIP.sector, mmPerPx: 0 } }]) {
      expect(scenarioResumeRead({ ...data, clip }, PLACE_VERSION, SCENARIO)).toEqual(damaged);
    }
  });
});

test('a phantom is not begun anew while it is opened', () => {
  const machine = scenarioMachineCreate(worldCreate().effects);
  const [opening] = initialTransition(machine, { scenario: SCENARIO, resume: null });
  expect(stateName(opening)).toBe('opening');
  const [next, actions] = transition(machine, opening, { type: 'image.anew' });
  expect(next.value).toEqual(opening.value);
  expect(actions).toEqual([]);
});
