import type { PxPoint } from '../domain/geometry/point.ts';

/** Where in an SVG's picture a pointer is, in its pixels, and how many of them a CSS pixel covers. */
export function pointerPlace(
  event: PointerEvent,
): { readonly point: PxPoint; readonly pxPerCssPx: number } | null {
  const svg = event.currentTarget;
  if (!(svg instanceof SVGSVGElement)) return null;
  const matrix = svg.getScreenCTM()?.inverse();
  if (matrix === undefined) return null;
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
  return { point: { x, y }, pxPerCssPx: matrix.a };
}

export function crossPath({ x, y }: PxPoint, reach: number): string {
  return `M${x - reach} ${y}h${2 * reach}M${x} ${y - reach}v${2 * reach}`;
}
