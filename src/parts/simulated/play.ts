import { createActor, SimulatedClock, waitFor } from 'xstate';
import type { Scenario } from '../../domain/scenario/scenario.ts';
import { stepNow } from '../session/machine/scenario-context.ts';
import { scenarioMachineCreate } from '../session/machine/scenario-machine.ts';
import type { ScenarioOutcome } from '../session/machine/scenario-result.ts';
import type { PlayFault } from './play-fault.ts';
import { playWorldCreate } from './play-world.ts';
import type { Player } from './player.ts';
import type { SeedImages } from './seed-images.ts';
import { stepPlayOf } from './step-plays.ts';
import type { Turn } from './turn.ts';

/** More turns a step than any way through a scenario takes, the ways back that it allows among them. */
const TURNS_PER_STEP = 40;

/** How a play went. */
export interface Play {
  /** Null where it came to no end. */
  readonly outcome: ScenarioOutcome | null;
  /** What was wrong with the scenario, each once. */
  readonly faults: readonly PlayFault[];
}

/** Plays a scenario to its end through the machine that the game plays it with. */
export async function scenarioPlay(scenario: Scenario, images: SeedImages, player: Player): Promise<Play> {
  const faults = new Map<string, PlayFault>();
  const fault = (found: PlayFault): void => void faults.set(JSON.stringify(found), found);
  const clock = new SimulatedClock();
  const world = playWorldCreate(images, () => clock.now());
  const actor = createActor(scenarioMachineCreate(world.effects), {
    input: { scenario, resume: null },
    clock,
  });
  const turn = { actor, clock, world, player, fault };
  actor.start();
  try {
    const isOver = await turnsPlay(scenario, turn);
    return { outcome: isOver ? (actor.getSnapshot().output ?? null) : null, faults: [...faults.values()] };
  } finally {
    actor.stop();
  }
}

/** Whether the scenario came to its end. */
async function turnsPlay(scenario: Scenario, turn: Omit<Turn, 'context' | 'tries'>): Promise<boolean> {
  const { actor, fault } = turn;
  let entered = '';
  let tries = 0;
  for (let turns = 0; turns < TURNS_PER_STEP * scenario.steps.length; turns++) {
    const snapshot = await waitFor(actor, (now) => now.status !== 'active' || !now.hasTag('busy'));
    if (snapshot.status !== 'active') return snapshot.status === 'done';
    const { context } = snapshot;
    const step = stepNow(context);
    tries = entered === context.stepId ? tries + 1 : 0;
    entered = context.stepId;
    if (step === null) throw new Error('A scenario that is over waits for something.');
    if (snapshot.matches('failed')) {
      if (context.failure !== null) {
        fault({ stepId: step.id, code: 'failed', fact: context.failure.fact });
      }
      actor.send({ type: 'step.skip' });
    } else if (snapshot.matches('missed')) {
      actor.send({ type: 'step.next' });
    } else {
      const play = stepPlayOf(step);
      if (play === null) {
        fault({ stepId: step.id, code: 'kindUnplayable', kind: step.kind });
        return false;
      }
      await play({ ...turn, context, tries });
    }
  }
  fault({ stepId: entered, code: 'endless' });
  return false;
}
