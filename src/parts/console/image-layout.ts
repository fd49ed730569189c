import { effect } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { Viewer } from '../player/viewer.ts';

/** Where the image lies in the stage: 0 mm, 0 mm at (x, y), both in CSS pixels of the stage. */
export interface ImageLayout {
  readonly x: number;
  readonly y: number;
  readonly pxPerMm: number;
  /** Of the stage. */
  readonly width: number;
  readonly height: number;
}

/** The image's place in `stage`, kept up to date while windows, depths and probes change; null without an image. */
export function useImageLayout(
  viewer: Pick<Viewer, 'scanner' | 'sector'>,
  stage: { readonly current: HTMLElement | null },
): ImageLayout | null {
  const [layout, setLayout] = useState<ImageLayout | null>(null);
  useEffect(() => {
    const element = stage.current;
    if (element === null) return;
    let told = '';
    const measure = (): void => {
      const next = layoutMeasure(viewer, element);
      const key = JSON.stringify(next);
      if (key === told) return;
      told = key;
      setLayout(next);
    };
    // The scanner follows its own size first.
    const observer = new ResizeObserver(() => requestAnimationFrame(measure));
    observer.observe(element);
    const stop = effect(() => {
      if (viewer.scanner.value !== null && viewer.sector.value !== null) requestAnimationFrame(measure);
    });
    return () => {
      observer.disconnect();
      stop();
    };
  }, [viewer, stage]);
  return layout;
}

function layoutMeasure(viewer: Pick<Viewer, 'scanner'>, element: HTMLElement): ImageLayout | null {
  const scanner = viewer.scanner.peek();
  const origin = scanner?.clientFromMm({ x: 0, y: 0 }) ?? null;
  const deeper = scanner?.clientFromMm({ x: 0, y: 10 }) ?? null;
  if (origin === null || deeper === null) return null;
  const box = element.getBoundingClientRect();
  return {
    x: origin.x - box.left,
    y: origin.y - box.top,
    pxPerMm: (deeper.y - origin.y) / 10,
    width: box.width,
    height: box.height,
  };
}
