import { MARKABLE_FINDINGS, type MarkableFinding } from '../findings/finding.ts';
import type { MaskReport } from '../grading/report.ts';

/** Reports on each image of a clip; null where the network has not looked yet. */
export type Reports = readonly (MaskReport | null)[];

/** Images `from` to `to`, both included. */
export interface ImageRun {
  readonly from: number;
  readonly to: number;
}

/** One class over the clip. */
export interface FindingSummary {
  readonly finding: MarkableFinding;
  /** Images in which it is seen. */
  readonly seen: number;
  /** Stretches of images in which it is seen. */
  readonly runs: readonly ImageRun[];
  /** Most of them in one image, and the first image with so many; null where it is never seen. */
  readonly most: { readonly count: number; readonly index: number } | null;
}

/** A clip's findings in figures. */
export interface StripSummary {
  /** Images that the network has looked at. */
  readonly analysed: number;
  readonly findings: readonly FindingSummary[];
  /** Highest B-line artefact score (along the scan lines, 0-1) and the first image with it; null without images. */
  readonly peak: { readonly blas: number; readonly index: number } | null;
}

/** The maximal runs of images in which a class is seen; an image that is not analysed ends a run. */
export function runsSeen(reports: Reports, finding: MarkableFinding): readonly ImageRun[] {
  return runsFind(reports, (report) => (report?.classes[finding].instances ?? 0) > 0);
}

/** The maximal runs of images that the network has not looked at. */
export function runsUnknown(reports: Reports): readonly ImageRun[] {
  return runsFind(reports, (report) => report === null);
}

function runsFind(reports: Reports, holds: (report: MaskReport | null) => boolean): readonly ImageRun[] {
  const runs: ImageRun[] = [];
  let from = -1;
  for (let index = 0; index <= reports.length; index++) {
    const isIn = index < reports.length && holds(reports[index]!);
    if (isIn && from < 0) from = index;
    if (!isIn && from >= 0) {
      runs.push({ from, to: index - 1 });
      from = -1;
    }
  }
  return runs;
}

export function stripSummary(reports: Reports): StripSummary {
  let peak: StripSummary['peak'] = null;
  reports.forEach((report, index) => {
    if (report === null) return;
    const { scanline: blas } = report.blas;
    if (peak === null || blas > peak.blas) peak = { blas, index };
  });
  return {
    analysed: reports.filter((report) => report !== null).length,
    findings: MARKABLE_FINDINGS.map((finding) => findingSummary(reports, finding)),
    peak,
  };
}

function findingSummary(reports: Reports, finding: MarkableFinding): FindingSummary {
  const runs = runsSeen(reports, finding);
  let most: FindingSummary['most'] = null;
  reports.forEach((report, index) => {
    const count = report?.classes[finding].instances ?? 0;
    if (count > (most?.count ?? 0)) most = { count, index };
  });
  return { finding, seen: runs.reduce((sum, { from, to }) => sum + to - from + 1, 0), runs, most };
}

/** Which classes are seen in an image, in their usual order. */
export function classesSeen({ classes }: MaskReport): readonly MarkableFinding[] {
  return MARKABLE_FINDINGS.filter((finding) => classes[finding].instances > 0);
}

/** The image that is shown at a time: the last that began by then. `timesMs` rises from 0. */
export function imageAt(timesMs: readonly number[], timeMs: number): number {
  let low = 0;
  let high = timesMs.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (timesMs[middle]! <= timeMs) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
