import { createActor } from 'xstate';
import type { Scenario } from '../../../../src/domain/scenario/scenario.ts';
import { scenarioMachineCreate } from '../../../../src/parts/session/machine/scenario-machine.ts';
import type { ScenarioResume } from '../../../../src/parts/session/machine/scenario-resume.ts';
import { markingActorOf } from '../../../../src/parts/session/machine/session.ts';
import { SCENARIO, type SimulatedClock, settled, stateName, type World, worldCreate } from '../fakes.ts';

/** A scenario's machine that runs in a world of the test's own. */
export interface Run {
  readonly world: World;
  readonly clock: SimulatedClock;
  readonly actor: ReturnType<typeof actorCreate>;
}

function actorCreate(world: World, clock: SimulatedClock, resume: ScenarioResume | null, scenario: Scenario) {
  return createActor(scenarioMachineCreate(world.effects), { input: { scenario, resume }, clock });
}

export function start(
  resume: ScenarioResume | null = null,
  world = worldCreate(),
  scenario: Scenario = SCENARIO,
): Run {
  const { clock } = world;
  const actor = actorCreate(world, clock, resume, scenario);
  actor.start();
  return { world, clock, actor };
}

export function seconds({ clock }: Run, count: number): void {
  for (let i = 0; i < count; i++) clock.increment(1000);
}

/** Draws lines as the pointer would. */
export function draw({ actor }: Run, count: number): void {
  const marking = markingActorOf(actor.getSnapshot())!;
  for (let i = 0; i < count; i++) {
    marking.send({ type: 'tool.pick', tool: 'line' });
    marking.send({ type: 'pointer.down', point: { x: -10, y: 10 * i } });
    marking.send({ type: 'pointer.move', point: { x: 10, y: 10 * i } });
    marking.send({ type: 'pointer.up', point: { x: 10, y: 10 * i } });
  }
}

export async function toObserve(run: Run): Promise<void> {
  run.actor.send({ type: 'step.next' });
  await settled(run.actor, 'live.observe');
}

export async function toMark(run: Run): Promise<void> {
  if (stateName(run.actor.getSnapshot()).startsWith('briefing')) await toObserve(run);
  seconds(run, 2);
  run.actor.send({ type: 'step.next' });
  run.actor.send({ type: 'image.freeze' });
  await settled(run.actor, 'mark');
}

export async function toQuestion(run: Run, marks: number): Promise<void> {
  await toMark(run);
  draw(run, marks);
  run.actor.send({ type: 'marks.submit' });
  await settled(run.actor, 'question.asking');
}

export async function toFeedback(run: Run, marks: number, reply: number): Promise<void> {
  await toQuestion(run, marks);
  run.actor.send({ type: 'question.answer', reply });
  run.actor.send({ type: 'step.next' });
  await settled(run.actor, 'feedback');
}

export const context = ({ actor }: Run) => actor.getSnapshot().context;
