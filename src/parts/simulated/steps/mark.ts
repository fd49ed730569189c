import type { MarkStep } from '../../../domain/scenario/scenario.ts';
import { frozenNeeded, imageNeeded } from '../../session/machine/scenario-need.ts';
import { markingActorOf } from '../../session/machine/session.ts';
import { markFault } from '../mark-fault.ts';
import { marksDraw } from '../marks-draw.ts';
import { marksDrawn, marksRight } from '../marks-right.ts';
import type { Turn } from '../turn.ts';

export function markPlay({ actor, context, player, fault }: Turn, step: MarkStep): void {
  const { frame, truth, index } = frozenNeeded(context);
  const image = imageNeeded(context);
  const marking = markingActorOf(actor.getSnapshot());
  if ((truth === null && image.key === undefined) || context.keyMade === null || marking === null) {
    throw new Error(`${step.id} can only be marked on an image that has a truth or a key.`);
  }
  // Of a clip its experts say what it shows, and also that it shows nothing.
  const wrong = truth === null ? null : markFault(step, image, context.keyMade.key);
  if (wrong !== null) fault(wrong);
  const findings = step.findings.map(({ finding }) => finding);
  const right = truth === null ? marksDrawn(image, index, findings) : marksRight(frame, truth, findings);
  const marks = player.marks({ right, findings, sector: frame.sector });
  if (marks === null) {
    actor.send({ type: 'step.skip' });
    return;
  }
  for (const { kind } of marks) {
    if (!step.tools.includes(kind)) fault({ stepId: step.id, code: 'toolMissing', tool: kind });
  }
  marksDraw(marks, frame.sector, marking.send.bind(marking));
  actor.send({ type: 'marks.submit' });
}
