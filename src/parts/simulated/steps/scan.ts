import type { ScanStep } from '../../../domain/scenario/scenario.ts';
import { probePut } from '../probe-put.ts';
import type { Turn } from '../turn.ts';

export async function scanPlay(turn: Turn, step: ScanStep): Promise<void> {
  const { actor, context, world, player, tries, fault } = turn;
  const { pose: here } = context.view;
  const right = (await world.place(step.goal, context.view))?.view?.pose ?? null;
  if (right === null) fault({ stepId: step.id, code: 'goalNowhere' });
  const pose = player.pose({ right, here, zones: 'zones_12', tries });
  if (pose === null) actor.send({ type: 'step.skip' });
  else probePut(turn, pose);
}
