import type { CaptureService } from '../../parts/capture/capture-service.ts';
import type { CaptureSnapshot } from '../../parts/capture/machine/capture.ts';
import { ScannerProblem } from '../../parts/capture/scanner-problem.tsx';
import { SetupStage } from '../../parts/capture/setup-stage.tsx';

/** On the screen of a scanner that is lent to a scenario: its set-up, or why it gives no image. */
export function ScannerStage({
  capture,
  snapshot,
  isSet,
}: {
  readonly capture: CaptureService;
  readonly snapshot: CaptureSnapshot;
  readonly isSet: boolean;
}) {
  return isSet ? <ScannerProblem capture={capture} /> : <SetupStage capture={capture} snapshot={snapshot} />;
}
