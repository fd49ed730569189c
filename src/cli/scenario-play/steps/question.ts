import { answerExpected, replyIsPossible } from '../../../domain/scenario/answer.ts';
import type { QuestionStep } from '../../../domain/scenario/scenario.ts';
import type { Turn } from '../turn.ts';

export function questionPlay({ actor, context, player, fault }: Turn, step: QuestionStep): void {
  if (context.isAnswered) {
    actor.send({ type: 'step.next' });
    return;
  }
  const { frozen, keyMade } = context;
  const facts = frozen === null || keyMade === null ? null : { truth: frozen.truth, key: keyMade.key };
  const right = answerExpected(step.reply, facts)?.value ?? null;
  if (right === null) fault(`${step.id}: no right reply is among those offered.`);
  else if (!replyIsPossible(step.reply, right))
    fault(`${step.id}: the right reply ${right} cannot be given.`);
  const reply = player.reply({ reply: step.reply, right });
  if (reply === null || !replyIsPossible(step.reply, reply)) actor.send({ type: 'step.skip' });
  else actor.send({ type: 'question.answer', reply });
}
