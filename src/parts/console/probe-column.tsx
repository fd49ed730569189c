import { useMemo } from 'preact/hooks';
import type { Sector } from '../../domain/geometry/sector.ts';
import { ZONE_SETS, type Zone, zoneAt, zonesOf } from '../../domain/scan/zones.ts';
import { patientDraw } from '../../simulator/patient/patient-draw.ts';
import { ribsOutline } from '../../simulator/patient/ribs.ts';
import { Choice } from '../../ui/choice.tsx';
import { zoneLabel } from '../../ui/sentences/zone-label.ts';
import { say } from '../../ui/words/say.ts';
import { type ProbeEvent, TORSO_SIDES, type TorsoSide } from '../probe/machine/probe-context.ts';
import { ProbePanel } from '../probe/probe-panel.tsx';
import { Torso } from '../probe/torso.tsx';
import type { ScanContext, ScanEvent } from './machine/scan-context.ts';

/** Until the first image tells the probe's own, mm. */
export const FACE_MM = 60;

/** The chest with the probe on it, the zones, and how the probe is held. */
export function ProbeColumn({
  context,
  sector,
  send,
}: {
  readonly context: ScanContext;
  /** Of the image shown; null before the first. */
  readonly sector: Sector | null;
  readonly send: (event: ScanEvent) => void;
}) {
  const { pose, side, zoneSet, frozen, request } = context;
  const zones = zonesOf(zoneSet);
  const zone = zoneAt(zoneSet, pose);
  const ribs = useMemo(() => ribsOutline(patientDraw(request)), [request]);
  const ghost = frozen?.view !== undefined && frozen.view.pose !== pose ? frozen.view.pose : null;
  return (
    <section class="scan-probe" aria-label={say('console.patientAndProbe')}>
      <div class="zone-row">
        <label>
          <span>{say('console.zones')}</span>
          <select
            value={zoneSet}
            onChange={({ currentTarget }) => {
              const picked = ZONE_SETS.find((set) => set === currentTarget.value);
              if (picked !== undefined) send({ type: 'zones.pick', zoneSet: picked });
            }}
          >
            {ZONE_SETS.map((set) => (
              <option key={set} value={set}>
                {say(`probe.zoneSets.${set}`)}
              </option>
            ))}
          </select>
        </label>
        <ZoneJump zones={zones} zone={zone} send={send} />
      </div>
      <SideRow side={side} send={send} />
      <Torso
        side={side}
        pose={pose}
        ghost={ghost}
        zones={zones}
        zone={zone}
        ribs={ribs}
        faceMm={sector === null ? FACE_MM : faceMm(sector)}
        send={send}
      />
      <ProbePanel pose={pose} send={send} />
    </section>
  );
}

/** The sides that the torso is looked at from. */
export function SideRow({
  side,
  send,
}: {
  readonly side: TorsoSide;
  readonly send: (event: ProbeEvent) => void;
}) {
  return (
    <fieldset class="picker side-row">
      <legend class="hidden-visually">{say('console.side.legend')}</legend>
      {TORSO_SIDES.map((one) => (
        <Choice
          key={one}
          name="side"
          value={one}
          isChosen={one === side}
          onPick={() => send({ type: 'side.pick', side: one })}
        >
          {say(`console.side.${one}`)}
        </Choice>
      ))}
    </fieldset>
  );
}

/** Puts the probe on a zone without a drag; its value is always the zone under the probe. */
function ZoneJump({
  zones,
  zone,
  send,
}: {
  readonly zones: readonly Zone[];
  readonly zone: Zone | null;
  readonly send: (event: ProbeEvent) => void;
}) {
  return (
    <label>
      <span>{say('console.probeOn')}</span>
      <select
        value={zone?.id ?? ''}
        onChange={({ currentTarget }) => send({ type: 'zone.go', zoneId: currentTarget.value })}
      >
        {zone === null && <option value="">{say('console.betweenZones')}</option>}
        {zones.map((one) => (
          <option key={one.id} value={one.id}>
            {say('console.zoneOf', { id: one.id, zone: zoneLabel(one) })}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Length of the probe's face, mm. */
export function faceMm(sector: Sector): number {
  return sector.kind === 'linear' ? sector.widthMm : sector.radiusMm * sector.angleRad;
}
