import type { CaptureService } from '../../parts/capture/capture-service.ts';
import type { CaptureSnapshot } from '../../parts/capture/machine/capture.ts';
import { useServices } from '../../parts/services.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';

/** The scanner on a capture card while a scenario waits for its images, or has them; else null. */
export function useScannerLent(): {
  readonly capture: CaptureService;
  readonly snapshot: CaptureSnapshot;
} | null {
  const capture = useServices().capture.service.value;
  const snapshot = useSnapshot(capture?.actor ?? null);
  return capture?.isLent.value === true && snapshot !== null ? { capture, snapshot } : null;
}
