import { useCallback, useEffect, useMemo } from 'preact/hooks';
import type { PatientRequest } from '../../domain/scan/patient-request.ts';
import { zoneFind } from '../../domain/scan/zones.ts';
import { goalZones, zonesWanted } from '../../domain/scenario/goal.ts';
import type { ScanStep } from '../../domain/scenario/scenario.ts';
import { ControlsPanel } from '../../parts/console/controls-panel.tsx';
import { sideFollow } from '../../parts/probe/machine/probe-context.ts';
import type { ProbeActor } from '../../parts/probe/machine/probe-machine.ts';
import { useGamepad } from '../../parts/probe/use-gamepad.ts';
import { useServices } from '../../parts/services.ts';
import { attemptsLeft } from '../../parts/session/machine/scenario-context.ts';
import { hintsShown } from '../../parts/session/machine/scenario-hint.ts';
import type { ScenarioActor } from '../../parts/session/machine/session.ts';
import { patientDraw } from '../../simulator/patient/patient-draw.ts';
import { sickZonesOf } from '../../simulator/patient/patient-truth.ts';
import { useIsNarrow } from '../../ui/use-narrow.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { say } from '../../ui/words/say.ts';
import { ProbeHold } from './probe-hold.tsx';
import { ScanPanel } from './scan-panel.tsx';
import { useProbeKeys } from './use-probe-keys.ts';

/** The learner scans a patient by hand, and freezes what the step asks for. */
export function ScanStepView({
  actor,
  step,
  probe,
  request,
}: {
  readonly actor: ScenarioActor;
  readonly step: ScanStep;
  readonly probe: ProbeActor;
  readonly request: PatientRequest;
}) {
  const { stage } = useServices();
  const { context } = useSnapshot(actor);
  const { controls } = useSnapshot(probe).context;
  const patient = useMemo(() => patientDraw(request), [request]);
  const hints = hintsShown(context);
  // Where the probe is put, the place is named, too.
  const isZoneShown = hints.some(({ kind }) => kind === 'region' || kind === 'answer');
  const lit = useMemo(
    () =>
      isZoneShown && step.goal.zone !== null
        ? zonesWanted(step.goal.zone, sickZonesOf(patient))
            .filter(({ set }) => set === goalZones(step.zones, step.goal))
            .map(({ id }) => id)
        : [],
    [isZoneShown, step, patient],
  );
  useSideOf(probe, lit);
  const isNarrow = useIsNarrow();
  const onFreeze = useCallback(() => actor.send({ type: 'image.freeze' }), [actor]);
  useGamepad(probe.send, onFreeze);
  useProbeKeys(actor, probe);
  const hold = <ProbeHold probe={probe} stage={stage} patient={patient} zoneSet={step.zones} lit={lit} />;
  return (
    <>
      {!isNarrow && hold}
      <ScanPanel
        step={step}
        attemptsLeft={attemptsLeft(context)}
        hints={hints}
        onFreeze={onFreeze}
        onHint={() => actor.send({ type: 'hint.take' })}
        onShow={() => actor.send({ type: 'goal.show' })}
        onSkip={() => actor.send({ type: 'step.skip' })}
      >
        {isNarrow && hold}
        <details class="machine-fold">
          <summary>{say('play.scan.machine')}</summary>
          <ControlsPanel controls={controls} send={probe.send} />
        </details>
      </ScanPanel>
    </>
  );
}

/** The torso is turned so that a zone that is pointed at can be seen. */
function useSideOf(probe: ProbeActor, lit: readonly string[]): void {
  useEffect(() => {
    const zone = zoneFind(lit[0] ?? '');
    if (zone === null) return;
    const { side } = probe.getSnapshot().context;
    probe.send({ type: 'side.pick', side: sideFollow(side, zone.centre) });
  }, [probe, lit]);
}
