import { type StepResult, tryLatest } from '../../domain/learning/progress.ts';
import { randomCreate } from '../../domain/numbers/random.ts';
import { type Scenario, stepIsGraded } from '../../domain/scenario/scenario.ts';
import { scenarioSeeded } from '../../domain/scenario/scenario-seeded.ts';
import { zoneCredit } from '../../domain/survey/survey.ts';
import { type Play, scenarioPlay } from '../../parts/simulated/play.ts';
import { PLAYER_NAMES, PLAYERS, type PlayerName } from '../../parts/simulated/players.ts';
import { seedImagesCreate } from '../../parts/simulated/seed-images.ts';
import { phantomsKeep } from '../../parts/simulated/simulated-image.ts';
import { errorIsCoded } from '../shared/command.ts';
import { drawFaults } from './draw-faults.ts';
import { faultSentence } from './fault-sentence.ts';

export { PLAYER_NAMES, type PlayerName };

/** Separates what players draw from all else that is drawn from the same seed; each has a stream of their own. */
const STREAM = 60;

/** Who does everything right scores at least this. */
const PERFECT_LEAST = 90;

interface SeedFault {
  /** Null for what holds over all seeds. */
  readonly seed: number | null;
  readonly sentence: string;
}

export interface ScenarioReport {
  readonly id: string;
  /** Scores of each player, 0-100, in the order of the seeds; null for a play that came to no end or scored nothing. */
  readonly scores: Readonly<Partial<Record<PlayerName, readonly (number | null)[]>>>;
  readonly faults: readonly SeedFault[];
  readonly ms: number;
}

/**
 * Has a scenario played with the seeds 0 to `seeds` - 1, 0 as it is written, and says what is wrong with it.
 *
 * @param nowMs a clock
 */
export async function scenarioReport(
  scenario: Scenario,
  seeds: number,
  players: readonly PlayerName[],
  nowMs: () => number,
): Promise<ScenarioReport> {
  const begun = nowMs();
  const scores = new Map(players.map((name) => [name, [] as (number | null)[]]));
  const faults: SeedFault[] = [];
  const phantomOf = phantomsKeep();
  for (let seed = 0; seed < seeds; seed++) {
    const said = new Set<string>();
    const seeded = scenarioSeeded(scenario, seed === 0 ? null : seed);
    const images = seedImagesCreate(seed, phantomOf);
    try {
      for (const sentence of drawFaults(seeded, images)) said.add(sentence);
    } catch (error) {
      // An image that cannot be drawn is told by those who play.
      if (!errorIsCoded(error)) throw error;
    }
    for (const name of players) {
      const random = randomCreate(seed, STREAM + PLAYER_NAMES.indexOf(name));
      const play = await scenarioPlay(seeded, images, PLAYERS[name](random, seed));
      scores.get(name)?.push(play.outcome?.score ?? null);
      for (const fault of play.faults) said.add(faultSentence(fault));
      if (name !== 'perfect') continue;
      for (const sentence of perfectFaults(seeded, play)) said.add(sentence);
    }
    faults.push(...[...said].map((sentence) => ({ seed, sentence })));
  }
  const found = Object.fromEntries(scores);
  faults.push(...orderFaults(found).map((sentence) => ({ seed: null, sentence })));
  return { id: scenario.id, scores: found, faults, ms: nowMs() - begun };
}

/** What keeps who does everything right from the score that they deserve. */
function perfectFaults(scenario: Scenario, { outcome }: Play): readonly string[] {
  const hasScore = scenario.steps.some((step) => stepIsGraded(step) && step.weight > 0);
  if (outcome === null || !hasScore) return [];
  const unscored = outcome.results
    .filter(({ score }) => score === null)
    .map(({ stepId }) => `${stepId}: who does everything right is given no score.`);
  if (outcome.score !== null && outcome.score >= PERFECT_LEAST) return unscored;
  const low = outcome.results.filter(({ score }) => score !== null && score < PERFECT_LEAST).map(resultSay);
  const score = outcome.score === null ? 'nothing' : outcome.score.toFixed(0);
  return [
    ...unscored,
    `who does everything right scores ${score}, less than ${PERFECT_LEAST}: ${low.join('; ')}.`,
  ];
}

/** A step with its score, and of marks the classes that lower it, of a survey the zones. */
function resultSay(result: StepResult): string {
  const said = `${result.stepId} ${result.score?.toFixed(0)}`;
  if (result.kind === 'survey') {
    const { visits } = tryLatest(result);
    const low = visits.filter((visit) => zoneCredit(visit, visits) < 1);
    return `${said} (${low.map(({ zoneId }) => zoneId).join(', ')})`;
  }
  if (result.kind !== 'mark') return said;
  const classes = tryLatest(result).grade?.classes ?? [];
  const low = classes.filter(({ score }) => score < PERFECT_LEAST);
  return `${said} (${low.map(({ finding, score }) => `${finding} ${score.toFixed(0)}`).join(', ')})`;
}

/** Pairs of players of whom the first has to score at least as much, in the mean over the seeds. */
const ORDER: readonly (readonly [PlayerName, PlayerName])[] = [
  ['perfect', 'noisy'],
  ['noisy', 'empty'],
  ['noisy', 'idle'],
  ['perfect', 'random'],
];

function orderFaults(scores: ScenarioReport['scores']): readonly string[] {
  return ORDER.flatMap(([better, worse]) => {
    const [high, low] = [scoresMean(scores[better]), scoresMean(scores[worse])];
    if (high === null || low === null || high >= low) return [];
    return `the ${better} player scores ${high.toFixed(1)} in the mean, less than the ${worse} one with ${low.toFixed(1)}.`;
  });
}

/** Null where nobody scored anything. */
export function scoresMean(scores: readonly (number | null)[] | undefined): number | null {
  const known = (scores ?? []).filter((score) => score !== null);
  return known.length === 0 ? null : known.reduce((sum, score) => sum + score, 0) / known.length;
}
