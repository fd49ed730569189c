import type { FindingPattern } from '../domain/findings/look.ts';

/** Strokes of the patterns in a square of 20 units, as paths. */
export const FINDING_STROKES: Readonly<Record<FindingPattern, string>> = {
  solid: '',
  dots: 'M4 4h.01M10 4h.01M16 4h.01M7 10h.01M13 10h.01M4 16h.01M10 16h.01M16 16h.01',
  hatch: 'M-2 8 8-2M-2 15 15-2M3 20 20 3M10 22 22 10',
  back_hatch: 'M12-2 22 8M5-2 22 15M0 3 17 20M-2 10 10 22',
  cross_hatch: 'M-2 8 8-2M-2 15 15-2M3 20 20 3M10 22 22 10M12-2 22 8M5-2 22 15M0 3 17 20M-2 10 10 22',
  horizontal: 'M0 4h20M0 10h20M0 16h20',
  checks: 'M0 3h5M10 3h5M5 8h5M15 8h5M0 13h5M10 13h5M5 18h5M15 18h5',
};

/** Their width. */
export function findingStrokeWidth(pattern: FindingPattern): number {
  if (pattern === 'dots') return 3;
  return pattern === 'checks' ? 5 : 2;
}
