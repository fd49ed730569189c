import type { PhantomRequest } from '../../domain/scan/phantom-request.ts';
import { examSample } from './exam-sample.ts';
import { IMAGE_FACTS, type Measures } from './facts.ts';
import { imageMeasures } from './image-measures.ts';
import { truthMeasures } from './truth-measures.ts';

/** Every value of every fact over the simulated exams: one each exam, frame or B-line, as the fact has it. */
export type FactValues = ReadonlyMap<string, readonly number[]>;

/** Measures some moments of each exam, one exam after another; `tell` hears how many are done. */
export function simulatedValues(
  requests: readonly PhantomRequest[],
  moments: number,
  tell: (done: number) => void = () => undefined,
): FactValues {
  const values = new Map<string, number[]>();
  const add = (id: string, some: readonly number[]): void => {
    const known = values.get(id);
    if (known) known.push(...some);
    else values.set(id, [...some]);
  };
  for (const [place, request] of requests.entries()) {
    const { clip, truths, exam, envelopeSnr } = examSample(request, moments);
    measuresAdd(imageMeasures(clip), add);
    const { probe } = exam;
    add('depth_mm', [probe.depthMm]);
    add('frame_rate_hz', [exam.frameRateHz]);
    add('envelope_snr', [envelopeSnr]);
    if (probe.kind === 'convex') {
      add('sector_angle_deg', [(probe.angleRad * 180) / Math.PI]);
      add('radius_mm', [probe.radiusMm]);
      add('footprint_mm', [2 * probe.radiusMm * Math.sin(probe.angleRad / 2)]);
    }
    for (const truth of truths) {
      const seen = truthMeasures(truth);
      add('pleura_mm', seen.pleuraMm);
      add('a_line_ratio', seen.aLineRatio);
      add('b_line_deviation', seen.bLineDeviation);
      add('b_line_length', seen.bLineLengthMm);
      add('b_line_end', seen.bLineEnd);
      // Indicators: their mean is the share of frames with so many, of those with any.
      for (const count of seen.bLineCount) {
        for (const many of [1, 2, 3, 4]) add(`b_lines_${many}`, [Math.min(count, 4) === many ? 1 : 0]);
      }
    }
    tell(place + 1);
  }
  return values;
}

function measuresAdd(measures: Measures, add: (id: string, values: readonly number[]) => void): void {
  for (const { id } of IMAGE_FACTS) add(id, [measures[id] ?? Number.NaN]);
}
