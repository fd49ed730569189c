import { useMemo } from 'preact/hooks';
import type { PatientCondition, PatientRequest } from '../../domain/scan/patient-request.ts';
import { zoneFind, zonePose, zonesOf } from '../../domain/scan/zones.ts';
import { sideFollow, type TorsoSide } from '../../parts/probe/machine/probe-context.ts';
import { Torso } from '../../parts/probe/torso.tsx';
import { useIsNarrow } from '../../ui/use-narrow.ts';
import { say } from '../../ui/words/say.ts';
import { FrameView } from './frame-view.tsx';
import type { LessonStage, LessonValues } from './lesson.ts';
import { ROOM_NARROW, ROOM_WIDE } from './rooms.ts';
import { StageFoot } from './stage-foot.tsx';
import { useImageTold } from './use-image-told.ts';
import { usePatient } from './use-patient.ts';

/** Length of the probe's face as it is drawn on the chest, mm. */
const FACE_MM = 66;
const NO_RIBS = [] as const;

/** Where the ill are ill, so that the lesson finds it; the rest are ill everywhere. */
const SICK_ZONE: Partial<Record<PatientCondition, string>> = {
  pneumothorax: 'R-upper',
  effusion: 'R-plaps',
  consolidation: 'R-plaps',
};

function patientOf(seed: number, condition: PatientCondition): PatientRequest {
  const zone = SICK_ZONE[condition];
  return { seed, condition, ...(zone !== undefined && { zone }) };
}

/** A virtual patient's chest with the probe on one of its zones, and the image from there. */
export function PatientStage({
  stage,
  values,
  isStill,
  onStill,
}: {
  readonly stage: Extract<LessonStage, { readonly kind: 'patient' }>;
  readonly values: LessonValues;
  readonly isStill: boolean;
  readonly onStill: (isStill: boolean) => void;
}) {
  const { zone: zoneId = 'R1', zoneSet = 'zones_8', condition = 'normal' } = values;
  const request = useMemo(() => patientOf(stage.seed, condition), [stage, condition]);
  const zone = zoneFind(zoneId);
  const pose = useMemo(() => zonePose(zoneFind(zoneId) ?? zonesOf('zones_8')[0]!), [zoneId]);
  const { shown, isFailed } = usePatient(request, pose, isStill);
  const isNarrow = useIsNarrow();
  const side: TorsoSide = sideFollow('front', pose);
  // The back belongs to this scheme alone.
  const sides: readonly TorsoSide[] = zoneSet === 'zones_12' && side !== 'back' ? [side, 'back'] : [side];
  const labels = useMemo(() => [...stage.labels], [stage, pose, condition]);
  const told = useImageTold(shown, labels).value;
  if (isFailed.value) return <p role="alert">{say('lesson.failed')}</p>;
  return (
    <div class="lesson-stage" data-testid="lesson-stage">
      <div class="lesson-patient">
        <div class="lesson-chest">
          {sides.map((one) => (
            <div key={one} data-has-probe={one === side}>
              <Torso
                side={one}
                pose={pose}
                ghost={null}
                zones={zonesOf(zoneSet)}
                zone={zone}
                ribs={NO_RIBS}
                faceMm={FACE_MM}
                send={() => {}}
              />
            </div>
          ))}
        </div>
        <FrameView shown={shown} labels={labels} room={isNarrow ? ROOM_NARROW : ROOM_WIDE} told={told} />
      </div>
      <p class="lesson-told" data-testid="lesson-told">
        {told}
      </p>
      <StageFoot isStill={isStill} onStill={onStill} />
    </div>
  );
}
