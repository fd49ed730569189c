import type { ComponentChildren, RefObject } from 'preact';
import { useCallback, useLayoutEffect } from 'preact/hooks';
import type { Scanner } from '../../scanner/scanner.ts';
import { Slider } from '../../ui/slider.tsx';
import { ScannerScreen } from '../player/scanner-screen.tsx';
import type { StillClip } from './still-clip.ts';

/** A clip standing on one of its images, with a panel beside it. */
export function StillScreen({
  clip: { viewer },
  label,
  place,
  children,
}: {
  readonly clip: StillClip;
  /** For who does not see the image. */
  readonly label: string;
  readonly place: RefObject<HTMLDivElement | null>;
  /** The panel. */
  readonly children: ComponentChildren;
}) {
  // Image and tools fill the window together: who draws does not scroll between them.
  useLayoutEffect(() => place.current?.scrollIntoView({ block: 'start' }), [place]);
  const onScanner = useCallback((scanner: Scanner | null) => viewer.scannerSet(scanner), [viewer]);
  return (
    <div class="studio-mark" ref={place}>
      <div class="studio-screen">
        <ScannerScreen
          label={label}
          waiting={null}
          viewer={viewer}
          scanner={viewer.scanner.value}
          onScanner={onScanner}
          told="stored"
          frozenIndex={viewer.frozen.value?.index ?? null}
        />
      </div>
      {children}
    </div>
  );
}

/** Which image of a clip is shown; nothing for a clip of one. */
export function ImageSlider({
  clip: { record },
  index,
  label,
  show,
  onIndex,
}: {
  readonly clip: StillClip;
  /** From 0. */
  readonly index: number;
  readonly label: string;
  /** The place in words. */
  readonly show: string;
  readonly onIndex: (index: number) => void;
}) {
  const images = record.timesMs.length;
  if (images === 1) return null;
  return (
    <Slider
      label={label}
      value={index + 1}
      min={1}
      max={images}
      step={1}
      show={show}
      onChange={(to) => onIndex(to - 1)}
    />
  );
}
