import { maskResample } from '../../../domain/frame/mask.ts';
import { MASK_SIZE } from '../../../domain/frame/resample.ts';
import { sectorFit } from '../../../domain/geometry/sector.ts';
import { marksFromTruth } from '../../../domain/marks/from-truth.ts';
import type { Mark } from '../../../domain/marks/mark.ts';
import type { MarkStep } from '../../../domain/scenario/scenario.ts';
import { frozenNeeded, imageNeeded } from '../../../parts/session/machine/scenario-need.ts';
import { markingActorOf } from '../../../parts/session/machine/session.ts';
import { markFault } from '../mark-fault.ts';
import { marksDraw } from '../marks-draw.ts';
import type { Turn } from '../turn.ts';

export function markPlay({ actor, context, player, fault }: Turn, step: MarkStep): void {
  const { frame, truth } = frozenNeeded(context);
  const marking = markingActorOf(actor.getSnapshot());
  if (truth === null || context.keyMade === null || marking === null) {
    throw new Error(`${step.id} can only be marked on an image that knows its truth.`);
  }
  const wrong = markFault(step, imageNeeded(context), context.keyMade.key);
  if (wrong !== null) fault(wrong);
  const mask = maskResample(truth.mask, sectorFit(frame.sector, MASK_SIZE), MASK_SIZE);
  const isAsked = (mark: Mark): boolean =>
    mark.kind !== 'eraser' && step.findings.some(({ finding }) => finding === mark.finding);
  const right = marksFromTruth(truth, mask).filter(isAsked);
  const marks = player.marks({ right, asked: step.findings, sector: frame.sector });
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
