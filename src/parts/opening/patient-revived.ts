import { patientSource } from '../../adapters/phantom-worker/client/patient-source.ts';
import { type RevivedOptions, revivedSource } from '../../adapters/phantom-worker/client/revived-source.ts';
import type { PatientRequest } from '../../domain/scan/patient-request.ts';
import type { FrameSource, ProbeView } from '../../ports/frame-source.ts';
import { noticeShow } from '../../ui/notices.ts';
import { say } from '../../ui/words/say.ts';

/** Told when a simulator broke down and runs again. */
export function revivedTell(): void {
  noticeShow('info', say('opening.patientRevived'));
}

/** A virtual patient who is made anew when the simulator breaks down, with the probe where it is. */
export function patientRevived(
  request: PatientRequest,
  view: ProbeView,
  onError: RevivedOptions['onError'],
): FrameSource {
  return revivedSource({
    onError,
    onRevived: revivedTell,
    open: ({ pose, controls }, onBroke) =>
      patientSource(request, {
        view: { pose: pose ?? view.pose, controls: controls ?? view.controls },
        onError: onBroke,
      }),
  });
}
