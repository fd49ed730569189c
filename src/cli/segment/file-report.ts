import { MARKABLE_FINDINGS } from '../../domain/findings/finding.ts';
import type { Sector } from '../../domain/geometry/sector.ts';
import type { ScaleOrigin } from '../../domain/geometry/sector-scale.ts';
import type { MaskReport } from '../../domain/grading/report.ts';
import { say } from '../../ui/words/say.ts';

/** One picture's figures, as `--json` prints them. */
export interface FileReport {
  readonly file: string;
  readonly classes: MaskReport['classes'];
  readonly pleural_depth_mm: number | null;
  readonly blas: number;
  readonly blas_scanline: number;
}

export function fileReport(file: string, report: MaskReport): FileReport {
  return {
    file,
    classes: report.classes,
    pleural_depth_mm: report.pleuralDepthMm,
    blas: report.blas.box,
    blas_scanline: report.blas.scanline,
  };
}

/** The same for a reader, with what was taken for the ultrasound image. */
export function fileReportSay(
  report: FileReport,
  found: { readonly sector: Sector; readonly confidence: number; readonly scale: ScaleOrigin },
): string {
  const { sector } = found;
  const shape =
    sector.kind === 'convex'
      ? `convex, ${((sector.angleRad * 180) / Math.PI).toFixed(0)} degrees`
      : `linear, ${sector.widthMm.toFixed(0)} mm wide`;
  const depth = `${sector.depthMm.toFixed(0)} mm deep${found.scale === 'assumed' ? ' (assumed)' : ''}`;
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const lines = MARKABLE_FINDINGS.filter((finding) => report.classes[finding].share > 0).map((finding) => {
    const { share, instances, confidence } = report.classes[finding];
    const sure = confidence === null ? '' : `, confidence ${confidence.toFixed(2)}`;
    return `  ${say(`findings.${finding}.label`)}: ${percent(share)} of the sector, ${instances} found${sure}`;
  });
  const pleura =
    report.pleural_depth_mm === null ? 'not seen' : `${report.pleural_depth_mm.toFixed(1)} mm deep`;
  return [
    `${report.file}: ${shape}, ${depth}, sector confidence ${found.confidence.toFixed(2)}`,
    ...(lines.length === 0 ? ['  no findings'] : lines),
    `  pleural line ${pleura}; B-line artefact score ${percent(report.blas)} in the box, ${percent(report.blas_scanline)} along scan lines`,
  ].join('\n');
}
