import { useEffect, useRef } from 'preact/hooks';
import type { Scanner } from '../../game/scanner.ts';
import { noticeError } from '../notices.ts';
import { useServices } from '../services.ts';

/**
 * The scanner's black screen. It takes the keyboard's focus, says in words what it shows, and hands the scanner
 * to the page that plays on it.
 */
export function ScannerScreen({
  label,
  isWaiting,
  onScanner,
  data,
}: {
  /** What the image shows at present, for those who do not see it. */
  readonly label: string;
  readonly isWaiting: boolean;
  /** Called with the scanner when it is ready, and with null when it goes. */
  readonly onScanner: (scanner: Scanner | null) => void;
  /** `data-*` attributes that say which image this is. */
  readonly data: Readonly<Record<`data-${string}`, string>>;
}) {
  const { scannerCreate } = useServices();
  const parent = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let scanner: Scanner | null = null;
    let isGone = false;
    const isMotionReduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
    scannerCreate({ parent: parent.current, isMotionReduced })
      .then((created) => {
        if (isGone) return created.destroy();
        scanner = created;
        onScanner(created);
      })
      .catch((error: unknown) => {
        noticeError(
          error,
          'The image could not be drawn in this browser. Reload the page, or try another browser.',
        );
      });
    return () => {
      isGone = true;
      onScanner(null);
      scanner?.destroy();
    };
  }, [scannerCreate, onScanner]);
  return (
    <div
      class="screen"
      id="screen"
      role="application"
      aria-roledescription="ultrasound image"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: marks are placed here with the keyboard
      tabIndex={0}
      {...data}
    >
      <div class="screen-canvas" ref={parent} />
      {isWaiting && (
        <p class="screen-wait" aria-hidden="true">
          The probe is warming up …
        </p>
      )}
    </div>
  );
}
