import { effect, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { MarkableFinding } from '../../domain/findings/finding.ts';
import type { MarkTry } from '../../domain/learning/progress.ts';
import { historyMarks } from '../../domain/marks/history.ts';
import { zoneFind } from '../../domain/scan/zones.ts';
import type { GradedStep, SurveyStep } from '../../domain/scenario/scenario.ts';
import type { ZoneVisit } from '../../domain/survey/survey.ts';
import type { WayOn } from '../../parts/questions/way-on.ts';
import { useServices } from '../../parts/services.ts';
import type { AttemptLook, LookAt } from '../../parts/session/attempt-look.ts';
import { type ScenarioContext, stepNow } from '../../parts/session/machine/scenario-context.ts';
import type { ScenarioActor } from '../../parts/session/machine/session.ts';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { messageSentence } from '../../ui/sentences/message-sentence.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { say } from '../../ui/words/say.ts';
import { AttemptKept } from './attempt-kept.tsx';
import { FeedbackView } from './feedback-view.tsx';
import { MModeView } from './m-mode-view.tsx';
import { ProposalsTold } from './proposals-told.tsx';
import { QuestionView } from './question-view.tsx';
import { ReportView } from './report-view.tsx';
import { StageFoot } from './stage-foot.tsx';
import { readingWords, zoneNamed } from './zone-words.ts';

interface ToldProps {
  readonly actor: ScenarioActor;
  readonly told: Extract<AttemptLook, { kind: 'told' }>;
  readonly look: LookAt;
  readonly wayOn: WayOn;
  /** Shows the image of a zone of a survey; null goes back to its chart. */
  readonly onZone: (zoneId: string | null) => void;
}

/** An answer as it is told, by the same views as when it was played. */
export function AttemptTold(props: ToldProps) {
  const { actor, told, wayOn } = props;
  const { stage, network } = useServices();
  const snapshot = useSnapshot(actor);
  const { context } = snapshot;
  const { step } = told;
  const panel = (children: ComponentChildren, actions: ComponentChildren = wayOn.actions) => (
    <Panel label={say('attempts.title')} actions={actions}>
      {wayOn.head}
      {children}
    </Panel>
  );
  const isTold =
    snapshot.matches('feedback') ||
    snapshot.matches({ question: 'answered' }) ||
    snapshot.matches({ proposals: 'told' }) ||
    snapshot.matches('report');
  return (
    <>
      <StageFoot
        stage={stage}
        network={network}
        marked={legendOf(step, context)}
        revealed={snapshot.matches('feedback') ? context.grade : null}
        isOverlayOffered={false}
      />
      {context.failure !== null ? (
        panel(
          <AttemptKept
            reason={say('attempts.failed', { reason: messageSentence(context.failure.fact) })}
            result={told.result}
            step={step}
          />,
          <>
            <button type="button" class="button" onClick={() => actor.send({ type: 'effect.retry' })}>
              <Icon name="again" />
              {say('play.again')}
            </button>
            {wayOn.actions}
          </>,
        )
      ) : isTold ? (
        <ToldView {...props} context={context} panel={panel} />
      ) : (
        panel(<p role="status">{say('attempts.opening')}</p>)
      )}
    </>
  );
}

function ToldView({
  actor,
  told,
  look,
  wayOn,
  onZone,
  context,
  panel,
}: ToldProps & {
  readonly context: ScenarioContext;
  readonly panel: (children: ComponentChildren) => ComponentChildren;
}) {
  const { step, result } = told;
  const shown = stepNow(context);
  switch (step.kind) {
    case 'mark': {
      if (shown?.kind !== 'feedback' || result.kind !== 'mark') return null;
      if (context.grade !== null) {
        const remarks = gradeRemark(result.first, context);
        return <FeedbackView actor={actor} step={shown} wayOn={wayOn} remarks={remarks} />;
      }
      const isUnkept = result.first.marks === null;
      return panel(
        <>
          <AttemptKept
            reason={isUnkept ? say('attempts.marksUnkept') : say('play.feedback.unjudged')}
            result={result}
            step={step}
          />
          <KeyOnImage context={context} />
        </>,
      );
    }
    case 'question':
      return <QuestionView actor={actor} step={step} wayOn={wayOn} />;
    case 'm_mode':
      return <MModeView actor={actor} step={step} probe={null} wayOn={wayOn} />;
    case 'proposals':
      return context.plan === null ? null : (
        <ProposalsTold actor={actor} step={step} plan={context.plan} wayOn={wayOn} />
      );
    case 'survey': {
      const visit =
        result.kind === 'survey'
          ? result.first.visits.find(({ zoneId }) => zoneId === look.zoneId)
          : undefined;
      if (shown?.kind === 'report') {
        return <ReportView actor={actor} step={shown} wayOn={wayOn} onZone={onZone} />;
      }
      return visit === undefined
        ? null
        : panel(
            <>
              <ZoneTold visit={visit} step={step} />
              <KeyOnImage context={context} />
              <button type="button" class="button" onClick={() => onZone(null)}>
                {say('attempts.chart')}
              </button>
            </>,
          );
    }
    case 'scan': {
      if (result.kind !== 'scan') return null;
      const { isFound, misses } = result.first;
      return panel(
        <>
          <AttemptKept reason={null} result={result} step={step} />
          <p>{say(isFound ? 'attempts.scanFound' : 'attempts.scanLost')}</p>
          {misses > 0 && <p>{say('attempts.scanMisses', { count: misses })}</p>}
          <KeyOnImage context={context} />
        </>,
      );
    }
  }
}

/** The classes whose colours lie over the image: those asked for, or where none were, those of the key. */
function legendOf(step: GradedStep, { keyMade }: ScenarioContext): readonly MarkableFinding[] {
  if (step.kind === 'mark') return step.findings.map(({ finding }) => finding);
  if (step.kind !== 'scan' && step.kind !== 'survey') return [];
  return keyMade?.key.findings.map(({ finding }) => finding) ?? [];
}

/** Says where the marks are graded otherwise than when they were drawn. */
function gradeRemark({ grade }: MarkTry, context: ScenarioContext): readonly string[] {
  if (grade === null || context.grade === null) return [];
  const then = Math.round(grade.score);
  const now = Math.round(context.grade.score);
  return then === now ? [] : [say('attempts.otherGrade', { then, now })];
}

/** One zone of a survey: the answer beside what its image shows. */
function ZoneTold({ visit, step }: { readonly visit: ZoneVisit; readonly step: SurveyStep }) {
  const zone = zoneFind(visit.zoneId);
  const answers = step.answers === 'marks' ? 'lus_score' : step.answers;
  const truth = step.asksSliding ? visit.truth : { ...visit.truth, sliding: null };
  return (
    <>
      <h2>{zone === null ? visit.zoneId : zoneNamed(zone)}</h2>
      <p>
        {say('attempts.zoneAnswer', {
          said: readingWords(visit.said, answers),
          truth: readingWords(truth, answers),
        })}
      </p>
      {visit.isOverlooked && <p>{say('attempts.zoneOverlooked')}</p>}
    </>
  );
}

/** The marks that were drawn, and on demand what is there. */
function KeyOnImage({ context: { keyMade, history } }: { readonly context: ScenarioContext }) {
  const { stage } = useServices();
  const isShown = useSignal(false);
  useEffect(
    () =>
      effect(() => {
        const scanner = stage.scanner.value;
        if (scanner === null || keyMade === null) return;
        scanner.hintShow(isShown.value ? { kind: 'answer', mask: keyMade.key.mask } : null);
        scanner.marksShow(isShown.value ? [] : historyMarks(history), null, null);
        return () => {
          scanner.hintShow(null);
          scanner.marksShow([], null, null);
        };
      }),
    [stage, keyMade, history],
  );
  return (
    <button
      type="button"
      class="button"
      onClick={() => {
        isShown.value = !isShown.peek();
      }}
    >
      <Icon name={isShown.value ? 'eyeOff' : 'eye'} />
      {say(isShown.value ? 'attempts.keyHide' : 'attempts.key')}
    </button>
  );
}
