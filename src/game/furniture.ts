import { pxFromMm } from '../domain/geometry/sector.ts';
import type { Pen } from './canvas-path.ts';
import { depthTicks } from './depth-ticks.ts';
import type { ScannerLayout } from './layout.ts';

const TEXT_COLOUR = '#b7c3cc';
const LINE_COLOUR = '#7d8a94';
const MARKER_COLOUR = '#5fd0c5';
const FONT = `"Inter Variable", Inter, system-ui, sans-serif`;

/** Draws what stands round the image: depth scale in cm, grey bar, probe marker. Clears the canvas first. */
export function furnitureDraw(pen: Pen, layout: ScannerLayout): void {
  pen.clearRect(0, 0, layout.width, layout.height);
  scaleDraw(pen, layout);
  barDraw(pen, layout);
  markerDraw(pen, layout);
}

function scaleDraw(pen: Pen, layout: ScannerLayout): void {
  const { screen, scaleX, pixelRatio, fontPx } = layout;
  const yOf = (depthMm: number) => Math.round(pxFromMm(screen, { x: 0, y: depthMm }).y) + 0.5;
  pen.strokeStyle = LINE_COLOUR;
  pen.fillStyle = TEXT_COLOUR;
  pen.lineWidth = pixelRatio;
  pen.font = `500 ${fontPx}px ${FONT}`;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.beginPath();
  for (const tick of depthTicks(screen.depthMm)) {
    const y = yOf(tick.depthMm);
    pen.moveTo(scaleX, y);
    pen.lineTo(scaleX + (tick.size === 'large' ? 9 : 5) * pixelRatio, y);
    if (tick.label !== null) pen.fillText(tick.label, scaleX + 13 * pixelRatio, y);
  }
  pen.stroke();
}

function barDraw(pen: Pen, layout: ScannerLayout): void {
  const { left, top, width, height } = layout.bar;
  const gradient = pen.createLinearGradient(0, top, 0, top + height);
  gradient.addColorStop(0, '#fff');
  gradient.addColorStop(1, '#000');
  pen.fillStyle = gradient;
  pen.fillRect(left, top, width, height);
  pen.strokeStyle = LINE_COLOUR;
  pen.lineWidth = layout.pixelRatio;
  pen.strokeRect(left, top, width, height);
}

function markerDraw(pen: Pen, layout: ScannerLayout): void {
  const { x, y } = layout.marker;
  pen.fillStyle = MARKER_COLOUR;
  pen.beginPath();
  pen.arc(x, y, 4.5 * layout.pixelRatio, 0, 2 * Math.PI);
  pen.fill();
}

/** Probe, depth and frame rate in one line. `frameRateHz` is null while no images arrive. */
export function statusText(layout: ScannerLayout, frameRateHz: number | null): string {
  const { kind, depthMm } = layout.screen;
  const probe = kind === 'convex' ? 'Convex' : 'Linear';
  const depth = `${(depthMm / 10).toFixed(1).replace(/\.0$/, '')} cm`;
  return `${probe}  ·  ${depth}  ·  ${frameRateHz === null ? 'still' : `${Math.round(frameRateHz)} Hz`}`;
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
