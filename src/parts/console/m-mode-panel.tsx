import { effect, type ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { type MModeTrace, TRACE_MS, traceWords } from '../../scanner/m-mode-trace.ts';
import { say } from '../../ui/words/say.ts';
import type { ImageLayout } from './image-layout.ts';

/**
 * The M-mode beside the image: time runs to the right, the newest at the right edge, and the depth scale is that of
 * the image, at the same height where there is room beside it.
 */
export function MModePanel({
  trace,
  layout,
  depthMm,
}: {
  readonly trace: ReadonlySignal<MModeTrace | null>;
  /** Of the image beside it; null where the panel stands alone and fills its own height. */
  readonly layout: ImageLayout | null;
  readonly depthMm: number;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const ring = document.createElement('canvas');
    let painted = { key: '', count: 0 };
    return effect(() => {
      const now = trace.value;
      const target = canvas.current;
      if (target === null) return;
      if (now === null) {
        painted = { key: '', count: 0 };
        target.getContext('2d')?.clearRect(0, 0, target.width, target.height);
        return;
      }
      painted = ringPaint(ring, now, painted);
      ringShow(ring, now, target);
    });
  }, [trace]);
  const seconds = Array.from({ length: Math.floor(TRACE_MS / 1000) }, (_, at) => at + 1);
  const place =
    layout === null ? undefined : { top: `${layout.y}px`, height: `${layout.pxPerMm * depthMm}px` };
  return (
    <figure class="m-mode" aria-label={say('console.mMode.figure', { seconds: TRACE_MS / 1000 })}>
      <div class="m-mode-picture" style={place} data-alone={layout === null}>
        <canvas
          ref={canvas}
          width={1}
          height={1}
          role="img"
          aria-label={say('console.mMode.trace')}
          data-testid="m-mode"
        />
        <div class="m-mode-times" aria-hidden="true">
          {seconds.map((s) => (
            <span key={s} style={{ right: `${(s * 100_000) / TRACE_MS}%` }}>
              {say('console.mMode.ago', { seconds: s })}
            </span>
          ))}
        </div>
      </div>
    </figure>
  );
}

/** Paints those columns into the ring that came since the last time. */
function ringPaint(
  ring: HTMLCanvasElement,
  trace: MModeTrace,
  painted: { readonly key: string; readonly count: number },
): { key: string; count: number } {
  const { columns, samples, stepMs, count, next } = trace;
  // A trace that began anew has taken fewer columns than were painted.
  const key = `${columns} ${samples} ${stepMs}`;
  const isAnew = painted.key !== key || count < painted.count;
  if (isAnew) {
    ring.width = columns;
    ring.height = samples;
  }
  const pen = ring.getContext('2d');
  const fresh = Math.min(columns, isAnew ? count : count - painted.count);
  let from = (((next - fresh) % columns) + columns) % columns;
  for (let left = fresh; left > 0 && pen !== null; ) {
    const run = Math.min(left, columns - from);
    const words = traceWords(trace, from, run);
    pen.putImageData(new ImageData(new Uint8ClampedArray(words.buffer), run, samples), from, 0);
    from = (from + run) % columns;
    left -= run;
  }
  return { key, count };
}

/** Lays the ring out with its newest column at the right edge. */
function ringShow(
  ring: HTMLCanvasElement,
  { columns, samples, next }: MModeTrace,
  canvas: HTMLCanvasElement,
): void {
  if (canvas.width !== columns || canvas.height !== samples) {
    canvas.width = columns;
    canvas.height = samples;
  }
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  if (next < columns) pen.drawImage(ring, next, 0, columns - next, samples, 0, 0, columns - next, samples);
  if (next > 0) pen.drawImage(ring, 0, 0, next, samples, columns - next, 0, next, samples);
}
