import { useEffect } from 'preact/hooks';
import type { QuestionStep } from '../../domain/scenario/scenario.ts';
import { hintsShown } from '../../machines/scenario-hint.ts';
import type { ScenarioActor } from '../../machines/session.ts';
import { announce } from '../announcer.ts';
import { QuestionPanel } from '../panels/question-panel.tsx';
import { useServices } from '../services.ts';
import { replyShow } from './question-result.ts';
import { useHintOnScanner } from './scanner-hooks.ts';
import { useSnapshot } from './use-snapshot.ts';

export function QuestionView({
  actor,
  step,
}: {
  readonly actor: ScenarioActor;
  readonly step: QuestionStep;
}) {
  const { stage, audio } = useServices();
  const { context } = useSnapshot(actor);
  const hints = hintsShown(context);
  useHintOnScanner(stage, hints, context.keyMade?.key.mask ?? null);
  const result = context.isAnswered ? replyShow(step, context.results[step.id]) : null;
  const score = result?.score ?? null;
  useEffect(() => {
    if (score === null) return;
    audio.play(score >= 100 ? 'score_good' : 'score_ok');
    announce(`${Math.round(score)} of 100.`);
  }, [audio, score]);
  return (
    <QuestionPanel
      step={step}
      hintsTaken={hints.length}
      isBusy={false}
      result={result}
      onHint={() => actor.send({ type: 'hint.take' })}
      onReply={(reply) => actor.send({ type: 'question.answer', reply })}
      onSkip={() => actor.send({ type: 'step.skip' })}
      onNext={() => actor.send({ type: 'step.next' })}
    />
  );
}
