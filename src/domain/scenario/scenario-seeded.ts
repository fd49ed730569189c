import { randomCreate } from '../numbers/random.ts';
import type { Scenario, ScenarioImage, ScenarioSource } from './scenario.ts';

/** Separates the images of a scenario's plays from all else that is drawn from the same seed. */
const STREAM = 23;

/**
 * A scenario as it is played with a seed: each image that its author lets be drawn is of another patient, the same ones
 * for the same seed. With null it stays as it was written.
 *
 * @param seed 0 to 2^32 - 1
 */
export function scenarioSeeded(scenario: Scenario, seed: number | null): Scenario {
  if (seed === null) return scenario;
  const random = randomCreate(seed, STREAM);
  const images = scenario.images.map((image) => imageSeeded(image, Math.floor(random.next() * 2 ** 32)));
  return { ...scenario, seed, images };
}

/** Whether another seed makes another play of it. */
export function scenarioIsDrawn({ images }: Pick<Scenario, 'images'>): boolean {
  return images.some(({ draw }) => draw !== null);
}

function imageSeeded(image: ScenarioImage, seed: number): ScenarioImage {
  return image.draw === null ? image : { ...image, source: sourceSeeded(image.source, seed, image.draw) };
}

function sourceSeeded(
  source: ScenarioSource,
  seed: number,
  draw: NonNullable<ScenarioImage['draw']>,
): ScenarioSource {
  if (source.kind === 'phantom') return { ...source, request: { ...source.request, seed }, draw };
  if (source.kind === 'patient') return { ...source, request: { ...source.request, seed } };
  return source;
}
