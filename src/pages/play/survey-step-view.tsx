import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks';
import type { PatientRequest } from '../../domain/scan/patient-request.ts';
import { zoneFind, zonesOf } from '../../domain/scan/zones.ts';
import type { SurveyStep } from '../../domain/scenario/scenario.ts';
import { SURVEY_NONE } from '../../domain/survey/survey.ts';
import { ControlsPanel } from '../../parts/console/controls-panel.tsx';
import { useKeys } from '../../parts/keys/use-keys.ts';
import type { ProbeActor } from '../../parts/probe/machine/probe-machine.ts';
import { useGamepad } from '../../parts/probe/use-gamepad.ts';
import { useServices } from '../../parts/services.ts';
import type { ScenarioActor } from '../../parts/session/machine/session.ts';
import { patientDraw } from '../../simulator/patient/patient-draw.ts';
import { actionFind } from '../../ui/actions/action-find.ts';
import { announce } from '../../ui/announcer.ts';
import { useIsNarrow } from '../../ui/use-narrow.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { say } from '../../ui/words/say.ts';
import { ProbeHold } from './probe-hold.tsx';
import { SURVEY_ACTIONS } from './survey-actions.ts';
import { SurveyPanel } from './survey-panel.tsx';
import { useProbeKeys } from './use-probe-keys.ts';
import { readingWords, zoneNamed } from './zone-words.ts';

const NONE: readonly string[] = [];

/** The learner goes with the probe from zone to zone; those that have their answer are filled on the chest. */
export function SurveyStepView({
  actor,
  step,
  probe,
  request,
}: {
  readonly actor: ScenarioActor;
  readonly step: SurveyStep;
  readonly probe: ProbeActor;
  readonly request: PatientRequest;
}) {
  const { stage } = useServices();
  const { visits } = useSnapshot(actor).context.survey ?? SURVEY_NONE;
  const { controls } = useSnapshot(probe).context;
  const patient = useMemo(() => patientDraw(request), [request]);
  const fills = useMemo(
    () => new Map(visits.map(({ zoneId, said }) => [zoneId, said.pattern] as const)),
    [visits],
  );
  const isNarrow = useIsNarrow();
  const onFreeze = useCallback(() => actor.send({ type: 'image.freeze' }), [actor]);
  useGamepad(probe.send, onFreeze);
  useProbeKeys(actor, probe);
  const go = (zoneId: string): void => {
    probe.send({ type: 'zone.go', zoneId });
    document.querySelector<HTMLElement>('#screen')?.focus({ preventScroll: true });
  };
  const nextLeft = zonesOf(step.zones).find(({ id }) => !fills.has(id))?.id ?? null;
  useKeys((event, place, areKeysOn) => {
    const does = actionFind(SURVEY_ACTIONS, event, { place, areKeysOn, mode: 'survey' }, null);
    if (does === null || nextLeft === null) return false;
    go(nextLeft);
    return true;
  });
  const last = visits.at(-1);
  const told = useRef(last);
  useEffect(() => {
    if (last === undefined || last === told.current) return;
    told.current = last;
    const zone = zoneFind(last.zoneId);
    if (zone === null) return;
    const kept = say('survey.kept', { zone: zoneNamed(zone), answer: readingWords(last.said, step.answers) });
    announce(`${kept} ${say('survey.progress', { done: visits.length, count: zonesOf(step.zones).length })}`);
  }, [last]);
  const hold = (
    <ProbeHold probe={probe} stage={stage} patient={patient} zoneSet={step.zones} lit={NONE} fills={fills} />
  );
  return (
    <>
      {!isNarrow && hold}
      <SurveyPanel
        step={step}
        visits={visits}
        onZone={go}
        onFreeze={onFreeze}
        onFinish={() => actor.send({ type: 'survey.finish' })}
        onSkip={() => actor.send({ type: 'step.skip' })}
      >
        {isNarrow && hold}
        <details class="machine-fold">
          <summary>{say('play.scan.machine')}</summary>
          <ControlsPanel controls={controls} send={probe.send} />
        </details>
      </SurveyPanel>
    </>
  );
}
