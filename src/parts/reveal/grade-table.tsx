import type { MarkableFinding } from '../../domain/findings/finding.ts';
import type { Feedback } from '../../domain/grading/feedback-fact.ts';
import type { ClassGrade } from '../../domain/grading/grade.ts';
import { FindingSwatch } from '../../ui/finding-swatch.tsx';
import { feedbackSentence } from '../../ui/sentences/feedback-sentence.ts';
import { say } from '../../ui/words/say.ts';
import { MeasuredBy } from './measured-by.tsx';

/** A sentence of feedback; those with a place on the image can be selected. */
export interface FeedbackLine {
  readonly feedback: Feedback;
  readonly id: string;
  readonly onSelect: (() => void) | null;
  readonly isSelected: boolean;
}

/** Per class: its score, what was right, missed or wrong, and, on demand, how that was measured. */
export function GradeTable({
  classes,
  lines,
  keyText,
  isChecked,
  isJudged,
}: {
  readonly classes: readonly ClassGrade[];
  readonly lines: readonly FeedbackLine[];
  /** The source that each class was graded by, and why. */
  readonly keyText: (finding: MarkableFinding) => string | null;
  /** Whether the truth or an expert stands behind the key. */
  readonly isChecked: boolean;
  /** Whether numbers are given; else the marks are compared without. */
  readonly isJudged: boolean;
}) {
  const isScored = ({ status }: ClassGrade): boolean => isJudged && status !== 'not_scored';
  return (
    <ul class="grades">
      {classes.map((grade) => (
        <li class="grade" key={grade.finding} data-finding={grade.finding}>
          <header class="grade-head">
            <FindingSwatch finding={grade.finding} />
            <h3>{say(`findings.${grade.finding}.label`)}</h3>
            <strong class="grade-score figures">{isScored(grade) ? Math.round(grade.score) : '–'}</strong>
          </header>
          {isScored(grade) && (
            <div class="meter" aria-hidden="true">
              <span style={{ width: `${grade.score}%` }} data-level={scoreLevel(grade.score, isChecked)} />
            </div>
          )}
          {lines
            .filter(({ feedback }) => feedback.finding === grade.finding)
            .map((line, i, all) => (
              <FeedbackSentence
                key={line.id}
                line={line}
                isSignTold={all.slice(0, i).some(({ feedback }) => feedback.code === 'missed')}
              />
            ))}
          <MeasuredBy grade={grade} keyText={keyText(grade.finding)} />
        </li>
      ))}
    </ul>
  );
}

function FeedbackSentence({
  line: { id, feedback, onSelect, isSelected },
  isSignTold,
}: {
  readonly line: FeedbackLine;
  readonly isSignTold: boolean;
}) {
  const sentence = feedbackSentence(feedback, isSignTold);
  if (onSelect === null) {
    return (
      <p data-testid="feedback" data-code={feedback.code}>
        {sentence}
      </p>
    );
  }
  return (
    <button
      type="button"
      id={id}
      class="feedback-line"
      data-testid="feedback"
      data-code={feedback.code}
      aria-pressed={isSelected}
      onClick={onSelect}
    >
      {sentence}
    </button>
  );
}

/** How good a score is; where the network alone is the key, which can be wrong, none is called poor. */
export function scoreLevel(score: number, isChecked = true): 'good' | 'fair' | 'poor' {
  if (score >= 80) return 'good';
  return score >= 50 || !isChecked ? 'fair' : 'poor';
}
