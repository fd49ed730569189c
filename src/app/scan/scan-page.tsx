import { useEffect, useMemo, useRef } from 'preact/hooks';
import { usePageTitle } from '../components/page.tsx';
import { useServices } from '../services.ts';
import { SCAN_TITLE } from '../text/patient.ts';
import { useNetworkAfter } from '../use-network-after.ts';
import { type ScanConsole, scanConsoleCreate } from './console.ts';
import { PATIENT_WISH, patientDraw } from './patient-wish.ts';
import { ScanView } from './scan-view.tsx';
import { seedDraw } from './seed-draw.ts';

/** Scanning a virtual patient by hand. */
export function ScanPage() {
  usePageTitle(SCAN_TITLE);
  const { network, patientSource } = useServices();
  const made = useRef<ScanConsole | null>(null);
  const console = useMemo(() => {
    made.current = scanConsoleCreate(network, patientSource, {
      request: patientDraw(PATIENT_WISH, seedDraw()),
      isSecret: true,
      zoneSet: 'zones_8',
    });
    return made.current;
  }, [network, patientSource]);
  useEffect(() => () => made.current?.close(), [made]);
  const { viewer } = console;
  useNetworkAfter(viewer.hasImage.value && viewer.scanner.value !== null);
  return <ScanView console={console} />;
}
