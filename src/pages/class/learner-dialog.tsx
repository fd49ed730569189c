import { useSignal } from '@preact/signals';
import type { ClassAnswer } from '../../domain/class-results/class-answers.ts';
import type { LearnerFigures } from '../../domain/class-results/class-learners.ts';
import { COMMENT_LENGTH } from '../../domain/class-results/comments-file.ts';
import { LEARNER_NAME_LENGTH } from '../../domain/learners/learner.ts';
import { PicturesAgain } from '../../parts/answered/pictures-again.tsx';
import { useServices } from '../../parts/services.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { say } from '../../ui/words/say.ts';
import { type Comments, commentKey, commentsOf } from './comments.ts';
import { imageAgain } from './image-again.ts';
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
        <TextField
          label={say('classroom.learner.by')}
          isOwnName
          lengthMax={LEARNER_NAME_LENGTH}
          value={by}
          onInput={onBy}
        />
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
  return (
    <PicturesAgain
      words={{
        ask: say('classroom.learner.marks'),
        making: say('classroom.itemDetail.making'),
        failed: (reason) => say('classroom.itemDetail.failed', { reason }),
        marks: say('classroom.learner.marksCaption'),
        key: say('classroom.learner.keyCaption'),
        marksOf: (names) => say('classroom.learner.marksOf', { names }),
        keyOf: (names) => say('classroom.learner.keyOf', { names }),
        nothing: say('classroom.learner.nothing'),
      }}
      make={async (gone) => {
        const image = await imageAgain(stage.effects, scenarioLoad, one, gone);
        return image === null
          ? { missing: say('classroom.itemDetail.gone') }
          : { image, findings: image.asked };
      }}
    />
  );
}
