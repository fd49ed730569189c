import type { Pen } from './canvas-path.ts';

/** How far the cross-hair reaches beyond the tool's ring, in CSS pixels. */
const ARM_PX = 12;

/** Half the side in device pixels of the square canvas that a cursor of this radius needs. */
export function cursorReach(radiusPx: number, pixelRatio: number): number {
  return Math.ceil(radiusPx + (ARM_PX + 4) * pixelRatio);
}

/** Strokes the path twice, dark under light, so that it shows on any grey. */
function strokeTwice(pen: Pen, pixelRatio: number): void {
  pen.strokeStyle = 'rgba(0, 0, 0, 0.75)';
  pen.lineWidth = 3.2 * pixelRatio;
  pen.stroke();
  pen.strokeStyle = '#fff';
  pen.lineWidth = 1.4 * pixelRatio;
  pen.stroke();
}

/** The ring of the tool in the middle of the canvas, with four arms for the keyboard's cross-hair. */
export function cursorDraw(pen: Pen, radiusPx: number, pixelRatio: number, hasArms: boolean): void {
  const middle = pen.canvas.width / 2;
  pen.clearRect(0, 0, pen.canvas.width, pen.canvas.height);
  pen.beginPath();
  pen.arc(middle, middle, Math.max(radiusPx, 1.5 * pixelRatio), 0, 2 * Math.PI);
  if (hasArms) {
    const inner = radiusPx + 2 * pixelRatio;
    const outer = radiusPx + ARM_PX * pixelRatio;
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      pen.moveTo(middle + dx * inner, middle + dy * inner);
      pen.lineTo(middle + dx * outer, middle + dy * outer);
    }
  }
  strokeTwice(pen, pixelRatio);
}
