import { clipCount } from '../../domain/analysis/clip-count.ts';
import type { Reports } from '../../domain/analysis/strip.ts';
import { MARKABLE_FINDINGS } from '../../domain/findings/finding.ts';
import type { MaskReport } from '../../domain/grading/report.ts';

/** Digits of the weights' hash that tell networks apart. */
const HASH_DIGITS = 12;

const FINDING_COLUMNS = MARKABLE_FINDINGS.flatMap((finding) => [
  `${finding}_count`,
  `${finding}_image_percent`,
  `${finding}_confidence_percent`,
]);

const COLUMNS = [
  'image',
  'time_ms',
  'blas_box_percent',
  'blas_scanline_percent',
  'pleural_depth_mm',
  'mm_scale',
  'space_b_line_count',
  'clip_b_line_count',
  ...FINDING_COLUMNS,
  'network',
];

/**
 * The results of a clip as comma-separated values (RFC 4180): one row for each image, counted from 1. What is not
 * known is empty: everything of an image that the network has not looked at, a confidence where nothing is seen.
 * `clip_b_line_count` is of all images together, and in each row of one that has been looked at. `mm_scale` says whether millimetres rest on an assumed depth. No name is in it, neither of the clip nor of a file.
 */
export function analysisCsv(
  { timesMs, isScaleAssumed }: { readonly timesMs: readonly number[]; readonly isScaleAssumed: boolean },
  reports: Reports,
  weightsSha256: string,
): string {
  const network = weightsSha256.slice(0, HASH_DIGITS);
  const clip = clipCount(reports)?.separate ?? null;
  const scale = isScaleAssumed ? 'assumed' : 'known';
  const rows = timesMs.map((timeMs, index) => {
    const report = reports[index] ?? null;
    const cells =
      report === null ? COLUMNS.slice(2).map(() => '') : [...reportCells(report, scale, clip), network];
    return [`${index + 1}`, figure(timeMs, 3), ...cells];
  });
  return [COLUMNS, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

function reportCells(
  { blas, pleuralDepthMm, classes, spaceBLines }: MaskReport,
  scale: string,
  clip: number | null,
): readonly string[] {
  return [
    percent(blas.box),
    percent(blas.scanline),
    pleuralDepthMm === null ? '' : figure(pleuralDepthMm, 1),
    scale,
    `${spaceBLines ?? ''}`,
    `${clip ?? ''}`,
    ...MARKABLE_FINDINGS.flatMap((finding) => {
      const { instances, share, confidence } = classes[finding];
      return [`${instances}`, percent(share), confidence === null ? '' : percent(confidence)];
    }),
  ];
}

function percent(share: number): string {
  return figure(100 * share, 2);
}

/** Rounded to at most so many decimals. */
function figure(value: number, decimals: number): string {
  return `${Number(value.toFixed(decimals))}`;
}
