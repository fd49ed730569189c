import type { StepResult } from '../../domain/learning/progress.ts';
import type { GradedStep } from '../../domain/scenario/scenario.ts';
import { replyShow } from '../../parts/questions/question-result.ts';
import { GradeTable, scoreLevel } from '../../parts/reveal/grade-table.tsx';
import { say } from '../../ui/words/say.ts';

/** What was kept of an answer, where it cannot be told again in full. */
export function AttemptKept({
  reason,
  result,
  step,
}: {
  /** Why, as a sentence; null where it needs none. */
  readonly reason: string | null;
  readonly result: StepResult;
  /** Null where the scenario has no such step any longer. */
  readonly step: GradedStep | null;
}) {
  const { score } = result;
  const answer = answerSentence(result, step);
  const grade = result.kind === 'mark' ? result.first.grade : null;
  // Where the network alone was the key a grade is no verdict.
  const isChecked = grade === null || grade.classes.some(({ provenance }) => provenance !== 'network');
  return (
    <>
      {reason !== null && <p class="key-note">{reason}</p>}
      {score !== null && (
        <div class="score" data-level={scoreLevel(score, isChecked)} data-testid="score" data-score={score}>
          <strong>{Math.round(score)}</strong>
          <span>{say('play.feedback.of')}</span>
        </div>
      )}
      {answer !== null && <p>{answer}</p>}
      {grade !== null && (
        <GradeTable
          classes={grade.classes}
          lines={[]}
          keyText={() => null}
          isChecked={isChecked}
          isJudged={score !== null}
        />
      )}
    </>
  );
}

function answerSentence(result: StepResult, step: GradedStep | null): string | null {
  if (result.kind !== 'question') return null;
  const reply = step?.kind === 'question' ? step.reply : null;
  const shown =
    step?.kind === 'question' && reply !== null
      ? replyShow({ reply, explain: step.explain }, result)
      : step?.kind === 'm_mode'
        ? replyShow({ reply: { kind: 'choice', options: step.options }, explain: step.explain }, result)
        : null;
  const said = shown === null ? result.first.reply : shown.reply;
  const expected = shown === null ? result.first.expected : shown.expected;
  if (said === null || expected === null) return null;
  return say('attempts.answer', { reply: said, expected });
}
