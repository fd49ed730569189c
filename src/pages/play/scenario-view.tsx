import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { tryLatest } from '../../domain/learning/progress.ts';
import type { ScanStep, ScenarioStep } from '../../domain/scenario/scenario.ts';
import { textRead } from '../../domain/scenario/variant.ts';
import { Instruction } from '../../parts/keys/instruction.tsx';
import { useKeys } from '../../parts/keys/use-keys.ts';
import type { ClipSetup } from '../../parts/opening/clip-setup.ts';
import { type AnswerWay, answerWay } from '../../parts/questions/answer-way.ts';
import { type Services, useServices } from '../../parts/services.ts';
import {
  attemptsLeft,
  imageNow,
  observeWaitS,
  type ScenarioContext,
  stepNow,
  timeLeftS,
  totalLeftS,
} from '../../parts/session/machine/scenario-context.ts';
import { markingActorOf, probeActorOf, type ScenarioActor } from '../../parts/session/machine/session.ts';
import { actionFind } from '../../ui/actions/action-find.ts';
import type { Sheet } from '../../ui/actions/sheet.ts';
import { announce } from '../../ui/announcer.ts';
import { barStatus } from '../../ui/bar-status.ts';
import { focusKeep } from '../../ui/focus-keep.ts';
import { messageSentence } from '../../ui/sentences/message-sentence.ts';
import { useSaid } from '../../ui/use-said.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { say } from '../../ui/words/say.ts';
import { BriefingPanel } from './briefing-panel.tsx';
import { DebriefPanel } from './debrief-panel.tsx';
import { DrillGhost } from './drill-ghost.tsx';
import { FailedPanel } from './failed-panel.tsx';
import { MarkStepView } from './mark-step-view.tsx';
import { missSentences } from './miss-text.ts';
import { MissedPanel } from './missed-panel.tsx';
import { FreezePanel, ObservePanel } from './observe-panel.tsx';
import { aidIsShown, overlayIsOffered, overlayOff } from './overlay-offer.ts';
import {
  LOOKING_ACTIONS,
  M_MODE_SHEET,
  MARK_SHEET,
  SCAN_STEP_SHEET,
  SURE_MARK_SHEET,
} from './play-actions.ts';
import { PROPOSALS_SHEET } from './proposals-actions.ts';
import { StageFoot } from './stage-foot.tsx';
import { practiceSentence, stepInstruction, stepSaid } from './step-text.ts';
import { SURVEY_SHEET } from './survey-actions.ts';
import {
  FeedbackView,
  MModeView,
  OwnClipPanel,
  PlaceView,
  ProposalsTold,
  ProposalsView,
  QuestionView,
  ReportView,
  ScanStepView,
  SurveyStepPanel,
  viewsAreThere,
  viewsFetch,
} from './views-later.ts';
import { WaitPanel } from './wait-panel.tsx';

type Snapshot = ReturnType<ScenarioActor['getSnapshot']>;

/** The step the learner is in: what to do, what helps, and the way on. */
export function ScenarioView({ actor }: { readonly actor: ScenarioActor }) {
  const services = useServices();
  const { stage, network, audio } = services;
  const snapshot = useSnapshot(actor);
  const { context } = snapshot;
  const step = stepNow(context);
  const stepId = context.stepId;
  useBarStatus(context, step);
  usePreview(services, context);
  useImagesAhead(services, context);
  const overlaySaid = useSaid(stepId);
  useLiveKeys(actor, services, (reason) => {
    overlaySaid.value = reason;
    announce(reason);
  });
  useEffect(() => {
    // A look at the answer would spoil the task that follows.
    if (step !== null && !overlayIsOffered(context, step)) stage.overlaySet(false);
  }, [stage, context, step]);
  const isAided = step !== null && aidIsShown(context, step);
  useEffect(() => {
    if (isAided) stage.overlaySet(true);
  }, [stage, isAided, stepId]);
  useEffect(() => viewsFetch(context.scenario), [context.scenario]);
  const isThere = viewsAreThere(step);
  const place = placeOf(snapshot);
  /** The step whose place on the chest was looked at. */
  const placeSeen = useSignal<string | null>(null);
  useEffect(() => {
    audio.play('step');
  }, [audio, stepId]);
  const isPlaceDue = step !== null && placeSeen.value !== stepId && placeIsDue(context, step);
  const instruction = isPlaceDue
    ? say('play.next.place')
    : instructionOf(snapshot, step, services.clipSetup.value);
  useEffect(() => {
    if (step !== null && place !== 'busy') announce(stepSaid(step, instruction));
  }, [stepId, place, placeSeen.value]);
  useEffect(() => {
    focusKeep(step !== null && STEPS_ON_IMAGE.includes(step.kind) ? '#screen' : '.panel-body');
  }, [stepId, place, placeSeen.value, isThere]);
  const asked = step?.kind === 'mark' ? step.findings.map(({ finding }) => finding) : [];
  return (
    <>
      {overlaySaid.value === null ? (
        <InstructionLine snapshot={snapshot} text={instruction} />
      ) : (
        <Instruction text={overlaySaid.value} />
      )}
      <DrillGhost context={context} />
      <StageFoot
        stage={stage}
        network={network}
        marked={asked}
        revealed={step?.kind === 'feedback' ? context.grade : null}
        isOverlayOffered={step !== null && !snapshot.hasTag('live') && overlayIsOffered(context, step)}
      />
      <StepPanel
        actor={actor}
        snapshot={snapshot}
        step={step}
        services={services}
        isPlaceDue={isPlaceDue}
        onPlaceSeen={() => {
          placeSeen.value = stepId;
        }}
      />
    </>
  );
}

/** The part of the machine's state that the screen differs by. */
function placeOf(snapshot: Snapshot): string {
  if (snapshot.hasTag('busy')) return 'busy';
  return JSON.stringify(snapshot.value);
}

/** While marking, the line follows every stroke. */
function InstructionLine({ snapshot, text }: { readonly snapshot: Snapshot; readonly text: string }) {
  const marking = markingActorOf(snapshot);
  const step = stepNow(snapshot.context);
  if (marking === null || step?.kind !== 'mark') return <Instruction text={text} sheet={stepSheet(step)} />;
  return <MarkInstruction marking={marking} step={step} way={answerWay(snapshot.context.scenario)} />;
}

/** The keys of a step; null where none acts. */
function stepSheet(step: ScenarioStep | null, way: AnswerWay = 'button'): Sheet | null {
  if (step === null || !STEPS_ON_IMAGE.includes(step.kind)) return null;
  if (way === 'sure' && step.kind === 'mark') return SURE_MARK_SHEET;
  if (step.kind === 'proposals') return PROPOSALS_SHEET;
  if (step.kind === 'scan') return SCAN_STEP_SHEET;
  if (step.kind === 'survey') return SURVEY_SHEET;
  return step.kind === 'm_mode' ? M_MODE_SHEET : MARK_SHEET;
}

function MarkInstruction({
  marking,
  step,
  way,
}: {
  readonly marking: NonNullable<ReturnType<typeof markingActorOf>>;
  readonly step: ScenarioStep;
  readonly way: AnswerWay;
}) {
  const { context } = useSnapshot(marking);
  return <Instruction text={stepInstruction(step, context, false, 0)} sheet={stepSheet(step, way)} />;
}

/** The scan right before a step on the same patient, and whether the learner found the place; null after anything else. */
function scanBefore(
  { scenario, results, isAnswered }: ScenarioContext,
  step: ScenarioStep,
): { readonly scan: ScanStep; readonly isFound: boolean; readonly isShown: boolean } | null {
  const before = scenario.steps[scenario.steps.indexOf(step) - 1];
  if (before?.kind !== 'scan' || before.imageId !== step.imageId || isAnswered) return null;
  const result = results[before.id];
  if (result?.kind !== 'scan') return null;
  const { isFound, hints } = tryLatest(result);
  return { scan: before, isFound, isShown: hints.includes('answer') };
}

/** Whether a step comes right after a place that the learner did not find. */
function placeIsDue(context: ScenarioContext, step: ScenarioStep): boolean {
  return scanBefore(context, step)?.isFound === false && imageNow(context)?.source.kind === 'patient';
}

function foundSentence(context: ScenarioContext, step: ScenarioStep): string | null {
  const before = scanBefore(context, step);
  if (before === null) return null;
  return say(before.isFound && !before.isShown ? 'play.next.found' : 'play.next.shown');
}

/** `setup`: set while the learner is asked for a file. */
function instructionOf(snapshot: Snapshot, step: ScenarioStep | null, setup: ClipSetup | null): string {
  const { context } = snapshot;
  if (snapshot.matches('failed')) return say('play.next.failed');
  if (snapshot.matches('opening')) {
    const source = imageNow(context)?.source.kind;
    if (source === 'stored') return say('play.next.stored');
    if (source !== 'clip') return say('play.next.patient');
    if ((setup?.opened.value ?? null) !== null) return say('play.next.outline');
    return say((setup?.choice.value ?? null) !== null ? 'play.next.offer' : 'play.next.file');
  }
  if (step === null || snapshot.hasTag('busy')) return say('play.next.busy');
  if (snapshot.matches('missed')) return say('play.next.missed');
  if (snapshot.matches('zone')) {
    return say(markingActorOf(snapshot) === null ? 'play.next.zone' : 'play.next.zoneMark');
  }
  const next = stepInstruction(
    step,
    markingActorOf(snapshot)?.getSnapshot().context ?? null,
    context.isAnswered,
    observeWaitS(context),
  );
  return [foundSentence(context, step), practiceSentence(context, step), next]
    .filter((sentence) => sentence !== null)
    .join(' ');
}

function StepPanel({
  actor,
  snapshot,
  step,
  services: { stage, network, clipSetup },
  isPlaceDue,
  onPlaceSeen,
}: {
  readonly actor: ScenarioActor;
  readonly snapshot: Snapshot;
  readonly step: ScenarioStep | null;
  readonly services: Services;
  /** Whether the place that the learner did not find is to be looked at first. */
  readonly isPlaceDue: boolean;
  readonly onPlaceSeen: () => void;
}) {
  const { context } = snapshot;
  const next = (): void => actor.send({ type: 'step.next' });
  const leave = (): void => actor.send({ type: 'scenario.leave' });
  if (context.failure !== null) {
    return (
      <FailedPanel
        message={messageSentence(context.failure.fact)}
        onRetry={() => actor.send({ type: 'effect.retry' })}
        onBack={context.failure.during === 'grading' ? () => actor.send({ type: 'marks.back' }) : null}
        onSkip={() => actor.send({ type: 'step.skip' })}
      />
    );
  }
  const setup = clipSetup.value;
  if (snapshot.matches('opening') && setup !== null) {
    return <OwnClipPanel setup={setup} onAnew={() => actor.send({ type: 'image.anew' })} onLeave={leave} />;
  }
  if (snapshot.hasTag('busy') || step === null) {
    const needsNetwork = snapshot.matches('keying') && imageNow(context)?.key === undefined;
    return <WaitPanel title={waitTitle(snapshot)} network={needsNetwork ? network : null} onLeave={leave} />;
  }
  if (context.miss !== null) {
    const isScan = step.kind === 'scan';
    return (
      <MissedPanel
        sentences={missSentences(context.miss, isScan ? step.goal : null)}
        attemptsLeft={isScan ? attemptsLeft(context) : null}
        onNext={next}
        onSkip={isScan ? () => actor.send({ type: 'step.skip' }) : null}
      />
    );
  }
  const lost = isPlaceDue ? scanBefore(context, step)?.scan : undefined;
  const patient = imageNow(context)?.source;
  if (lost !== undefined && patient?.kind === 'patient') {
    const { pose } = context.view;
    return <PlaceView step={lost} pose={pose} request={patient.request} onNext={onPlaceSeen} />;
  }
  switch (step.kind) {
    case 'briefing':
      return (
        <BriefingPanel
          step={step}
          read={textRead(context.scenario, step, context.results)}
          title={context.scenario.title}
          onNext={next}
        />
      );
    case 'observe':
      return (
        <ObservePanel
          step={step}
          waitS={observeWaitS(context)}
          overlayOff={overlayOff(context, step)}
          stage={stage}
          network={network}
          onNext={next}
        />
      );
    case 'freeze':
      return (
        <FreezePanel
          step={step}
          overlayOff={overlayOff(context, step)}
          stage={stage}
          network={network}
          onFreeze={() => actor.send({ type: 'image.freeze' })}
        />
      );
    case 'scan': {
      const probe = probeActorOf(snapshot);
      const source = imageNow(context)?.source;
      return probe === null || source?.kind !== 'patient' ? null : (
        <ScanStepView key={step.id} actor={actor} step={step} probe={probe} request={source.request} />
      );
    }
    case 'survey':
      return <SurveyStepPanel actor={actor} snapshot={snapshot} step={step} />;
    case 'report':
      return <ReportView key={step.id} actor={actor} step={step} />;
    case 'm_mode':
      return <MModeView key={step.id} actor={actor} step={step} probe={probeActorOf(snapshot)} />;
    case 'mark': {
      const marking = markingActorOf(snapshot);
      return marking === null ? null : (
        <MarkStepView key={step.id} actor={actor} step={step} marking={marking} />
      );
    }
    case 'question':
      return <QuestionView key={step.id} actor={actor} step={step} />;
    case 'proposals': {
      const { plan, isAnswered } = context;
      if (plan === null) return null;
      const View = isAnswered ? ProposalsTold : ProposalsView;
      return <View key={step.id} actor={actor} step={step} plan={plan} />;
    }
    case 'feedback':
      return <FeedbackView key={step.id} actor={actor} step={step} />;
    case 'debrief':
      return (
        <DebriefPanel
          works={step.works}
          read={textRead(context.scenario, step, context.results)}
          onNext={next}
        />
      );
  }
}

function waitTitle(snapshot: Snapshot): string {
  if (snapshot.matches('opening')) return say('play.wait.opening');
  if (snapshot.matches('freezing')) return say('play.wait.freezing');
  if (snapshot.matches('reaching') || snapshot.matches('placing')) return say('play.wait.placing');
  return say(snapshot.matches('keying') ? 'play.wait.keying' : 'play.wait.grading');
}

function useBarStatus(context: ScenarioContext, step: ScenarioStep | null): void {
  const { scenario } = context;
  const at = step === null ? scenario.steps.length : scenario.steps.indexOf(step) + 1;
  const title = scenario.title;
  const place = imagePlace(context) ?? say('play.place', { step: at, count: scenario.steps.length });
  const total = totalLeftS(context);
  const detail =
    total === null
      ? place
      : say('play.exam.timeOf', { place, minutes: Math.ceil(total / SECONDS_PER_MINUTE) });
  const left = timeLeftS(context);
  useEffect(() => {
    barStatus.value = { title, detail, timeLeftS: left };
  }, [title, detail, left]);
}

const SECONDS_PER_MINUTE = 60;

/** Of items that are one image each, which of them it is; null of lessons. */
function imagePlace(context: ScenarioContext): string | null {
  return answerWay(context.scenario) === 'button' ? null : (imageNow(context)?.title ?? null);
}

/** So many images are looked for ahead: more would take the processor from the one that runs. */
const AHEAD = 2;

/** The next images are looked for while the learner is at the one before. */
function useImagesAhead({ imageAhead }: Services, context: ScenarioContext): void {
  const { images } = context.scenario;
  const now = imageNow(context)?.id ?? context.openedImageId;
  const next = images.findIndex(({ id }) => id === now) + 1;
  useEffect(() => {
    for (const { source } of images.slice(next, next + AHEAD)) imageAhead(source);
  }, [imageAhead, images, next]);
}

/** While reading before the first round, its image already runs. */
function usePreview({ stage }: Services, context: ScenarioContext): void {
  const step = stepNow(context);
  const first = context.scenario.images[0];
  const isBefore = step !== null && step.imageId === null && context.openedImageId === null;
  useEffect(() => {
    const isMade = first?.source.kind === 'phantom' || first?.source.kind === 'patient';
    if (isBefore && step.kind === 'briefing' && isMade) stage.preview(first);
  }, [stage, isBefore, step, first]);
}

/** Space freezes, O shows or hides the overlay, or says why it is off. */
function useLiveKeys(actor: ScenarioActor, { stage }: Services, tell: (reason: string) => void): void {
  useKeys((event, place, areKeysOn) => {
    const { context } = actor.getSnapshot();
    const step = stepNow(context);
    if (step === null) return false;
    const command = actionFind(LOOKING_ACTIONS, event, { place, areKeysOn, mode: step.kind }, null);
    if (command === 'freeze') {
      actor.send({ type: 'image.freeze' });
      return true;
    }
    if (command !== 'overlay') return false;
    if (!overlayIsOffered(context, step)) {
      const reason = overlayOff(context, step);
      if (reason !== null) tell(reason);
      return reason !== null;
    }
    stage.overlaySet(!stage.isOverlayOn.peek());
    return true;
  });
}

const STEPS_ON_IMAGE: readonly ScenarioStep['kind'][] = [
  'observe',
  'freeze',
  'scan',
  'survey',
  'm_mode',
  'mark',
  'proposals',
];
