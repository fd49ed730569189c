import { FINDING_INDEX, FINDINGS, MARKABLE_FINDINGS, type MarkableFinding } from '../../findings/finding.ts';
import type { Mask } from '../../frame/frame.ts';
import type { Sector } from '../../geometry/sector.ts';
import type { Mark } from '../../marks/mark.ts';
import { marksRasterise } from '../../marks/rasterise.ts';
import { type Instance, instancesFind } from '../instances.ts';
import { RUNS } from '../offset.ts';
import { bLinesByStroke } from '../strokes.ts';
import { coreOf } from './key-finding.ts';

/** A finding as an expert drew it. */
export interface DrawnFinding extends Instance {
  /** Of its pixels those that must be marked, as nothing that was drawn later covers them. */
  readonly core: Int32Array;
}

/** An expert's marks on one image, read. */
export interface ExpertDrawing {
  readonly mask: Mask;
  readonly findings: readonly DrawnFinding[];
}

/**
 * Reads an expert's marks as findings, each as it was drawn: nothing is smoothed or left out for what anatomy says. Where a
 * line or beam crosses another finding, either may be marked there, as it is of no matter which was drawn last; an area that
 * was drawn over another one has taken its place.
 *
 * @param sector that of a raster of `size` x `size` pixels
 */
export function expertDrawingRead(marks: readonly Mark[], sector: Sector, size: number): ExpertDrawing {
  const mask = marksRasterise(marks, sector, size);
  const findings = MARKABLE_FINDINGS.flatMap((finding) => findingsDrawn(marks, finding, mask));
  return {
    mask,
    findings: findings.flatMap((finding) => {
      const seen = finding.pixels.filter((at) => mask.classes[at] === FINDING_INDEX[finding.finding]);
      const core = coreOf(finding, mask).filter((at) => mask.classes[at] === FINDING_INDEX[finding.finding]);
      return [{ ...finding, core: core.length === 0 ? seen : core }];
    }),
  };
}

/**
 * The findings of a class among marks of which anything is seen, each as far as it was drawn, also where a mark of another
 * class lies over it.
 * @param mask of all the marks, on the raster that is wanted
 */
export function findingsDrawn(
  marks: readonly Mark[],
  finding: MarkableFinding,
  mask: Mask,
): readonly Instance[] {
  const own = marks.filter((mark) => mark.kind !== 'eraser' && mark.finding === finding);
  if (own.length === 0) return [];
  const extent = extentOf(finding, own, mask);
  const pieces = instancesFind(extent, finding, 0);
  const drawn = finding === 'b_line' ? bLinesByStroke(pieces, own, extent) : pieces;
  return drawn.filter(({ pixels }) => pixels.some((at) => mask.classes[at] === FINDING_INDEX[finding]));
}

/** Everything that the marks of a class cover, but for what an area that was drawn later has taken. */
function extentOf(finding: MarkableFinding, own: readonly Mark[], seen: Mask): Mask {
  const value = FINDING_INDEX[finding];
  const drawn = marksRasterise(own, seen.sector, seen.width).classes;
  const classes = drawn.map((covered, at) => {
    const over = FINDINGS[seen.classes[at]!]!;
    if (covered === 0 || over === 'background') return 0;
    const isShared = RUNS[finding] !== 'area' || RUNS[over] !== 'area';
    return over === finding || isShared ? value : 0;
  });
  return { ...seen, classes };
}
