import { type ReadonlySignal, useComputed, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Frame } from '../../domain/frame/frame.ts';
import { sectorCrop } from '../../domain/frame/sector-crop.ts';
import type { SourceFrame, TracedImage } from '../../ports/frame-source.ts';
import { say } from '../../ui/words/say.ts';
import { tracedRows } from './traced-rows.ts';
import { PAST_COLUMNS as COLUMNS } from './use-exam.ts';

/** The image's middle column, from the face to the bottom. */
function middleColumn({ grey, width, height, sector }: Frame): Uint8Array {
  const { top, height: rows } = sectorCrop(sector, width, height);
  const column = Math.min(width - 1, Math.max(0, Math.round(sector.originPx.x)));
  return Uint8Array.from({ length: rows }, (_, row) => grey[(top + row) * width + column]!);
}

/**
 * An M-mode of the scan line in the middle, one column an image; it begins anew on the left when it is full. Of an image that stands
 * still it is whole: what ran up to it.
 */
export function TraceStrip({
  shown,
  traced,
}: {
  readonly shown: ReadonlySignal<SourceFrame | null>;
  readonly traced: ReadonlySignal<TracedImage | null>;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const next = useRef(0);
  const last = useRef(-1);
  useSignalEffect(() => {
    const image = shown.value;
    const element = canvas.current;
    const past = traced.value;
    if (image === null || element === null) return;
    const isPast = past !== null && past.shown === image;
    if (!isPast && image.index === last.current) return;
    last.current = image.index;
    if (isPast) {
      pastPaint(element, past);
      next.current = 0;
      return;
    }
    const grey = middleColumn(image.frame);
    if (element.height !== grey.length) {
      element.height = grey.length;
      next.current = 0;
    }
    const context = element.getContext('2d');
    if (context === null) return;
    const pixels = context.createImageData(1, grey.length);
    const words = new Uint32Array(pixels.data.buffer);
    for (let row = 0; row < grey.length; row++) words[row] = 0xff000000 | (grey[row]! * 0x010101);
    context.putImageData(pixels, next.current, 0);
    next.current = (next.current + 1) % COLUMNS;
    context.clearRect(next.current, 0, 4, grey.length);
  });
  const isStill = useComputed(() => shown.value?.truth?.sliding === false).value;
  return (
    <figure class="lesson-trace">
      <canvas
        ref={canvas}
        width={COLUMNS}
        height={240}
        role="img"
        aria-label={say(isStill ? 'lesson.trace.barcode' : 'lesson.trace.seashore')}
      />
      <figcaption>{say('lesson.trace.caption')}</figcaption>
    </figure>
  );
}

function pastPaint(element: HTMLCanvasElement, past: TracedImage): void {
  const { grey, columns, rows } = tracedRows(past);
  element.height = rows;
  const pixels = new ImageData(columns, rows);
  const words = new Uint32Array(pixels.data.buffer);
  for (let i = 0; i < words.length; i++) words[i] = 0xff000000 | (grey[i]! * 0x010101);
  element.getContext('2d')?.putImageData(pixels, 0, 0);
}
