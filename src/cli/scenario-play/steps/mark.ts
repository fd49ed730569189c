import type { MarkStep } from '../../../domain/scenario/scenario.ts';
import { frozenNeeded, imageNeeded } from '../../../parts/session/machine/scenario-need.ts';
import { markingActorOf } from '../../../parts/session/machine/session.ts';
import { markFault } from '../mark-fault.ts';
import { marksDraw } from '../marks-draw.ts';
import { marksRight } from '../marks-right.ts';
import type { Turn } from '../turn.ts';

export function markPlay({ actor, context, player, fault }: Turn, step: MarkStep): void {
  const { frame, truth } = frozenNeeded(context);
  const marking = markingActorOf(actor.getSnapshot());
  if (truth === null || context.keyMade === null || marking === null) {
    throw new Error(`${step.id} can only be marked on an image that knows its truth.`);
  }
  const wrong = markFault(step, imageNeeded(context), context.keyMade.key);
  if (wrong !== null) fault(wrong);
  const findings = step.findings.map(({ finding }) => finding);
  const right = marksRight(frame, truth, findings);
  const marks = player.marks({ right, findings, sector: frame.sector });
  if (marks === null) {
    actor.send({ type: 'step.skip' });
    return;
  }
  for (const { kind } of marks) {
    if (!step.tools.includes(kind)) fault(`${step.id} lacks the tool ${kind}, which its findings need.`);
  }
  marksDraw(marks, frame.sector, marking.send.bind(marking));
  actor.send({ type: 'marks.submit' });
}
