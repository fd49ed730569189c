import type { ScanContext } from '../../parts/console/machine/scan-context.ts';
import { messageSentence } from '../../ui/sentences/message-sentence.ts';
import { say } from '../../ui/words/say.ts';

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
  const by = hasKeys ? 'keys' : 'touch';
  switch (place) {
    case 'opening':
      return say('scan.hint.opening');
    case 'failed':
      return context.problem === null ? say('scan.hint.failed') : messageSentence(context.problem);
    case 'freezing':
      return say('scan.hint.freezing');
    case 'frozen':
      return hintFrozen(context, by);
    case 'running':
      return hintRunning(context, hasMoved, by);
  }
}

/** Whether a sentence names keys. */
type By = 'keys' | 'touch';

function hintRunning({ tool, mLine, pose }: Hinted, hasMoved: boolean, by: By): string {
  if (pose.pressure < PRESSURE_ENOUGH) return say(`scan.hint.light.${by}`);
  if (tool === 'm_line') return say(`scan.hint.line.${by}`);
  if (mLine !== null) return say('scan.hint.watch');
  return say(hasMoved ? `scan.hint.find.${by}` : `scan.hint.begin.${by}`);
}

function hintFrozen({ tool, calipers, held, isTruthShown }: Hinted, by: By): string {
  if (tool === 'caliper') {
    return say(held !== null && calipers.length > 0 ? 'scan.hint.caliperEnd' : 'scan.hint.caliperStart');
  }
  return say(isTruthShown ? `scan.hint.compare.${by}` : `scan.hint.frozen.${by}`);
}
