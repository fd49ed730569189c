import type { MModeSpan } from '../../../domain/scan/scan-truth.ts';
import type { ScanGoal } from '../../../domain/scenario/goal.ts';
import type { MModeStep } from '../../../domain/scenario/scenario.ts';
import { mModeWaitS } from '../../session/machine/scenario-context.ts';
import { signRight } from '../players/perfect.ts';
import { secondsPass, type Turn } from '../turn.ts';

/** Lung, wherever it is. */
const LUNG: ScanGoal = { zone: null, shows: ['pleural_line'], patterns: [], sliding: null };

export async function mModePlay(turn: Turn, step: MModeStep): Promise<void> {
  const { actor, context, player, tries, fault } = turn;
  if (context.isAnswered) {
    actor.send({ type: 'step.next' });
    return;
  }
  const spans = await spansInView(turn);
  const task = { spans, options: step.options, goal: step.goal, tries };
  if (signRight(task) === null) fault({ stepId: step.id, code: 'signMissing' });
  const reply = player.sign(task);
  if (reply === null) {
    actor.send({ type: 'step.skip' });
    return;
  }
  secondsPass(turn, Math.ceil(mModeWaitS(context)));
  actor.send({ type: 'm_mode.answer', reply: reply.value, lateral: reply.lateral });
}

/** The signs of the image; where the probe stands on no lung it is put on some. */
async function spansInView({ world, context }: Turn): Promise<readonly MModeSpan[]> {
  const isLung = ({ shows }: MModeSpan): boolean => shows !== 'no_pleura';
  const here = world.look().truth?.scan?.mMode ?? [];
  if (here.some(isLung)) return here;
  const found = await world.place(LUNG, context.view);
  return found?.truth?.scan?.mMode ?? [];
}
