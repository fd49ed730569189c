import type { MarkableFinding } from '../findings/finding.ts';
import { classSet } from '../frame/components.ts';
import { setGrow } from '../frame/distance.ts';
import type { Mask } from '../frame/frame.ts';
import type { ClassLayer } from './credit.ts';
import type { Key, KeyFinding } from './grade.ts';
import type { GradedClass, Where } from './graded-class.ts';
import { multiplesNeutral } from './key/multiples.ts';
import { pixelsSet } from './key/pixels.ts';
import { marksPlausible } from './plausible.ts';
import { TOLERANCE_MM, WHERE } from './tolerance.ts';

/** Whether a finding lies where it is asked for; of the main window also the ribs that bound it. */
function findingIsWhere(key: Key, finding: KeyFinding, where: Where): boolean {
  if (where === 'all_windows') return true;
  if (finding.finding !== 'rib') return finding.window === key.main;
  const { left, right } = key.windows[key.main]!;
  return [left, right].some((rib) => rib !== null && rib.origin.lateral === finding.origin.lateral);
}

/** The findings of a class that lie where it is asked for, whether they have to be marked or not. */
export function findingsWhere(key: Key, { finding, where }: GradedClass): readonly KeyFinding[] {
  return key.findings.filter(
    (one) => one.finding === finding && findingIsWhere(key, one, where ?? WHERE[finding]),
  );
}

/** The findings of a class that have to be marked. */
export function findingsAsked(key: Key, asked: GradedClass): readonly KeyFinding[] {
  return findingsWhere(key, asked).filter(({ standing }) => standing === 'asked');
}

/** The parts of a layer that come from the key alone. */
type KeyLayer = Pick<ClassLayer, 'key' | 'nearKey' | 'nearNeutral'>;

/** Marks are graded again and again by one key, whose own layers stay as they are. */
const keyLayers = new WeakMap<Key, Map<string, KeyLayer>>();

/** The layer of a class: what is marked, what must be, what may be. */
export function layerOf(marks: Mask, key: Key, asked: GradedClass): ClassLayer {
  const marked = classSet(marks, asked.finding);
  const name = JSON.stringify([asked.finding, asked.toleranceMm, asked.where]);
  const known = keyLayers.get(key) ?? new Map<string, KeyLayer>();
  keyLayers.set(key, known);
  const layer = known.get(name) ?? keyLayerOf(key, asked);
  known.set(name, layer);
  const { width, height } = key.mask;
  const nearMarks = setGrow(marked, width, height, radiusPx(key, asked));
  // The network may miss what is there: where it has nothing of a class, it says nothing of marks that can be.
  const isUnseen = !key.isChecked && !key.findings.some(({ finding }) => finding === asked.finding);
  if (!isUnseen || !marked.includes(1)) return { ...layer, marks: marked, nearMarks };
  const plausible = marksPlausible(marks, key, asked.finding);
  const nearNeutral = layer.nearNeutral.map((known, at) => known | plausible[at]!);
  return { ...layer, nearNeutral, marks: marked, nearMarks };
}

function radiusPx(key: Key, { finding, toleranceMm }: GradedClass): number {
  return (toleranceMm ?? TOLERANCE_MM[finding]) / key.mask.sector.mmPerPx;
}

function keyLayerOf(key: Key, asked: GradedClass): KeyLayer {
  const { width, height } = key.mask;
  const radius = radiusPx(key, asked);
  const own = key.findings.filter(({ finding }) => finding === asked.finding);
  const set = (findings: readonly KeyFinding[], part: 'core' | 'pixels'): Uint8Array =>
    pixelsSet(
      findings.map((one) => one[part]),
      width * height,
    );
  const near = (findings: readonly KeyFinding[]): Uint8Array =>
    setGrow(set(findings, 'pixels'), width, height, radius);
  const nearNeutral = near(own.filter(({ standing }) => standing === 'neutral'));
  if (asked.finding === 'a_line') multiplesNeutral(key, nearNeutral);
  if (key.doubt !== null) {
    for (let at = 0; at < nearNeutral.length; at++) if (key.doubt[at] === 1) nearNeutral[at] = 1;
  }
  return {
    key: set(findingsAsked(key, asked), 'core'),
    nearKey: near(own.filter(({ standing }) => standing !== 'neutral')),
    nearNeutral,
  };
}

/** A class that is not asked for, as far as it can still be judged by. */
export function classUnasked(finding: MarkableFinding): GradedClass {
  return { finding, toleranceMm: TOLERANCE_MM[finding] };
}
