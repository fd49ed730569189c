import type { ImageFacts } from '../../../../src/domain/analysis/image-facts.ts';
import { MARKABLE_FINDINGS, type MarkableFinding } from '../../../../src/domain/findings/finding.ts';
import type { MaskReport } from '../../../../src/domain/grading/report.ts';

/** Of an image of nothing. */
const FACTS: ImageFacts = {
  shares: [1, 0, 0, 0, 0, 0, 0, 0],
  aLineRow: 0,
  bLineLines: 0,
  confluenceLines: 0,
  near: { aLine: 0, bLine: 0, confluence: 0 },
};

/** A report with so many of each class (each 2 % of the image, confidence 0.9) and so high a score. */
export function reportMake(
  counts: Partial<Record<MarkableFinding, number>> = {},
  scanline = 0,
  pleuralDepthMm: number | null = null,
): MaskReport {
  const classes = MARKABLE_FINDINGS.map((finding) => {
    const instances = counts[finding] ?? 0;
    return [finding, { share: 0.02 * instances, instances, confidence: instances > 0 ? 0.9 : null }];
  });
  return {
    classes: Object.fromEntries(classes),
    pleuralDepthMm,
    blas: { box: scanline / 2, scanline },
    facts: FACTS,
    spaceBLines: counts.b_line ?? 0,
  };
}
