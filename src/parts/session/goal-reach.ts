import { CodedError } from '../../domain/errors/coded-error.ts';
import { goalGap } from '../../domain/scenario/goal.ts';
import { goalPlaces } from '../../domain/scenario/goal-places.ts';
import type { FrameSource, SourceFrame } from '../../ports/frame-source.ts';
import type { GoalReachInput } from '../../ports/scenario-effects.ts';

/** Each place takes an image with its truth; a search that found nothing by then would not be waited for. */
const PLACES_MAX = 90;

/** A scan whose goal is met nowhere that was looked. */
class GoalReachError extends CodedError<'goal-unreached'> {
  override readonly name = 'GoalReachError';

  constructor() {
    super('goal-unreached', { code: 'goalUnreached' });
    this.name = 'GoalReachError';
  }
}

/**
 * Moves the probe from place to place until the goal is met, and gives the image from there.
 *
 * @throws GoalReachError where that is nowhere
 */
export async function goalReach(
  source: FrameSource,
  { goal, view }: GoalReachInput,
  aborted: AbortSignal,
): Promise<SourceFrame> {
  const { steerable } = source;
  if (steerable === null) throw new GoalReachError();
  steerable.controlsSet(view.controls);
  const here = await source.freeze();
  // A moment that is not held yet is given as it looks from where the probe is.
  const index = here.index + 1;
  const places = goalPlaces(goal, here.truth?.scan?.sickZones ?? []);
  for (const pose of places.slice(0, PLACES_MAX)) {
    if (aborted.aborted) break;
    steerable.poseSet(pose);
    const frozen = await source.freeze(index);
    if (frozen.truth !== null && goalGap(goal, null, pose, frozen.truth) === null) return frozen;
  }
  throw new GoalReachError();
}
