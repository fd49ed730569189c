import { FINDING_INDEX } from '../findings/finding.ts';
import type { MaskReport } from '../grading/report.ts';
import type { Reports } from './strip.ts';

/** How far to either side in time it is looked, ms: about a breath in all. */
const AROUND_MS = 2000;

/**
 * Whether a sign that is there or not in each image is there for long: for each image, whether it has it, and so have
 * more than half of the images within two seconds.
 * @param timesMs rises; as many as `seen`
 */
export function standing(seen: readonly boolean[], timesMs: readonly number[]): readonly boolean[] {
  let from = 0;
  let to = 0;
  let inside = 0;
  return seen.map((isSeen, index) => {
    const timeMs = timesMs[index]!;
    while (to < seen.length && timesMs[to]! <= timeMs + AROUND_MS) {
      if (seen[to]) inside += 1;
      to += 1;
    }
    while (timesMs[from]! < timeMs - AROUND_MS) {
      if (seen[from]) inside -= 1;
      from += 1;
    }
    return isSeen && inside * 2 > to - from;
  });
}

/**
 * The reports of a clip without consolidations that do not last. Airless lung stays while the patient breathes; what the
 * network takes for it in normal lung comes and goes with the speckle. Images that were not looked at count for nothing.
 */
export function reportsStanding(reports: Reports, timesMs: readonly number[]): Reports {
  const known = reports.flatMap((report, index) => (report === null ? [] : [{ report, index }]));
  const stands = standing(
    known.map(({ report }) => report.classes.consolidation.instances > 0),
    known.map(({ index }) => timesMs[index]!),
  );
  const kept: (MaskReport | null)[] = [...reports];
  known.forEach(({ report, index }, at) => {
    if (!stands[at]) kept[index] = withoutConsolidation(report);
  });
  return kept;
}

/** A mask's classes as a report without consolidation has them: what the report leaves out is background. */
export function classesStanding(classes: Uint8Array, { classes: { consolidation } }: MaskReport): Uint8Array {
  if (consolidation.instances > 0) return classes;
  return classes.map((value) => (value === FINDING_INDEX.consolidation ? 0 : value));
}

function withoutConsolidation(report: MaskReport): MaskReport {
  if (report.classes.consolidation.instances === 0) return report;
  return {
    ...report,
    classes: { ...report.classes, consolidation: { share: 0, instances: 0, confidence: null } },
  };
}
