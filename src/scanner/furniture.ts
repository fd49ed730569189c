import { pxFromMm } from '../domain/geometry/sector.ts';
import { say } from '../ui/words/say.ts';
import type { Pen } from './canvas-path.ts';
import type { DeviceBox, ScannerLayout } from './layout.ts';
import { depthTicks } from './ruler-ticks.ts';

const TEXT_COLOUR = '#b7c3cc';
const LINE_COLOUR = '#7d8a94';
const MARKER_COLOUR = '#5fd0c5';
const FONT = `"Inter Variable", Inter, system-ui, sans-serif`;

/** One piece of what stands round the image: its place on the screen, and how it is drawn from its corner. */
export interface FurniturePiece {
  readonly box: DeviceBox;
  draw(pen: Pen): void;
}

/** Depth scale in cm, grey bar and probe marker, each as small as it can be: every pixel drawn costs time. */
export function furniturePieces(layout: ScannerLayout): readonly FurniturePiece[] {
  return [scalePiece(layout), barPiece(layout), markerPiece(layout)];
}

function scalePiece(layout: ScannerLayout): FurniturePiece {
  const { screen, scaleX, pixelRatio, fontPx } = layout;
  const yOf = (depthMm: number) => Math.round(pxFromMm(screen, { x: 0, y: depthMm }).y);
  const left = Math.round(scaleX);
  const top = yOf(0) - Math.ceil(fontPx);
  const height = yOf(screen.depthMm) - top + Math.ceil(fontPx);
  return {
    box: { left, top, width: Math.ceil(12 * pixelRatio + 2 * fontPx), height },
    draw(pen) {
      pen.strokeStyle = LINE_COLOUR;
      pen.fillStyle = TEXT_COLOUR;
      pen.lineWidth = pixelRatio;
      pen.font = `500 ${fontPx}px ${FONT}`;
      pen.textAlign = 'left';
      pen.textBaseline = 'middle';
      pen.beginPath();
      for (const tick of depthTicks(screen.depthMm)) {
        const y = yOf(tick.depthMm) - top + 0.5;
        pen.moveTo(0, y);
        pen.lineTo((tick.size === 'large' ? 9 : 5) * pixelRatio, y);
        if (tick.label !== null) pen.fillText(tick.label, 12 * pixelRatio, y);
      }
      pen.stroke();
    },
  };
}

function barPiece({ bar, pixelRatio }: ScannerLayout): FurniturePiece {
  const width = Math.round(bar.width);
  const height = Math.round(bar.height);
  return {
    box: { left: Math.round(bar.left), top: Math.round(bar.top), width, height },
    draw(pen) {
      const gradient = pen.createLinearGradient(0, 0, 0, height);
      gradient.addColorStop(0, '#fff');
      gradient.addColorStop(1, '#000');
      pen.fillStyle = gradient;
      pen.fillRect(0, 0, width, height);
      pen.strokeStyle = LINE_COLOUR;
      pen.lineWidth = pixelRatio;
      pen.strokeRect(pixelRatio / 2, pixelRatio / 2, width - pixelRatio, height - pixelRatio);
    },
  };
}

function markerPiece({ marker, pixelRatio }: ScannerLayout): FurniturePiece {
  const radius = 4.5 * pixelRatio;
  const side = 2 * Math.ceil(radius + 1);
  return {
    box: {
      left: Math.round(marker.x - side / 2),
      top: Math.round(marker.y - side / 2),
      width: side,
      height: side,
    },
    draw(pen) {
      pen.fillStyle = MARKER_COLOUR;
      pen.beginPath();
      pen.arc(side / 2, side / 2, radius, 0, 2 * Math.PI);
      pen.fill();
    },
  };
}

/** Probe, depth and frame rate in one line. `frameRateHz` is null while no images arrive. */
export function statusText(layout: ScannerLayout, frameRateHz: number | null): string {
  const { kind, depthMm } = layout.screen;
  const probe = say(`scanner.probe.${kind === 'convex' ? 'convex' : 'linear'}`);
  const rate =
    frameRateHz === null ? say('scanner.still') : say('scanner.rate', { hz: Math.round(frameRateHz) });
  return say('scanner.status', { probe, cm: depthMm / 10, rate });
}

/** Writes the status line into its own small canvas; clears it first. */
export function statusDraw(pen: Pen, layout: ScannerLayout, frameRateHz: number | null): void {
  pen.clearRect(0, 0, pen.canvas.width, pen.canvas.height);
  pen.font = `500 ${layout.fontPx}px ${FONT}`;
  pen.fillStyle = TEXT_COLOUR;
  pen.textAlign = 'left';
  pen.textBaseline = 'top';
  pen.fillText(statusText(layout, frameRateHz), 0, 2 * layout.pixelRatio);
}
