import type { SimulatedClock } from 'xstate';
import type { ScenarioContext } from '../session/machine/scenario-context.ts';
import type { ScenarioActor } from '../session/machine/session.ts';
import type { PlayFault } from './play-fault.ts';
import type { PlayWorld } from './play-world.ts';
import type { Player } from './player.ts';

/** A player's turn: the scenario waits in a step for what they do. */
export interface Turn {
  readonly actor: ScenarioActor;
  readonly clock: SimulatedClock;
  readonly context: ScenarioContext;
  readonly world: PlayWorld;
  readonly player: Player;
  /** How often it was the player's turn in this step before, since it was entered. */
  readonly tries: number;
  /** Notes what is wrong with the scenario. */
  fault(fault: PlayFault): void;
}

/** Lets seconds pass. */
export function secondsPass({ clock }: Turn, seconds: number): void {
  for (let i = 0; i < seconds; i++) clock.increment(1000);
}
