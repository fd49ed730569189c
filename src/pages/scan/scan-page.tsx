import { useEffect, useMemo, useRef } from 'preact/hooks';
import { type ScanConsole, scanConsoleCreate } from '../../parts/console/console.ts';
import { useNetworkAfter } from '../../parts/network/use-network-after.ts';
import { useServices } from '../../parts/services.ts';
import { usePageTitle } from '../../ui/page.tsx';
import { say } from '../../ui/words/say.ts';
import { PATIENT_WISH, patientDraw } from './patient-wish.ts';
import { ScanView } from './scan-view.tsx';
import { seedDraw } from './seed-draw.ts';

/** Scanning a virtual patient by hand. */
export function ScanPage() {
  usePageTitle(say('probe.title'));
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
