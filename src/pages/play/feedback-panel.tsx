import type { ComponentChildren } from 'preact';
import type { MarkableFinding } from '../../domain/findings/finding.ts';
import type { Grade } from '../../domain/grading/grade.ts';
import type { Work } from '../../domain/medicine/medicine.ts';
import { TermsLinked } from '../../parts/glossary/terms-linked.tsx';
import { MedicineSources } from '../../parts/medicine/sources.tsx';
import { type FeedbackLine, GradeTable, scoreLevel } from '../../parts/reveal/grade-table.tsx';
import { REVIEWS, type Review } from '../../parts/reveal/review-on-scanner.ts';
import { Panel } from '../../ui/panel.tsx';
import { KeyPoints, Text } from '../../ui/text.tsx';
import { say } from '../../ui/words/say.ts';

export function FeedbackPanel({
  text,
  works,
  explanations,
  grade,
  isChecked,
  score,
  hintCost,
  isSkipped,
  attempts,
  told,
  notes,
  lines,
  keyText,
  review,
  onReview,
  head,
  actions,
}: {
  readonly text: string;
  /** The publications that the scenario's medicine rests on. */
  readonly works: readonly Work[] | undefined;
  /** Sentences of the scenario that fit what was missed or marked in vain. */
  readonly explanations: readonly string[];
  /** Null where there was nothing to grade, or grading failed. */
  readonly grade: Pick<Grade, 'classes' | 'blas' | 'isJudged'> | null;
  /** Whether the truth or an expert stands behind the key. */
  readonly isChecked: boolean;
  /** After hints were paid for, 0-100. */
  readonly score: number;
  readonly hintCost: number;
  readonly isSkipped: boolean;
  readonly attempts: number;
  /** What the experts who drew the key say of what was marked wrongly. */
  readonly told: readonly string[];
  /** Sentences about the whole key. */
  readonly notes: readonly string[];
  /** Sentences on what was right, missed or wrong, and where. */
  readonly lines: readonly FeedbackLine[];
  /** The source that each class was graded by, and why. */
  readonly keyText: (finding: MarkableFinding) => string | null;
  readonly review: Review;
  readonly onReview: (review: Review) => void;
  /** Stands over the score. */
  readonly head: ComponentChildren;
  /** The ways on. */
  readonly actions: ComponentChildren;
}) {
  return (
    <TermsLinked texts={[...told, ...explanations, text]}>
      <Panel label={say('play.feedback.label')} actions={actions}>
        {head}
        <h2>{say('play.feedback.title')}</h2>
        {grade === null || grade.isJudged ? (
          <div class="score" data-level={scoreLevel(score, isChecked)} data-testid="score" data-score={score}>
            <strong>{Math.round(score)}</strong>
            <span>{scoreNote(hintCost, isSkipped, attempts)}</span>
          </div>
        ) : (
          <p class="key-note" data-testid="score" data-score="none">
            {say('play.feedback.unjudged')}
          </p>
        )}
        {grade !== null && (
          <>
            {told.length > 0 && (
              <div data-testid="places-told">
                <KeyPoints points={told} />
              </div>
            )}
            <fieldset class="review">
              <legend class="small">{say('play.feedback.onImage')}</legend>
              {REVIEWS.map((one) => (
                <button
                  key={one}
                  type="button"
                  class="button button-small"
                  aria-pressed={review === one}
                  onClick={() => onReview(one)}
                >
                  {say(`reveal.review.${one}`)}
                </button>
              ))}
            </fieldset>
            {notes.map((note) => (
              <p class="key-note" data-testid="key-note" key={note}>
                {note}
              </p>
            ))}
            <GradeTable
              classes={grade.classes}
              lines={lines}
              keyText={keyText}
              isChecked={isChecked}
              isJudged={grade.isJudged}
            />
            {grade.blas !== null && <BlasFigures blas={grade.blas} isChecked={isChecked} />}
          </>
        )}
        {explanations.length > 0 && <KeyPoints points={explanations} />}
        <Text text={text} />
        <MedicineSources works={works} />
      </Panel>
    </TermsLinked>
  );
}

function BlasFigures({
  blas: { marked, key },
  isChecked,
}: {
  readonly blas: NonNullable<Grade['blas']>;
  readonly isChecked: boolean;
}) {
  const percent = (share: number): number => Math.round(100 * share);
  return (
    <details class="measured-by">
      <summary>
        {say(isChecked ? 'play.feedback.blas' : 'play.feedback.blasNetwork', {
          key: percent(key.scanline),
          marked: percent(marked.scanline),
        })}
      </summary>
      <p class="small figures">
        {say('play.feedback.blasBox', { key: percent(key.box), marked: percent(marked.box) })}
      </p>
    </details>
  );
}

function scoreNote(hintCost: number, isSkipped: boolean, attempts: number): string {
  if (isSkipped) return say('play.feedback.ofSkipped');
  const isPractice = attempts > 1;
  if (hintCost === 0) return say(isPractice ? 'play.feedback.ofPractice' : 'play.feedback.of');
  return say(isPractice ? 'play.feedback.ofHintsPractice' : 'play.feedback.ofHints', { cost: hintCost });
}
