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
      label="The place"
      actions={
        <button type="button" class="button button-primary button-large" onClick={onNext}>
          Go on
          <Icon name="next" />
        </button>
      }
    >
      <h2>Here it is</h2>
      <p data-testid="place">
        {zone === null ? 'The probe stands between the zones, as drawn here.' : placeName(zone)}
      </p>
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
      <p>Look at the image from there before you go on.</p>
    </Panel>
  );
}

/** With the code that charts use, where the zone has one. */
function placeName({ set, id, label }: Zone): string {
  return set === 'blue_6' ? `${label}.` : `${label} (${id}).`;
}

/** The probe lies still. */
const HELD = (): void => {};
