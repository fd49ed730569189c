import type { MarkableFinding } from '../../domain/findings/finding.ts';
import type { Frame, Truth } from '../../domain/frame/frame.ts';
import { maskResample } from '../../domain/frame/mask.ts';
import { MASK_SIZE } from '../../domain/frame/resample.ts';
import { sectorFit } from '../../domain/geometry/sector.ts';
import { marksFromTruth } from '../../domain/marks/from-truth.ts';
import type { Mark } from '../../domain/marks/mark.ts';
import { keyFramesAt } from '../../domain/scenario/expert-key.ts';
import type { ScenarioImage } from '../../domain/scenario/scenario.ts';

/** All marks that a truth asks for: fitting them takes long, and each who plays with one seed comes to the same images. */
const known = new WeakMap<Truth, readonly Mark[]>();

/** The marks of some findings that the truth asks for on a frame. */
export function marksRight(
  { sector }: Frame,
  truth: Truth,
  findings: readonly MarkableFinding[],
): readonly Mark[] {
  const marks =
    known.get(truth) ??
    marksFromTruth(truth, maskResample(truth.mask, sectorFit(sector, MASK_SIZE), MASK_SIZE));
  known.set(truth, marks);
  return marks.filter((mark) => mark.kind !== 'eraser' && findings.includes(mark.finding));
}

/** The marks of some findings that the first expert drew on an image of a clip. */
export function marksDrawn(
  { key }: ScenarioImage,
  index: number,
  findings: readonly MarkableFinding[],
): readonly Mark[] {
  const drawn = key === undefined ? undefined : keyFramesAt(key, index)[0];
  return (drawn?.marks ?? []).filter((mark) => mark.kind !== 'eraser' && findings.includes(mark.finding));
}
