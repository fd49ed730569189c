import { randomCreate } from '../numbers/random.ts';
import type { PatientRequest } from '../scan/patient-request.ts';
import type { Scenario, ScenarioImage, ScenarioSource } from './scenario.ts';

/** Separates the images of a scenario's plays from all else that is drawn from the same seed. */
const STREAM = 23;
/** The same for what ails a patient. */
const CONDITION_STREAM = 29;

/**
 * A scenario as it is played with a seed: each image that its author lets be drawn is of another patient, the same ones
 * for the same seed. With null it stays as it was written.
 *
 * @param seed 0 to 2^32 - 1
 */
export function scenarioSeeded(scenario: Scenario, seed: number | null): Scenario {
  if (seed === null) return scenario;
  const random = randomCreate(seed, STREAM);
  const own = new Map(scenario.images.map(({ id }) => [id, Math.floor(random.next() * 2 ** 32)] as const));
  const seedOf = ({ id, draw }: ScenarioImage): number => own.get(draw?.as ?? id) ?? own.get(id)!;
  const images = scenario.images.map((image) => imageSeeded(image, seedOf(image)));
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
  if (source.kind === 'patient') return { ...source, request: patientSeeded(source.request, seed, draw) };
  return source;
}

/** Where it is, and how much of it there is, is of the condition that was written. */
function patientSeeded(
  request: PatientRequest,
  seed: number,
  { conditions = [] }: NonNullable<ScenarioImage['draw']>,
): PatientRequest {
  if (conditions.length === 0) return { ...request, seed };
  const drawn = Math.floor(randomCreate(seed, CONDITION_STREAM).next() * conditions.length);
  const { zone: _, bLinesPerSpace: __, ...kept } = request;
  return { ...kept, seed, condition: conditions[drawn]! };
}
