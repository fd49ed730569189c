import { useEffect, useMemo } from 'preact/hooks';
import { surveyResultOf, tryLatest } from '../../domain/learning/progress.ts';
import { zonesOf } from '../../domain/scan/zones.ts';
import { answerExpected } from '../../domain/scenario/answer.ts';
import { SURVEY_ANSWERS } from '../../domain/scenario/answer-source.ts';
import { answerSpace } from '../../domain/scenario/answer-space.ts';
import { answerIsTold } from '../../domain/scenario/answer-told.ts';
import type { Hint, QuestionStep } from '../../domain/scenario/scenario.ts';
import { readingsSaid } from '../../domain/survey/survey.ts';
import { answerWay } from '../../parts/questions/answer-way.ts';
import { QuestionPanel } from '../../parts/questions/question-panel.tsx';
import { replyShow } from '../../parts/questions/question-result.ts';
import type { WayOn } from '../../parts/questions/way-on.ts';
import { useServices } from '../../parts/services.ts';
import type { ScenarioContext } from '../../parts/session/machine/scenario-context.ts';
import { hintsShown } from '../../parts/session/machine/scenario-hint.ts';
import { answerFactsOf } from '../../parts/session/machine/scenario-result.ts';
import type { ScenarioActor } from '../../parts/session/machine/session.ts';
import { roundWhy } from '../../parts/session/round-why.ts';
import { announce } from '../../ui/announcer.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { say } from '../../ui/words/say.ts';
import { chartWhy } from './chart-why.ts';
import { ChestChart } from './chest-chart.tsx';
import { useHintOnScanner, useSpaceOnScanner } from './scanner-hooks.ts';

const HINTS_NONE: readonly Hint[] = [];

export function QuestionView({
  actor,
  step,
  wayOn = null,
}: {
  readonly actor: ScenarioActor;
  readonly step: QuestionStep;
  readonly wayOn?: WayOn | null;
}) {
  const { stage, audio } = useServices();
  const { context } = useSnapshot(actor);
  const { frozen, keyMade, isAnswered, scenario, results } = context;
  const hints = hintsShown(context);
  const answer = useMemo(
    () => answerExpected(step.reply, answerFactsOf(context)),
    [step, frozen, keyMade, results],
  );
  const told = isAnswered ? replyShow(step, results[step.id], answer) : null;
  const result = told === null ? null : { ...told, why: [...chartSentences(context, step), ...told.why] };
  const space = useMemo(
    () => (isAnswered && keyMade !== null ? answerSpace(step, keyMade) : null),
    [isAnswered, step, keyMade],
  );
  useHintOnScanner(stage, space === null ? hints : HINTS_NONE, keyMade?.key.mask ?? null);
  useSpaceOnScanner(stage, space);
  const score = result?.score ?? null;
  useEffect(() => {
    if (score === null) return;
    audio.play(score >= 100 ? 'score_good' : 'score_ok');
    announce(say('play.score', { score: Math.round(score) }));
  }, [audio, score]);
  return (
    <QuestionPanel
      step={{ ...step, howTo: isBlas(step) ? say('questions.blas.howTo') : null }}
      isTold={answerIsTold(scenario, step, results)}
      hintsTaken={hints.length}
      isBusy={false}
      result={result}
      onHint={() => actor.send({ type: 'hint.take' })}
      way={answerWay(scenario)}
      why={roundWhy(scenario, step)}
      onReply={(reply, confidence) =>
        actor.send({ type: 'question.answer', reply, ...(confidence !== undefined && { confidence }) })
      }
      onSkip={() => actor.send({ type: 'step.skip' })}
      onNext={() => actor.send({ type: 'step.next' })}
      wayOn={wayOn}
    >
      {isOfSurvey(step) && <SurveyChart context={context} step={step} />}
    </QuestionPanel>
  );
}

/** After the reply on a profile: where the learner's own chart leads. */
function chartSentences({ scenario, results }: ScenarioContext, step: QuestionStep): readonly string[] {
  const { reply } = step;
  const result = results[step.id];
  const survey = surveyResultOf(scenario, step, results);
  if (reply.kind !== 'choice' || !('from' in reply.answer) || reply.answer.from !== 'blue_profile') return [];
  if (result?.kind !== 'question' || survey === null) return [];
  const { reply: said, expected } = tryLatest(result);
  return expected === null ? [] : chartWhy(reply, survey, said, expected);
}

/** The learner's zones, which such a question is answered by. */
function SurveyChart({ context, step }: { readonly context: ScenarioContext; readonly step: QuestionStep }) {
  const { scenario, results } = context;
  const survey = scenario.steps.find((one) => one.kind === 'survey' && one.imageId === step.imageId);
  const visits = surveyResultOf(scenario, step, results)?.first.visits;
  if (survey?.kind !== 'survey' || visits === undefined) return null;
  return (
    <ChestChart
      title={say('survey.report.chartYours')}
      zones={zonesOf(survey.zones)}
      readings={readingsSaid(visits)}
    />
  );
}

function isOfSurvey({ reply: { answer } }: QuestionStep): boolean {
  return typeof answer === 'object' && 'from' in answer && SURVEY_ANSWERS.includes(answer.from);
}

function isBlas({ reply }: QuestionStep): boolean {
  return reply.kind === 'number' && reply.answer === 'blas_percent';
}
