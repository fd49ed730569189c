import { useMemo } from 'preact/hooks';
import type { PatientRequest } from '../../domain/scan/patient-request.ts';
import type { ProbePose } from '../../domain/scan/probe-pose.ts';
import type { Zone } from '../../domain/scan/zones.ts';
import { goalZoneAt } from '../../domain/scenario/goal.ts';
import type { ScanStep } from '../../domain/scenario/scenario.ts';
import { FACE_MM } from '../../parts/console/probe-column.tsx';
import { sideFollow } from '../../parts/probe/machine/probe-context.ts';
import { Torso } from '../../parts/probe/torso.tsx';
import { patientDraw } from '../../simulator/patient/patient-draw.ts';
import { ribsOutline } from '../../simulator/patient/ribs.ts';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { zoneLabel } from '../../ui/sentences/zone-label.ts';
import { say } from '../../ui/words/say.ts';

/** The place that the learner did not find: drawn on the chest and named, before anything is asked about it. */
export function PlaceView({
  step,
  pose,
  request,
  onNext,
}: {
  /** The scan that was given up. */
  readonly step: ScanStep;
  /** Where the probe was put. */
  readonly pose: ProbePose;
  readonly request: PatientRequest;
  readonly onNext: () => void;
}) {
  const ribs = useMemo(() => ribsOutline(patientDraw(request)), [request]);
  const zone = goalZoneAt(step.zones, step.goal, pose);
  return (
    <Panel
      label={say('play.found.label')}
      actions={
        <button type="button" class="button button-primary button-large" onClick={onNext}>
          {say('play.goOn')}
          <Icon name="next" />
        </button>
      }
    >
      <h2>{say('play.found.title')}</h2>
      <p data-testid="place">{zone === null ? say('play.found.between') : placeName(zone)}</p>
      <div class="place-shown">
        <Torso
          side={sideFollow('front', pose)}
          pose={pose}
          ghost={null}
          zones={zone === null ? [] : [zone]}
          zone={zone}
          lit={zone === null ? [] : [zone.id]}
          ribs={ribs}
          faceMm={FACE_MM}
          send={HELD}
        />
      </div>
      <p>{say('play.found.look')}</p>
    </Panel>
  );
}

/** With the code that charts use, where the zone has one. */
function placeName(zone: Zone): string {
  const label = zoneLabel(zone);
  return zone.set === 'blue_6'
    ? say('play.found.blue', { zone: label })
    : say('play.found.zone', { zone: label, id: zone.id });
}

/** The probe lies still. */
const HELD = (): void => {};
