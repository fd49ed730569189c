import type { ScanContext } from '../../machines/scan-context.ts';

/** Where the console is, as far as the next step depends on it. */
export type ScanPlace = 'opening' | 'running' | 'freezing' | 'frozen' | 'failed';

/** Less than this, and the gel hardly joins probe and skin. */
const PRESSURE_ENOUGH = 0.2;

/** The next step, in one line. `hasMoved`: whether the probe was ever touched. */
export function scanHint(
  place: ScanPlace,
  context: Pick<ScanContext, 'tool' | 'mLine' | 'pose' | 'calipers' | 'held' | 'isTruthShown' | 'problem'>,
  hasMoved: boolean,
): string {
  switch (place) {
    case 'opening':
      return 'The patient lies down.';
    case 'failed':
      return context.problem ?? 'There is no image: take another patient.';
    case 'freezing':
      return 'Stopping the image.';
    case 'frozen':
      return hintFrozen(context);
    case 'running':
      return hintRunning(context, hasMoved);
  }
}

function hintRunning(
  { tool, mLine, pose }: Pick<ScanContext, 'tool' | 'mLine' | 'pose'>,
  hasMoved: boolean,
): string {
  if (pose.pressure < PRESSURE_ENOUGH) return 'Press a little harder: the probe hardly touches the skin (E).';
  if (tool === 'm_line') return 'Lay the M-mode line between two ribs: click the image, or use ← and →.';
  if (mLine !== null)
    return 'Hold the probe still and watch below the pleural line: sand, or straight lines?';
  if (!hasMoved) return 'Drag the probe on the chest, or use the arrow keys, until it lies across two ribs.';
  return 'Find two ribs and the pleural line between them, hold still, then freeze with Space.';
}

function hintFrozen({
  tool,
  calipers,
  held,
  isTruthShown,
}: Pick<ScanContext, 'tool' | 'calipers' | 'held' | 'isTruthShown'>): string {
  if (tool === 'caliper') {
    return held !== null && calipers.length > 0
      ? 'Now click where the distance ends.'
      : 'Click where a distance begins, or drag along it.';
  }
  if (isTruthShown) return 'Compare with the image, then press Space to scan on.';
  return 'Frozen. Step back with ←, measure with C, or show what is there with T.';
}
