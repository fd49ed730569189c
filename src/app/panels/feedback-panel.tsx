import type { MarkableFinding } from '../../domain/findings/finding.ts';
import type { Grade } from '../../domain/grading/grade.ts';
import { GradeTable, scoreLevel } from '../components/grade-table.tsx';
import { Icon } from '../components/icon.tsx';
import { Panel } from '../components/panel.tsx';
import { KeyPoints, Text } from '../components/text.tsx';

export function FeedbackPanel({
  text,
  explanations,
  grade,
  score,
  hintCost,
  isSkipped,
  attempts,
  notes,
  why,
  keyText,
  onReplay,
  onRetry,
  onNext,
}: {
  readonly text: string;
  /** Sentences of the scenario that fit what was missed or marked in vain. */
  readonly explanations: readonly string[];
  /** Null where there was nothing to grade, or grading failed. */
  readonly grade: Pick<Grade, 'classes' | 'blas'> | null;
  /** After hints were paid for, 0-100. */
  readonly score: number;
  readonly hintCost: number;
  readonly isSkipped: boolean;
  readonly attempts: number;
  /** Sentences about the whole key. */
  readonly notes: readonly string[];
  /** What was right, missed or wrong of a class, and where. */
  readonly why: (finding: MarkableFinding) => readonly string[];
  /** By whose word a class was graded, and why. */
  readonly keyText: (finding: MarkableFinding) => string | null;
  readonly onReplay: () => void;
  readonly onRetry: () => void;
  readonly onNext: () => void;
}) {
  return (
    <Panel
      label="Feedback"
      actions={
        <div class="panel-foot-row">
          <button type="button" class="button button-large" onClick={onRetry}>
            <Icon name="again" />
            Try again
          </button>
          <button type="button" class="button button-primary button-large" onClick={onNext}>
            Go on
            <Icon name="next" />
          </button>
        </div>
      }
    >
      <h2>Your marks</h2>
      <div class="score" data-level={scoreLevel(score)} data-testid="score" data-score={score}>
        <strong>{Math.round(score)}</strong>
        <span>{scoreNote(hintCost, isSkipped, attempts)}</span>
      </div>
      {grade !== null && (
        <>
          <button type="button" class="button button-quiet" onClick={onReplay}>
            <Icon name="play" />
            Show it again
          </button>
          {notes.map((note) => (
            <p class="key-note" data-testid="key-note" key={note}>
              {note}
            </p>
          ))}
          <GradeTable classes={grade.classes} why={why} keyText={keyText} />
          {grade.blas !== null && (
            <p class="key-note figures">
              B-line artefact score (share of the intercostal space): yours{' '}
              {Math.round(100 * grade.blas.marked.scanline)} %, key{' '}
              {Math.round(100 * grade.blas.key.scanline)} % along the scan lines (
              {Math.round(100 * grade.blas.marked.box)} % and {Math.round(100 * grade.blas.key.box)} % by the
              bounding box).
            </p>
          )}
        </>
      )}
      {explanations.length > 0 && <KeyPoints points={explanations} />}
      <Text text={text} />
    </Panel>
  );
}

function scoreNote(hintCost: number, isSkipped: boolean, attempts: number): string {
  if (isSkipped) return 'of 100: skipped. What was there is shown.';
  const hints = hintCost > 0 ? `, ${hintCost} taken off for hints` : '';
  return attempts > 1 ? `of 100${hints}. Practice: your first try counts.` : `of 100${hints}`;
}
