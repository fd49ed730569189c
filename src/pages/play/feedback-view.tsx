import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useMemo } from 'preact/hooks';
import type { Grade } from '../../domain/grading/grade.ts';
import { markStepBefore } from '../../domain/learning/progress.ts';
import { explanationsPick } from '../../domain/scenario/explain.ts';
import { type FeedbackStep, stepIndex } from '../../domain/scenario/scenario.ts';
import type { ImageSpot } from '../../parts/console/image-spots.tsx';
import { useKeys } from '../../parts/keys/use-keys.ts';
import type { WayOn } from '../../parts/questions/way-on.ts';
import type { FeedbackLine } from '../../parts/reveal/grade-table.tsx';
import { REVIEWS, type Review, useReviewOnScanner } from '../../parts/reveal/review-on-scanner.ts';
import { useServices } from '../../parts/services.ts';
import { gradeExplain } from '../../parts/session/grading.ts';
import type { ScenarioActor } from '../../parts/session/machine/session.ts';
import { actionFind } from '../../ui/actions/action-find.ts';
import { announce } from '../../ui/announcer.ts';
import { Icon } from '../../ui/icon.tsx';
import { keySentence } from '../../ui/sentences/key-sentence.ts';
import { messageSentence } from '../../ui/sentences/message-sentence.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { say } from '../../ui/words/say.ts';
import { workTimed } from '../../ui/work-timed.ts';
import { FeedbackPanel } from './feedback-panel.tsx';
import { LOOKING_ACTIONS } from './play-actions.ts';
import { SPOT_KINDS, spotName } from './spot-name.ts';

/** From this score on the better of the two closing sounds is played. */
const GOOD_SCORE = 70;

export function FeedbackView({
  actor,
  step,
  wayOn = null,
  remarks = [],
}: {
  readonly actor: ScenarioActor;
  readonly step: FeedbackStep;
  readonly wayOn?: WayOn | null;
  /** Sentences over the grades, beside those of the key. */
  readonly remarks?: readonly string[];
}) {
  const { stage, audio } = useServices();
  const { context } = useSnapshot(actor);
  const { grade, keyMade } = context;
  const turn = useSignal(0);
  const review = useSignal<Review>('result');
  const selected = useSignal<string | null>(null);
  const markStepId = markStepBefore(context.scenario, step);
  const result = markStepId === null ? undefined : context.results[markStepId];
  const score = result?.latestScore ?? grade?.score ?? 0;
  const onPlayed = useCallback(() => {
    audio.play(score >= GOOD_SCORE ? 'score_good' : 'score_ok');
  }, [audio, score]);
  useReviewOnScanner(stage, context, review.value, turn.value, onPlayed);
  useEffect(() => audio.play('reveal'), [audio, turn.value]);
  useEffect(() => {
    if (grade !== null) announce(scoreSentence(score, grade));
  }, [grade, score]);
  useKeys((event, place, areKeysOn) => {
    const scene = { place, areKeysOn, mode: 'feedback' } as const;
    if (actionFind(LOOKING_ACTIONS, event, scene, null) !== 'review') return false;
    review.value = REVIEWS[(REVIEWS.indexOf(review.peek()) + 1) % REVIEWS.length]!;
    return true;
  });
  const markStep =
    markStepId === null ? null : context.scenario.steps[stepIndex(context.scenario, markStepId)];
  const asked = markStep?.kind === 'mark' ? markStep.findings : [];
  const { facts: feedback, told } = useMemo(
    () => workTimed('explain', () => gradeExplain(context, asked)),
    [context.grade],
  );
  const lines = feedback.map((one, place): FeedbackLine => {
    const id = `feedback-${place}`;
    const hasPlace = 'place' in one;
    return {
      feedback: one,
      id,
      isSelected: selected.value === id,
      onSelect: hasPlace ? () => select(id) : null,
    };
  });
  const select = (id: string): void => {
    selected.value = selected.peek() === id ? null : id;
    document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
  };
  useEffect(() => {
    stage.spots.value = review.value === 'bare' ? [] : lines.flatMap((line) => spotOf(line));
    return () => {
      stage.spots.value = [];
    };
  }, [stage, feedback, selected.value, review.value]);
  const keyClasses = stage.keyClasses.value;
  return (
    <FeedbackPanel
      text={step.text}
      works={step.works}
      explanations={explanationsPick(step, feedback)}
      grade={grade}
      isChecked={keyMade?.key.isChecked ?? true}
      score={score}
      hintCost={result?.hintCost ?? 0}
      isSkipped={result?.isSkipped ?? false}
      attempts={result?.attempts ?? 1}
      told={told}
      notes={[...remarks, ...(keyMade?.notes ?? []).map(messageSentence)]}
      lines={lines}
      keyText={(finding) => {
        const own = keyClasses.find((one) => one.finding === finding);
        return own === undefined ? null : keySentence(own);
      }}
      review={review.value}
      onReview={(next) => {
        review.value = next;
        if (next === 'result') turn.value += 1;
      }}
      head={wayOn?.head}
      actions={
        wayOn?.actions ?? (
          <div class="panel-foot-row">
            <button
              type="button"
              class="button button-large"
              onClick={() => actor.send({ type: 'step.retry' })}
            >
              <Icon name="again" />
              {say('play.again')}
            </button>
            <button
              type="button"
              class="button button-primary button-large"
              onClick={() => actor.send({ type: 'step.next' })}
            >
              {say('play.goOn')}
              <Icon name="next" />
            </button>
          </div>
        )
      }
    />
  );
}

/** A name on the image for what was missed or wrong, and for what is selected. */
function spotOf({ feedback, id, isSelected, onSelect }: FeedbackLine): readonly ImageSpot[] {
  if (onSelect === null || !('place' in feedback)) return [];
  const kind = SPOT_KINDS[feedback.code];
  if (kind === undefined && !isSelected) return [];
  const name = spotName(feedback);
  return [{ id, name, kind: kind ?? 'part', point: feedback.place.point, isSelected, onSelect }];
}

function scoreSentence(score: number, { isJudged, classes }: Grade): string {
  if (!isJudged) return say('play.feedback.saidUnjudged');
  const parts = classes
    .filter(({ status }) => status !== 'not_scored')
    .map((grade) =>
      say('play.feedback.saidPart', {
        label: say(`findings.${grade.finding}.label`),
        score: Math.round(grade.score),
      }),
    );
  return say('play.feedback.said', { score: Math.round(score), parts });
}
