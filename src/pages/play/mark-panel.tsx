import type { Confidence } from '../../domain/learning/confidence-level.ts';
import { historyCanRedo, historyCanUndo } from '../../domain/marks/history.ts';
import type { Hint } from '../../domain/scenario/scenario.ts';
import type { MarkingContext, MarkingEvent } from '../../parts/marking/machine/marking-context.ts';
import { CHANGING_ACTIONS } from '../../parts/marking/marking-actions.ts';
import { MarkingTools } from '../../parts/marking/marking-tools.tsx';
import type { AnswerWay } from '../../parts/questions/answer-way.ts';
import { ConfidenceRow } from '../../parts/questions/confidence-row.tsx';
import { HintLadder } from '../../parts/reveal/hint-ladder.tsx';
import { actionShortcuts } from '../../ui/actions/action-keys.ts';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Text } from '../../ui/text.tsx';
import { say } from '../../ui/words/say.ts';

export function MarkPanel({
  text,
  title = null,
  notes,
  why,
  marking,
  send,
  hints,
  hintsTaken,
  isBusy,
  submit = say('play.mark.submit'),
  skip = say('play.mark.skip'),
  isLookTold = true,
  onHint,
  onSkip,
  way,
  onSubmit,
}: {
  readonly text: string;
  /** Over the classes; null where the screen says enough. */
  readonly title?: string | null;
  /** Sentences to be known before marking: that these marks are practice, and what help there is. */
  readonly notes: readonly string[];
  /** Why it is asked, as a sentence; null where it is a lesson's. */
  readonly why: string | null;
  readonly marking: MarkingContext;
  readonly send: (event: MarkingEvent) => void;
  readonly hints: readonly Hint[];
  readonly hintsTaken: number;
  /** While the marks are being graded. */
  readonly isBusy: boolean;
  /** The words of the buttons that hand the marks in and go on without. */
  readonly submit?: string;
  readonly skip?: string;
  /** Whether it is said by what the chosen finding is known. */
  readonly isLookTold?: boolean;
  readonly onHint: () => void;
  readonly onSkip: () => void;
  readonly way: AnswerWay;
  readonly onSubmit: (confidence?: Confidence) => void;
}) {
  const { finding, stroke, history } = marking;
  return (
    <Panel
      label={say('play.mark.label')}
      actions={
        <>
          <div class="edit-row">
            <button
              type="button"
              class="button"
              aria-keyshortcuts={actionShortcuts(CHANGING_ACTIONS.undo)}
              disabled={stroke === null && !historyCanUndo(history)}
              onClick={() => send({ type: 'undo' })}
            >
              <Icon name="undo" />
              {say('play.mark.undo')}
            </button>
            <button
              type="button"
              class="button"
              aria-keyshortcuts={actionShortcuts(CHANGING_ACTIONS.redo)}
              disabled={stroke !== null || !historyCanRedo(history)}
              onClick={() => send({ type: 'redo' })}
            >
              <Icon name="redo" />
              {say('play.mark.redo')}
            </button>
            <button
              type="button"
              class="button"
              disabled={marking.marks.length === 0}
              onClick={() => send({ type: 'clear' })}
            >
              <Icon name="clear" />
              {say('play.mark.clear')}
            </button>
          </div>
          {way === 'sure' ? (
            <ConfidenceRow isDisabled={isBusy} onSure={onSubmit} />
          ) : (
            <button
              type="button"
              class="button button-primary button-large"
              disabled={isBusy}
              onClick={() => onSubmit()}
            >
              <Icon name="check" />
              {isBusy ? say('play.mark.grading') : submit}
            </button>
          )}
        </>
      }
    >
      {title !== null && <h2>{title}</h2>}
      {notes.map((note) => (
        <p class="key-note" key={note}>
          {note}
        </p>
      ))}
      <MarkingTools marking={marking} send={send} />
      <HintLadder
        hints={hints}
        taken={hintsTaken}
        isBusy={isBusy}
        earnBy={hints[hintsTaken - 1]?.kind === 'answer' ? 'drawnOver' : 'drawn'}
        onTake={onHint}
      />
      <div class="stack small">
        {isLookTold && <p>{say(`marking.looks.${finding}`)}</p>}
        <Text text={text} />
        {why !== null && <p class="soft">{why}</p>}
      </div>
      <button type="button" class="button button-quiet" onClick={onSkip}>
        {skip}
      </button>
    </Panel>
  );
}
