import { effect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { firstScreenCreate } from '../../scanner/first-screen.ts';
import type { Scanner } from '../../scanner/scanner.ts';
import { noticeError, noticeShow } from '../../ui/notices.ts';
import { PartMissingError } from '../../ui/part-load.ts';
import { say } from '../../ui/words/say.ts';
import { useServices } from '../services.ts';
import type { Viewer } from './viewer.ts';

/**
 * The scanner's black screen. It takes the keyboard's focus, says in words what it shows, and hands the scanner
 * to the page that plays on it. Attributes tell tests and tools what is shown and where: `data-image` (the
 * source's request as JSON, or its kind), `data-frame-index` (of a frozen image), and `data-layout` (`x y s`: where 0 mm, 0 mm
 * lies in the window, and CSS pixels per mm).
 */
export function ScannerScreen({
  label,
  waiting,
  viewer,
  scanner,
  onScanner,
  told,
  frozenIndex,
}: {
  /** The image in words, for those who do not see it. */
  readonly label: string;
  /** The text while there is no image; null for none. */
  readonly waiting: string | null;
  /** The image on the screen, and what is known of it before it is there. */
  readonly viewer: Pick<Viewer, 'shown' | 'ahead'>;
  /** The scanner that `onScanner` was last called with. */
  readonly scanner: Scanner | null;
  /** Called with the scanner when it is ready, and with null when it goes. */
  readonly onScanner: (scanner: Scanner | null) => void;
  /** The request of the image shown, as `data-image`. */
  readonly told: string | null;
  readonly frozenIndex: number | null;
}) {
  const screen = useRef<HTMLDivElement>(null);
  const parent = useRef<HTMLDivElement>(null);
  useScanner(parent, viewer, onScanner);
  useEffect(() => {
    const element = screen.current;
    if (scanner === null || element === null) return;
    const tell = (): void => layoutTell(element, scanner);
    tell();
    const observer = new ResizeObserver(() => requestAnimationFrame(tell));
    observer.observe(element);
    return () => observer.disconnect();
  }, [scanner, frozenIndex]);
  return (
    <div
      class="screen"
      id="screen"
      ref={screen}
      role="application"
      aria-roledescription={say('player.screen.role')}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: marks are placed here with the keyboard
      tabIndex={0}
      data-image={told ?? undefined}
      data-frame-index={frozenIndex ?? undefined}
    >
      <div class="screen-canvas" ref={parent} />
      {waiting !== null && (
        <p class="screen-wait" aria-hidden="true">
          {waiting}
        </p>
      )}
    </div>
  );
}

function layoutTell(element: HTMLElement, scanner: Scanner): void {
  const origin = scanner.clientFromMm({ x: 0, y: 0 });
  const deeper = scanner.clientFromMm({ x: 0, y: 10 });
  if (origin === null || deeper === null) return;
  element.dataset.layout = [origin.x, origin.y, (deeper.y - origin.y) / 10]
    .map((value) => value.toFixed(3))
    .join(' ');
}

/** A scanner as long as the screen is there, another one where its graphics card stops. */
function useScanner(
  parent: { readonly current: HTMLDivElement | null },
  { shown, ahead }: Pick<Viewer, 'shown' | 'ahead'>,
  onScanner: (scanner: Scanner | null) => void,
): void {
  const { scannerCreate } = useServices();
  useEffect(() => {
    const element = parent.current;
    if (element === null) return;
    const isMotionReduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
    let stop = (): void => {};
    const begin = (renderer: 'auto' | 'canvas'): void => {
      stop = scannerRun(
        element,
        { shown, ahead },
        (made) => scannerCreate({ ...made, isMotionReduced, renderer }),
        {
          onScanner,
          onLost() {
            noticeShow('info', say('player.screen.cardStopped'));
            stop();
            begin('canvas');
          },
        },
      );
    };
    begin('auto');
    return () => stop();
  }, [parent, shown, ahead, scannerCreate, onScanner]);
}

/**
 * The first images, and the empty sector before them, are shown on a plain canvas, and the scanner is loaded once there
 * is one to draw: its start would take the processor from whoever makes the first image. What it returns takes all of
 * it away.
 */
function scannerRun(
  element: HTMLElement,
  { shown, ahead }: Pick<Viewer, 'shown' | 'ahead'>,
  scannerCreate: (options: { readonly parent: HTMLElement; readonly onLost: () => void }) => Promise<Scanner>,
  told: { readonly onScanner: (scanner: Scanner | null) => void; readonly onLost: () => void },
): () => void {
  const first = firstScreenCreate(element);
  let created: Scanner | null = null;
  let isAsked = false;
  let isGone = false;
  // Not in the middle of the drawing that found out.
  const onLost = (): void =>
    queueMicrotask(() => {
      if (!isGone) told.onLost();
    });
  const scannerStart = async (): Promise<void> => {
    await repaint();
    if (isGone) return;
    const made = await scannerCreate({ parent: element, onLost });
    if (isGone) return made.destroy();
    created = made;
    told.onScanner(made);
    // The scanner draws before the next repaint; what is under it stays until then.
    await repaint();
    stop();
    first.destroy();
  };
  const stop = effect(() => {
    const image = shown.value;
    if (image === null) return first.sectorShow(ahead.value);
    first.frameShow(image.frame);
    if (isAsked) return;
    isAsked = true;
    scannerStart().catch((error: unknown) => {
      // A part that may yet arrive is asked for again with the next image.
      if (error instanceof PartMissingError) isAsked = false;
      noticeError(error, say('player.screen.notDrawn'));
    });
  });
  return () => {
    isGone = true;
    stop();
    first.destroy();
    told.onScanner(null);
    created?.destroy();
  };
}

/** Resolves when the page has been painted once more. */
function repaint(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
}
