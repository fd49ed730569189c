import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { MARKABLE_FINDINGS, type MarkableFinding } from '../../domain/findings/finding.ts';
import type { Mask } from '../../domain/frame/frame.ts';
import type { Sector } from '../../domain/geometry/sector.ts';
import { PictureLabels } from '../../parts/picture/picture-labels.tsx';
import {
  framePart,
  type PictureLayout,
  type PictureRoom,
  pictureLayout,
} from '../../parts/picture/picture-layout.ts';
import type { SourceFrame } from '../../ports/frame-source.ts';
import { framePaint } from '../../scanner/frame-paint.ts';
import { maskOverlay } from '../../scanner/mask-overlay.ts';
import { LABELS_EVERY, LABELS_FIRST } from './label-pace.ts';

function isSameSector(one: Sector, other: Sector): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A simulated image that moves or stands still, with the names of what is in it beside it. */
export function FrameView({
  shown,
  labels,
  room,
  told,
  proposed,
}: {
  readonly shown: ReadonlySignal<SourceFrame | null>;
  /** Findings that are named, as far as they are there. */
  readonly labels: readonly MarkableFinding[];
  readonly room: PictureRoom;
  /** The image in words. */
  readonly told: string;
  /** What is painted over the image, made of its truth; nothing where it is not given. */
  readonly proposed?: (truth: Mask) => Mask;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const layout = useSignal<PictureLayout | null>(null);
  const sector = useRef<Sector | null>(null);
  const count = useRef(0);
  const wanted = useRef(labels);
  if (wanted.current !== labels) count.current = 0;
  wanted.current = labels;
  useSignalEffect(() => {
    const image = shown.value;
    if (image === null) return;
    const { frame, truth } = image;
    const isNew = sector.current === null || !isSameSector(sector.current, frame.sector);
    const isDue = count.current < LABELS_FIRST || count.current % LABELS_EVERY === 0;
    if (truth !== null && (isNew || isDue)) {
      sector.current = frame.sector;
      layout.value = pictureLayout(frame, truth.mask, wanted.current, room);
    }
    count.current++;
    if (layout.value === null) return;
    const { crop } = layout.value;
    if (canvas.current !== null) framePaint(canvas.current, framePart(frame, crop));
    if (overlay.current !== null && proposed !== undefined && truth !== null) {
      maskOverlay(overlay.current, proposed(truth.mask), crop, MARKABLE_FINDINGS);
    }
  });
  const laid = layout.value;
  const width = laid === null ? undefined : `${(100 * laid.width) / room.width}%`;
  return (
    <div
      class="labelled-picture-drawing lesson-image"
      role="img"
      aria-label={told}
      data-shown={laid !== null}
      style={{ aspectRatio: `${room.width} / ${laid?.height ?? room.image.height}` }}
    >
      <canvas ref={canvas} style={{ width }} />
      {proposed !== undefined && <canvas ref={overlay} style={{ width }} />}
      {laid !== null && <PictureLabels layout={laid} />}
    </div>
  );
}
