import { useMemo } from 'preact/hooks';
import { patientDraw } from '../../domain/patient/patient-draw.ts';
import type { PatientRequest } from '../../domain/patient/patient-request.ts';
import type { ProbePose } from '../../domain/patient/probe-pose.ts';
import { ribsOutline } from '../../domain/patient/ribs.ts';
import type { Zone } from '../../domain/patient/zones.ts';
import { goalZoneAt } from '../../domain/scenario/goal.ts';
import type { ScanStep } from '../../domain/scenario/scenario.ts';
import { sideFollow } from '../../machines/probe-context.ts';
import { Icon } from '../components/icon.tsx';
import { Panel } from '../components/panel.tsx';
import { FACE_MM } from '../scan/probe-column.tsx';
import { Torso } from '../scan/torso.tsx';

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
