import { useSignal } from '@preact/signals';
import { useCallback, useEffect, useMemo } from 'preact/hooks';
import { FINDING_LOOKS } from '../../domain/findings/look.ts';
import type { ClassGrade } from '../../domain/grading/grade.ts';
import { explanationsPick } from '../../domain/scenario/explain.ts';
import { markStepBefore } from '../../domain/scenario/progress.ts';
import type { FeedbackStep } from '../../domain/scenario/scenario.ts';
import type { ScenarioActor } from '../../machines/session.ts';
import { announce } from '../announcer.ts';
import { gradeExplain } from '../grading.ts';
import { FeedbackPanel } from '../panels/feedback-panel.tsx';
import { useServices } from '../services.ts';
import { useRevealOnScanner } from './scanner-hooks.ts';
import { useSnapshot } from './use-snapshot.ts';

/** From this score on the better of the two closing sounds is played. */
const GOOD_SCORE = 70;

export function FeedbackView({
  actor,
  step,
}: {
  readonly actor: ScenarioActor;
  readonly step: FeedbackStep;
}) {
  const { stage, audio } = useServices();
  const { context } = useSnapshot(actor);
  const { grade } = context;
  const turn = useSignal(0);
  const markStepId = markStepBefore(context.scenario, step);
  const result = markStepId === null ? undefined : context.results[markStepId];
  const score = result?.latestScore ?? grade?.score ?? 0;
  const onPlayed = useCallback(() => {
    audio.play(score >= GOOD_SCORE ? 'score_good' : 'score_ok');
  }, [audio, score]);
  useRevealOnScanner(stage, grade, turn.value, onPlayed);
  useEffect(() => audio.play('reveal'), [audio, turn.value]);
  useEffect(() => {
    if (grade !== null) announce(scoreSentence(score, grade.classes));
  }, [grade, score]);
  const keyClasses = stage.keyClasses.value;
  const feedback = useMemo(() => gradeExplain(context), [context.grade]);
  const texts = grade === null ? [] : explanationsPick(step, grade);
  return (
    <FeedbackPanel
      text={step.text}
      explanations={texts}
      grade={grade}
      score={score}
      hintCost={result?.hintCost ?? 0}
      isSkipped={result?.isSkipped ?? false}
      attempts={result?.attempts ?? 1}
      notes={context.keyMade?.notes ?? []}
      why={(finding) => feedback.filter((one) => one.finding === finding).map(({ text }) => text)}
      keyText={(finding) => keyClasses.find((one) => one.finding === finding)?.text ?? null}
      onReplay={() => {
        turn.value += 1;
      }}
      onRetry={() => actor.send({ type: 'step.retry' })}
      onNext={() => actor.send({ type: 'step.next' })}
    />
  );
}

function scoreSentence(score: number, classes: readonly ClassGrade[]): string {
  const parts = classes
    .filter(({ status }) => status !== 'not_scored')
    .map((grade) => `${FINDING_LOOKS[grade.finding].label} ${Math.round(grade.score)}`);
  return `Score ${Math.round(score)} of 100. ${parts.join(', ')}.`;
}
