import type { SurveyStep } from '../../domain/scenario/scenario.ts';
import { imageNow } from '../../parts/session/machine/scenario-context.ts';
import { markingActorOf, probeActorOf, type ScenarioActor } from '../../parts/session/machine/session.ts';
import { SurveyStepView } from './survey-step-view.tsx';
import { ZoneMarkView } from './zone-mark-view.tsx';
import { ZoneView } from './zone-view.tsx';

/** A survey goes to and fro between the probe and the answer to a zone. */
export function SurveyStepPanel({
  actor,
  snapshot,
  step,
}: {
  readonly actor: ScenarioActor;
  readonly snapshot: ReturnType<ScenarioActor['getSnapshot']>;
  readonly step: SurveyStep;
}) {
  const marking = markingActorOf(snapshot);
  if (snapshot.matches({ zone: 'marking' }) && marking !== null) {
    return <ZoneMarkView actor={actor} step={step} marking={marking} />;
  }
  if (snapshot.matches('zone')) return <ZoneView actor={actor} step={step} />;
  const probe = probeActorOf(snapshot);
  const source = imageNow(snapshot.context)?.source;
  return probe === null || source?.kind !== 'patient' ? null : (
    <SurveyStepView actor={actor} step={step} probe={probe} request={source.request} />
  );
}
