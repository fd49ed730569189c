import { randomCreate } from '../../domain/numbers/random.ts';
import type { Scenario } from '../../domain/scenario/scenario.ts';
import { scenarioPlay } from './play.ts';
import type { PlayFault } from './play-fault.ts';
import { PLAYERS, type PlayerName } from './players.ts';
import { seedImagesCreate } from './seed-images.ts';

/** Who does everything right, who errs, and who does nothing. */
export const SIMULATED = ['perfect', 'noisy', 'empty'] as const satisfies readonly PlayerName[];
export type Simulated = (typeof SIMULATED)[number];

/** Separates what they draw from all else that is drawn from the same seed. */
const STREAM = 43;

/** How simulated learners got on with a scenario as it is written. */
export interface SimulatedPlay {
  /** Scores of 0-100 of the whole; null where nothing was scored, or it came to no end. */
  readonly scores: Readonly<Record<Simulated, number | null>>;
  /** Of each step that anyone was scored for, in the order of the scenario. */
  readonly steps: readonly {
    readonly stepId: string;
    /** Null for who was not scored, or took another way. */
    readonly scores: Readonly<Record<Simulated, number | null>>;
  }[];
  /** What keeps who does everything right from doing so. */
  readonly faults: readonly PlayFault[];
}

/** Has a scenario played from its start to its end by the machine of the game, with the simulator in the place of the browser. */
export async function simulatedPlay(scenario: Scenario): Promise<SimulatedPlay> {
  const images = seedImagesCreate(0);
  const totals = new Map<Simulated, number | null>();
  const steps = new Map<string, Map<Simulated, number | null>>();
  const faults: PlayFault[] = [];
  for (const [at, name] of SIMULATED.entries()) {
    const play = await scenarioPlay(scenario, images, PLAYERS[name](randomCreate(0, STREAM + at), 0));
    totals.set(name, play.outcome?.score ?? null);
    for (const { stepId, score } of play.outcome?.results ?? []) {
      const scores = steps.get(stepId) ?? new Map<Simulated, number | null>();
      steps.set(stepId, scores.set(name, score));
    }
    if (name === 'perfect') faults.push(...play.faults);
  }
  const byName = (known: ReadonlyMap<Simulated, number | null>) => ({
    perfect: known.get('perfect') ?? null,
    noisy: known.get('noisy') ?? null,
    empty: known.get('empty') ?? null,
  });
  return {
    scores: byName(totals),
    steps: scenario.steps.flatMap(({ id }) => {
      const known = steps.get(id);
      return known === undefined ? [] : [{ stepId: id, scores: byName(known) }];
    }),
    faults,
  };
}
