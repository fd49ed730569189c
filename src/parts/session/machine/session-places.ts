import type { ScenarioCard } from '../../../domain/scenario/scenario.ts';
import type { Place } from '../../../ports/store.ts';
import { type ScenarioContext, scenarioResumeOf } from './scenario-context.ts';
import { PLACE_VERSION } from './scenario-resume.ts';

/**
 * So many half-played scenarios that stand in no list (virtual patients that were drawn, clips) are kept; a lesson's
 * place is never dropped for another.
 */
const UNLISTED_MAX = 8;

export function scenarioPlace(context: ScenarioContext, savedAtMs: number): Place {
  const state = scenarioResumeOf(context);
  return { scenarioId: context.scenario.id, version: PLACE_VERSION, savedAtMs, state };
}

/** What the images of a half-played scenario were drawn from; null where they are as they were written. */
export function placeSeed({ state }: Place): number | null {
  const seed = (state as { readonly seed?: unknown } | null)?.seed;
  return typeof seed === 'number' ? seed : null;
}

export function placeFind(places: readonly Place[], scenarioId: string | null): Place | null {
  return places.find((place) => place.scenarioId === scenarioId) ?? null;
}

/** A place goes to the front, in place of the one that its scenario had. */
export function placesWith(places: readonly Place[], place: Place): readonly Place[] {
  return [place, ...placesWithout(places, [place.scenarioId])];
}

export function placesWithout(places: readonly Place[], ids: readonly string[]): readonly Place[] {
  return places.filter(({ scenarioId }) => !ids.includes(scenarioId));
}

/** The oldest of unlisted scenarios beyond those that are kept. */
export function placesSurplus(
  places: readonly Place[],
  catalogue: readonly ScenarioCard[],
): readonly string[] {
  const unlisted = places.filter(({ scenarioId }) => !catalogue.some(({ id }) => id === scenarioId));
  return unlisted.slice(UNLISTED_MAX).map(({ scenarioId }) => scenarioId);
}
