import { POSE_LIMITS } from '../../domain/scan/pose-limits.ts';
import type { ProbePose } from '../../domain/scan/probe-pose.ts';
import { actionShortcuts } from '../../ui/actions/action-keys.ts';
import { Knob } from '../../ui/knob.tsx';
import { say } from '../../ui/words/say.ts';
import type { ProbeEvent } from './machine/probe-context.ts';
import { PROBE_ACTIONS } from './probe-actions.ts';
import { ProbeHand } from './probe-hand.tsx';

/** Of no turn 0 and never -0, which would be shown with its sign. */
const degrees = (rad: number): number => Math.round((rad * 180) / Math.PI) + 0;
const radians = (deg: number): number => (deg * Math.PI) / 180;

/** How the probe is turned, tilted and pressed. */
export function ProbePanel({
  pose,
  send,
}: {
  readonly pose: ProbePose;
  readonly send: (event: ProbeEvent) => void;
}) {
  const set = (change: Partial<ProbePose>): void => send({ type: 'pose.set', pose: change });
  const { tiltRad, pressure } = POSE_LIMITS;
  return (
    <div class="probe-panel">
      <ProbeHand pose={pose} onHold={set} />
      <div class="knobs">
        <Knob
          label={say('probe.turn')}
          value={degrees(pose.rotationRad)}
          least={-180}
          most={180}
          step={5}
          show={say('probe.degrees', { degrees: degrees(pose.rotationRad) })}
          keys={actionShortcuts(PROBE_ACTIONS.turn)}
          onChange={(value) => set({ rotationRad: radians(value) })}
        />
        <Knob
          label={say('probe.tilt')}
          value={degrees(pose.tiltRad)}
          least={degrees(tiltRad.least)}
          most={degrees(tiltRad.most)}
          step={1}
          show={say('probe.degrees', { degrees: degrees(pose.tiltRad) })}
          keys={actionShortcuts(PROBE_ACTIONS.tilt)}
          onChange={(value) => set({ tiltRad: radians(value) })}
        />
        <Knob
          label={say('probe.press')}
          value={Math.round(100 * pose.pressure)}
          least={100 * pressure.least}
          most={100 * pressure.most}
          step={5}
          show={say('probe.percent', { percent: Math.round(100 * pose.pressure) })}
          keys={actionShortcuts(PROBE_ACTIONS.press)}
          onChange={(value) => set({ pressure: value / 100 })}
        />
      </div>
    </div>
  );
}
