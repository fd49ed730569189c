import type { ScanStep } from '../../../domain/scenario/scenario.ts';
import { probeActorOf } from '../../../parts/session/machine/session.ts';
import type { Turn } from '../turn.ts';

/** After so long without a move the probe rests. */
const REST_MS = 500;

export async function scanPlay(turn: Turn, step: ScanStep): Promise<void> {
  const { actor, clock, context, world, player, tries, fault } = turn;
  const { pose: here } = context.view;
  const right = (await world.place(step.goal, context.view))?.view?.pose ?? null;
  if (right === null) fault(`${step.id}: its goal is met nowhere.`);
  const pose = player.pose({ right, here, tries });
  if (pose === null) {
    actor.send({ type: 'step.skip' });
    return;
  }
  probeActorOf(actor.getSnapshot())?.send({ type: 'pose.set', pose });
  clock.increment(REST_MS);
  actor.send({ type: 'image.freeze' });
}
