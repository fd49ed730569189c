import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Confidence } from '../../domain/learning/confidence-level.ts';
import type { Work } from '../../domain/medicine/medicine.ts';
import { replyIsPossible } from '../../domain/scenario/answer.ts';
import type { ChoiceQuestion, Hint, NumberQuestion } from '../../domain/scenario/scenario.ts';
import { Choice } from '../../ui/choice.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TermText, Text } from '../../ui/text.tsx';
import { say } from '../../ui/words/say.ts';
import { TermsLinked } from '../glossary/terms-linked.tsx';
import { MedicineSources } from '../medicine/sources.tsx';
import { scoreLevel } from '../reveal/grade-table.tsx';
import { HintLadder } from '../reveal/hint-ladder.tsx';
import type { AnswerWay } from './answer-way.ts';
import { ConfidenceRow } from './confidence-row.tsx';
import { unitWords } from './number-words.ts';
import { useAnswerKeys } from './use-answer-keys.ts';
import type { WayOn } from './way-on.ts';

/** The outcome of a reply. */
export interface ReplyShown {
  /** Null when the image does not tell what is right, and where it was told before. */
  readonly score: number | null;
  /**
   * How right it was before hints were taken off; `beside`: what was said of a line is right, and the line is not where it was to
   * be put. Null where it is not scored.
   */
  readonly credit: 'right' | 'half' | 'beside' | 'wrong' | null;
  /** Taken off the score. */
  readonly hintCost: number;
  /** In words, e.g. `3 B-lines`; null when skipped, or when the image does not tell. */
  readonly reply: string | null;
  readonly expected: string | null;
  /** Sentences of why. */
  readonly why: readonly string[];
}

/** A question as it is asked. */
export interface Asked {
  readonly ask: string;
  readonly reply: NumberQuestion | Pick<ChoiceQuestion, 'kind' | 'options'>;
  readonly hints: readonly Hint[];
  /** How to come to an answer; null where the question says enough. */
  readonly howTo: string | null;
  /** The publications that its medicine rests on; shown with the answer. */
  readonly works?: readonly Work[] | undefined;
}

export function QuestionPanel({
  step,
  children,
  way = 'button',
  why = null,
  waitS = 0,
  isTold = false,
  hintsTaken,
  isBusy,
  result,
  onHint,
  onReply,
  onSkip,
  onNext,
  wayOn = null,
}: {
  readonly step: Asked;
  /** Content between the question and its answers until it is answered. */
  readonly children?: ComponentChildren;
  readonly way?: AnswerWay;
  /** Why it is asked, as a sentence. */
  readonly why?: string | null;
  /** Seconds until an answer is taken. */
  readonly waitS?: number;
  /** Whether the learner was shown the answer before (see `answerIsTold`). */
  readonly isTold?: boolean;
  readonly hintsTaken: number;
  readonly isBusy: boolean;
  /** Null until answered. */
  readonly result: ReplyShown | null;
  readonly onHint: () => void;
  readonly onReply: (reply: number | string, confidence?: Confidence) => void;
  readonly onSkip: () => void;
  readonly onNext: () => void;
  /** Instead of the button that goes on once it is answered. */
  readonly wayOn?: WayOn | null;
}) {
  const { reply } = step;
  const chosen = useSignal<string | null>(null);
  // Empty until the learner says something: no number is an answer by default.
  const number = useSignal<number>(Number.NaN);
  const given = reply.kind === 'choice' ? chosen.value : number.value;
  const isAnswerable = replyIsPossible(reply, given);
  const isOpen = result === null && !isBusy && waitS <= 0;
  const give = (answer: number | string | null, confidence?: Confidence): boolean => {
    if (!isOpen || answer === null || !replyIsPossible(reply, answer)) return false;
    onReply(answer, confidence);
    return true;
  };
  const isTelling = result !== null;
  useEffect(() => {
    // Whoever scrolled down to an answer is told from the top.
    if (isTelling) document.querySelector('.panel-body')?.scrollTo({ top: 0 });
  }, [isTelling]);
  const submit = (event: Event) => {
    event.preventDefault();
    if (way !== 'sure') give(given);
  };
  useAnswerKeys(way, {
    onSure: (confidence) => give(given, confidence),
    onDigit: (digit) => give(reply.kind === 'number' ? digit : (reply.options[digit - 1]?.value ?? null)),
    onNext: () => {
      if (result === null) return false;
      (wayOn?.onNext ?? onNext)();
      return true;
    },
  });
  return (
    <TermsLinked texts={result?.why ?? []}>
      <Panel
        label={say('questions.label')}
        actions={
          result === null && way === 'sure' ? (
            <ConfidenceRow isDisabled={!isOpen || !isAnswerable} onSure={(sure) => give(given, sure)} />
          ) : result === null && way === 'quick' && reply.kind === 'choice' ? null : result === null ? (
            <button
              type="submit"
              form="question"
              class="button button-primary button-large"
              disabled={!isAnswerable || isBusy || waitS > 0}
            >
              <Icon name="check" />
              {waitS > 0 ? say('questions.watch', { seconds: Math.ceil(waitS) }) : say('questions.answer')}
            </button>
          ) : wayOn !== null ? (
            wayOn.actions
          ) : (
            <button type="button" class="button button-primary button-large" onClick={onNext}>
              {say('questions.goOn')}
              <Icon name="next" />
            </button>
          )
        }
      >
        {wayOn?.head}
        <h2>
          <TermText text={step.ask} />
        </h2>
        {result === null && why !== null && <p class="small soft">{why}</p>}
        {result === null && step.howTo !== null && <p class="small soft">{step.howTo}</p>}
        {result === null && isTold && <p class="small soft">{say('questions.told')}</p>}
        {result === null && children}
        {result === null ? (
          <form id="question" class="stack" onSubmit={submit}>
            {reply.kind === 'choice' ? (
              <fieldset class="picker">
                <legend class="hidden-visually">{step.ask}</legend>
                <div class="stack">
                  {reply.options.map((option, i) => (
                    <Choice
                      key={option.value}
                      name="reply"
                      value={option.value}
                      isChosen={chosen.value === option.value}
                      onPick={() => {
                        chosen.value = option.value;
                        if (way === 'quick') give(option.value);
                      }}
                    >
                      {way === 'quick' && <kbd>{i + 1}</kbd>}
                      {option.label}
                    </Choice>
                  ))}
                </div>
              </fieldset>
            ) : (
              <NumberReply
                label={step.ask}
                asked={reply}
                value={number.value}
                onChange={(value) => {
                  number.value = value;
                }}
              />
            )}
          </form>
        ) : (
          <div
            class="reply"
            data-level={result.score === null ? 'fair' : scoreLevel(result.score)}
            data-testid="reply-score"
            data-score={result.score ?? ''}
          >
            <strong>{replySentence(result)}</strong>
            {result.score !== null && result.reply !== null && result.hintCost > 0 && (
              <p class="small">{say('questions.reply.hints', { cost: result.hintCost })}</p>
            )}
            {result.why.map((why) => (
              <Text key={why} text={why} />
            ))}
            <MedicineSources works={step.works} />
          </div>
        )}
        {result === null && (
          <>
            <HintLadder hints={step.hints} taken={hintsTaken} isBusy={isBusy} onTake={onHint} />
            <button type="button" class="button button-quiet" onClick={onSkip}>
              {say('questions.skip')}
            </button>
          </>
        )}
      </Panel>
    </TermsLinked>
  );
}

function replySentence({ score, credit, reply, expected }: ReplyShown): string {
  if (expected === null) return say(`questions.reply.${score === null ? 'untold' : 'unread'}`);
  if (reply === null) return say('questions.reply.skipped', { expected });
  if (credit === null) return toldSentence(reply, expected);
  if (credit === 'beside') return say('questions.reply.beside', { reply });
  if (credit === 'right') {
    return reply === expected
      ? say('questions.reply.right', { reply })
      : say('questions.reply.rightNear', { reply, expected });
  }
  return say(credit === 'wrong' ? 'questions.reply.wrong' : 'questions.reply.nearly', { reply, expected });
}

/** Tells an answer that the learner had been shown before it was asked. */
function toldSentence(reply: string, expected: string): string {
  return reply === expected
    ? say('questions.reply.rightTold', { reply })
    : say('questions.reply.wrongTold', { reply, expected });
}

function NumberReply({
  label,
  asked,
  value,
  onChange,
}: {
  readonly label: string;
  readonly asked: NumberQuestion;
  /** NaN while there is none. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  const { min, max, isCount } = asked;
  const unit = unitWords(asked);
  const step = max - min > 40 ? 5 : 1;
  const isGiven = Number.isFinite(value);
  const change = (by: number) => onChange(isGiven ? Math.min(max, Math.max(min, value + by)) : min);
  return (
    <>
      <div class="stepper">
        <button
          type="button"
          class="button"
          aria-label={say('questions.less', { step })}
          disabled={!isGiven || value <= min}
          onClick={() => change(-step)}
        >
          −
        </button>
        <span class="field">
          <input
            type="number"
            inputMode="numeric"
            aria-label={label}
            min={min}
            max={max}
            step={isCount ? 1 : 'any'}
            placeholder="?"
            value={isGiven ? value : ''}
            onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
          />
        </span>
        <button
          type="button"
          class="button"
          aria-label={say('questions.more', { step })}
          disabled={value >= max}
          onClick={() => change(step)}
        >
          +
        </button>
        {unit !== null && <span class="soft">{unit}</span>}
      </div>
      {isGiven && !replyIsPossible(asked, value) && (
        <p class="small" role="alert">
          {say(isCount ? 'questions.rangeWhole' : 'questions.range', { min, max })}
        </p>
      )}
    </>
  );
}
