import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ClassAnswer } from '../../domain/class-results/class-answers.ts';
import type { LearnerFigures } from '../../domain/class-results/class-learners.ts';
import { COMMENT_LENGTH } from '../../domain/class-results/comments-file.ts';
import { LEARNER_NAME_LENGTH } from '../../domain/learning/learner.ts';
import { AnsweredPicture } from '../../parts/answered/answered-picture.tsx';
import { Legend } from '../../parts/reveal/legend.tsx';
import { useServices } from '../../parts/services.ts';
import { announce } from '../../ui/announcer.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { errorSentence } from '../../ui/sentences/error-sentence.ts';
import { say } from '../../ui/words/say.ts';
import { type Comments, commentKey, commentsOf } from './comments.ts';
import { type ImageAgain, imageAgain } from './image-again.ts';
import { answerName, exerciseTitle, learnerNameOf, type StepNames } from './item-name.ts';

/** The answers of one learner, each with room for a comment. */
export function LearnerDialog({
  figures: { learner, answers },
  names,
  comments,
  by,
  isSaved,
  onComment,
  onBy,
  onSave,
  onClose,
}: {
  readonly figures: LearnerFigures;
  readonly names: StepNames;
  readonly comments: Comments;
  /** The teacher's name. */
  readonly by: string;
  /** Whether the comments for this learner are saved as they are; then how the file is called. */
  readonly isSaved: string | null;
  readonly onComment: (key: string, text: string) => void;
  readonly onBy: (name: string) => void;
  readonly onSave: () => void;
  readonly onClose: () => void;
}) {
  const problem = useSignal<string | null>(null);
  const name = learnerNameOf(learner);
  const count = commentsOf(learner, comments).length;
  return (
    <Dialog title={say('classroom.learner.title', { name })} isWide onClose={onClose}>
      <div class="stack classroom">
        <p class="soft">{say('classroom.learner.lead')}</p>
        <ol class="class-answers">
          {answers.map((one) => (
            <li key={commentKey(one)}>
              <Answer
                one={one}
                names={names}
                comment={comments.get(commentKey(one)) ?? ''}
                onComment={(text) => onComment(commentKey(one), text)}
              />
            </li>
          ))}
        </ol>
        <label class="field">
          {say('classroom.learner.by')}
          <input
            type="text"
            autoComplete="name"
            maxLength={LEARNER_NAME_LENGTH}
            value={by}
            onInput={(event) => onBy(event.currentTarget.value)}
          />
        </label>
        {problem.value !== null && count === 0 && (
          <p class="inline-alert" role="alert">
            {problem.value}
          </p>
        )}
        <div class="settings-data">
          <button
            type="button"
            class="button button-primary"
            onClick={() => {
              problem.value = count === 0 ? say('classroom.learner.none') : null;
              if (count > 0) onSave();
            }}
          >
            <Icon name="save" />
            {say('classroom.learner.save', { name })}
          </button>
        </div>
        {count > 0 && (
          <p role="status" data-testid="comments-saved">
            {isSaved === null
              ? say('classroom.learner.unsaved')
              : say('classroom.learner.saved', { file: isSaved })}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function Answer({
  one,
  names,
  comment,
  onComment,
}: {
  readonly one: ClassAnswer;
  readonly names: StepNames;
  readonly comment: string;
  readonly onComment: (text: string) => void;
}) {
  const { attempt, answer } = one;
  const { scenarios } = useServices();
  const item = answerName(one, names);
  const { said, expected } = answer;
  return (
    <article class="stack">
      <h3>{item}</h3>
      <p class="small soft">
        {[
          exerciseTitle(attempt, scenarios),
          answer.isSkipped
            ? say('classroom.item.skipped')
            : answer.score === null
              ? say('classroom.learner.unscored')
              : say('classroom.learner.score', { score: answer.score }),
          say('classroom.learner.seconds', { seconds: answer.seconds }),
          answer.confidence === null
            ? null
            : `${say('classroom.learners.confidence')}: ${say('classroom.learners.confidenceOf', { value: answer.confidence })}`,
          answer.hints > 0 ? say('classroom.learner.hints', { count: answer.hints }) : null,
          answer.tries > 1 ? say('classroom.learner.tries', { count: answer.tries }) : null,
          said !== null && expected !== null
            ? say('classroom.learner.reply', { reply: `${said}`, expected: `${expected}` })
            : null,
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      {answer.marks !== null && answer.source !== null && <AnswerPicture one={one} />}
      <label class="field">
        <span aria-hidden="true" class="small">
          {say('classroom.learner.commentShort')}
        </span>
        <textarea
          rows={2}
          maxLength={COMMENT_LENGTH}
          aria-label={say('classroom.learner.comment', { item })}
          value={comment}
          onInput={(event) => onComment(event.currentTarget.value)}
        />
      </label>
    </article>
  );
}

function AnswerPicture({ one }: { readonly one: ClassAnswer }) {
  const { stage, scenarioLoad } = useServices();
  const made = useSignal<ImageAgain | null>(null);
  const problem = useSignal<string | null>(null);
  const isMaking = useSignal(false);
  const place = useRef<HTMLDivElement>(null);
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);
  // The button that asked for them is gone, and the focus with it.
  useEffect(() => place.current?.focus({ preventScroll: true }), [made.value]);
  const make = async (): Promise<void> => {
    if (isMaking.value) return;
    isMaking.value = true;
    problem.value = null;
    announce(say('classroom.itemDetail.making'));
    try {
      const image = await imageAgain(stage.effects, scenarioLoad, one, stop.current.signal);
      if (image === null) problem.value = say('classroom.itemDetail.gone');
      made.value = image;
    } catch (error) {
      if (stop.current.signal.aborted) return;
      const reason = errorSentence(error, say('messages.imageNotOpened'));
      problem.value = say('classroom.itemDetail.failed', { reason });
    } finally {
      isMaking.value = false;
    }
  };
  if (made.value === null) {
    return (
      <>
        {problem.value !== null && (
          <p class="inline-alert" role="alert">
            {problem.value}
          </p>
        )}
        <p>
          <button type="button" class="button" aria-disabled={isMaking.value} onClick={() => void make()}>
            <Icon name="eye" />
            {say(isMaking.value ? 'classroom.itemDetail.making' : 'classroom.learner.marks')}
          </button>
        </p>
      </>
    );
  }
  const { frame, key, marks, asked } = made.value;
  return (
    <>
      <div class="answered-pictures" ref={place} tabIndex={-1}>
        {marks !== null && (
          <AnsweredPicture
            frame={frame}
            mask={marks}
            findings={asked}
            caption={say('classroom.learner.marksCaption')}
            told={(names) => told('classroom.learner.marksOf', names)}
          />
        )}
        <AnsweredPicture
          frame={frame}
          mask={key}
          findings={asked}
          caption={say('classroom.learner.keyCaption')}
          told={(names) => told('classroom.learner.keyOf', names)}
        />
      </div>
      <Legend findings={asked} />
    </>
  );
}

function told(
  key: 'classroom.learner.marksOf' | 'classroom.learner.keyOf',
  names: readonly string[],
): string {
  return names.length === 0 ? say('classroom.learner.nothing') : say(key, { names });
}
