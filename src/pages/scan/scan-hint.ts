import type { ScanContext } from '../../parts/console/machine/scan-context.ts';
import { messageSentence } from '../../ui/sentences/message-sentence.ts';

/** Where the console is, as far as the next step depends on it. */
export type ScanPlace = 'opening' | 'running' | 'freezing' | 'frozen' | 'failed';

/** Less than this, and the gel hardly joins probe and skin. */
const PRESSURE_ENOUGH = 0.2;

type Hinted = Pick<ScanContext, 'tool' | 'mLine' | 'pose' | 'calipers' | 'held' | 'isTruthShown' | 'problem'>;

/**
 * The next step, in one line. `hasMoved`: whether the probe was ever touched; `hasKeys`: whether keys may be named, on
 * a phone there are none.
 */
export function scanHint(place: ScanPlace, context: Hinted, hasMoved: boolean, hasKeys: boolean): string {
  const keys = (text: string): string => (hasKeys ? text : '');
  switch (place) {
    case 'opening':
      return 'The patient lies down.';
    case 'failed':
      return context.problem === null
        ? 'There is no image: take another patient.'
        : messageSentence(context.problem);
    case 'freezing':
      return 'Stopping the image.';
    case 'frozen':
      return hintFrozen(context, keys);
    case 'running':
      return hintRunning(context, hasMoved, keys);
  }
}

function hintRunning(
  { tool, mLine, pose }: Hinted,
  hasMoved: boolean,
  keys: (text: string) => string,
): string {
  if (pose.pressure < PRESSURE_ENOUGH) {
    return `Press a little harder${keys(' (E)')}: the probe hardly touches the skin.`;
  }
  if (tool === 'm_line') {
    return `Lay the M-mode line between two ribs: press on the image${keys(', or use ← and →')}.`;
  }
  if (mLine !== null)
    return 'Hold the probe still and watch below the pleural line: sand, or straight lines?';
  if (!hasMoved) {
    return `Drag the probe on the chest${keys(', or use the arrow keys,')} until it lies across two ribs.`;
  }
  return `Find two ribs and the pleural line between them, hold still, then freeze${keys(' with Space')}.`;
}

function hintFrozen({ tool, calipers, held, isTruthShown }: Hinted, keys: (text: string) => string): string {
  if (tool === 'caliper') {
    return held !== null && calipers.length > 0
      ? 'Now press where the distance ends.'
      : 'Press where a distance begins, or drag along it.';
  }
  if (isTruthShown) return `Compare with the image, then scan on${keys(' with Space')}.`;
  return `Frozen. Step back${keys(' with ←')}, measure${keys(' with C')}, or show what is there${keys(' with T')}.`;
}
