import { answerExpected, replyIsPossible } from '../../../domain/scenario/answer.ts';
import type { QuestionStep } from '../../../domain/scenario/scenario.ts';
import { answerFactsOf } from '../../session/machine/scenario-result.ts';
import type { Turn } from '../turn.ts';

export function questionPlay({ actor, context, player, fault }: Turn, step: QuestionStep): void {
  if (context.isAnswered) {
    actor.send({ type: 'step.next' });
    return;
  }
  const facts = answerFactsOf(context);
  const right = answerExpected(step.reply, facts)?.value ?? null;
  // After a survey that was left before the first zone nothing is known of the patient.
  const isKnown = facts?.zones?.size !== 0;
  if (right === null && isKnown) fault({ stepId: step.id, code: 'replyMissing' });
  else if (right !== null && !replyIsPossible(step.reply, right)) {
    fault({ stepId: step.id, code: 'replyImpossible', reply: `${right}` });
  }
  const reply = player.reply({ reply: step.reply, right });
  if (reply === null || !replyIsPossible(step.reply, reply)) actor.send({ type: 'step.skip' });
  else actor.send({ type: 'question.answer', reply });
}
