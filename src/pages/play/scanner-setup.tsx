import type { CaptureService } from '../../parts/capture/capture-service.ts';
import { liveInstruction, livePlace } from '../../parts/capture/live-text.ts';
import type { CaptureSnapshot } from '../../parts/capture/machine/capture.ts';
import { SetupPanel } from '../../parts/capture/setup-panel.tsx';
import { Instruction } from '../../parts/keys/instruction.tsx';

/** Beside a scanner that a scenario waits for: what to do, and how it is set up. */
export function ScannerSetup({
  capture,
  snapshot,
}: {
  readonly capture: CaptureService;
  readonly snapshot: CaptureSnapshot;
}) {
  return (
    <>
      <Instruction text={liveInstruction(livePlace(snapshot))} />
      <SetupPanel capture={capture} snapshot={snapshot} />
    </>
  );
}
