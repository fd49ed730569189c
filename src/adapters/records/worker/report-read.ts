import { MARKABLE_FINDINGS } from '../../../domain/findings/finding.ts';
import type { ClassReport, MaskReport } from '../../../domain/grading/report.ts';

/** A stored report with its own fields only; null where it is none. */
export function reportRead(stored: unknown): MaskReport | null {
  const { classes, pleuralDepthMm, blas } = fieldsOf(stored);
  const { box, scanline } = fieldsOf(blas);
  const read: [string, ClassReport][] = [];
  for (const finding of MARKABLE_FINDINGS) {
    const { share, instances, confidence } = fieldsOf(fieldsOf(classes)[finding]);
    if (!shareIs(share) || !Number.isSafeInteger(instances) || Number(instances) < 0) return null;
    if (confidence !== null && !shareIs(confidence)) return null;
    read.push([finding, { share, instances: Number(instances), confidence }]);
  }
  if (!shareIs(box) || !shareIs(scanline)) return null;
  if (pleuralDepthMm !== null && !(typeof pleuralDepthMm === 'number' && pleuralDepthMm >= 0)) return null;
  return {
    classes: Object.fromEntries(read) as unknown as MaskReport['classes'],
    pleuralDepthMm,
    blas: { box, scanline },
  };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function shareIs(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1;
}
