import { useMemo } from 'preact/hooks';
import { type ZoneSet, zoneAt, zoneFind, zonesOf } from '../../domain/scan/zones.ts';
import { FACE_MM, faceMm, SideRow } from '../../parts/console/probe-column.tsx';
import type { ProbeActor } from '../../parts/probe/machine/probe-machine.ts';
import { ProbePanel } from '../../parts/probe/probe-panel.tsx';
import { Torso } from '../../parts/probe/torso.tsx';
import { ZONE_FILLS_NONE, type ZoneFills } from '../../parts/probe/torso-zone.tsx';
import type { Stage } from '../../parts/session/stage.ts';
import type { Patient } from '../../simulator/patient/patient.ts';
import { ribsOutline } from '../../simulator/patient/ribs.ts';
import { zoneLabel } from '../../ui/sentences/zone-label.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { Rich } from '../../ui/words/rich.tsx';
import { say } from '../../ui/words/say.ts';

/** The patient's chest with the probe in the learner's hand. Finding the place is the task: nothing puts the probe on a zone. */
export function ProbeHold({
  probe,
  stage,
  patient,
  zoneSet,
  lit,
  fills,
}: {
  readonly probe: ProbeActor;
  readonly stage: Stage;
  readonly patient: Patient;
  /** Zones drawn on the torso; null for none. */
  readonly zoneSet: ZoneSet | null;
  /** Names of the zones that a hint points at. */
  readonly lit: readonly string[];
  /** What zones were found to show. */
  readonly fills?: ZoneFills;
}) {
  const { pose, side } = useSnapshot(probe).context;
  const zones = useMemo(
    () => (zoneSet === null ? lit.flatMap((id) => zoneFind(id) ?? []) : zonesOf(zoneSet)),
    [zoneSet, lit],
  );
  const zone = zoneSet === null ? null : zoneAt(zoneSet, pose);
  const ribs = useMemo(() => ribsOutline(patient), [patient]);
  const sector = stage.sector.value;
  return (
    <section class="scan-probe" aria-label={say('play.scan.hold')}>
      {zoneSet !== null && (
        <p class="zone-under">
          <Rich
            text={say('play.scan.over', { zone: zone === null ? say('play.scan.noZone') : zoneLabel(zone) })}
            marks={{
              zone: (text) => (
                <output data-testid="zone-under" data-zone={zone?.id ?? ''}>
                  {text}
                </output>
              ),
            }}
          />
        </p>
      )}
      <SideRow side={side} send={probe.send} />
      <Torso
        side={side}
        pose={pose}
        ghost={null}
        zones={zones}
        zone={zone}
        lit={lit}
        fills={fills ?? ZONE_FILLS_NONE}
        ribs={ribs}
        faceMm={sector === null ? FACE_MM : faceMm(sector)}
        send={probe.send}
      />
      <ProbePanel pose={pose} send={probe.send} />
    </section>
  );
}
