/**
 * Finds the ultrasound image in recordings: `npm run sector -- FILE... [--json]`.
 *
 * Takes pictures (PNG, JPEG, PGM), videos and GIFs (with FFmpeg), DICOM files and zips of pictures. A file that cannot
 * be used gets one sentence on stderr; the others are still done, and the exit code is 1.
 */
import { parseArgs } from 'node:util';
import type { SectorFound } from '../sector/sector-found.ts';
import { recordingRead } from './sector/recording-read.ts';
import { recordingSector } from './sector/recording-sector.ts';
import { CommandError, commandStart, errorIsCoded } from './shared/command.ts';
import { errorText } from './shared/error-text.ts';

/** One recording's line of what `--json` prints; lengths in pixels of its images. */
interface SectorReport {
  readonly file: string;
  readonly kind: 'convex' | 'linear';
  /** Where the scan lines of a fan meet; null for parallel ones. */
  readonly apex: readonly [x: number, y: number] | null;
  /** The middle of the probe's face. */
  readonly origin: readonly [x: number, y: number];
  /** Of the probe's face; null where it is flat. */
  readonly radius_px: number | null;
  readonly angle_deg: number | null;
  /** Of a flat face; null for a fan. */
  readonly width_px: number | null;
  readonly depth_px: number;
  readonly confidence: number;
  /** Null where nothing tells it. */
  readonly mm_per_px: number | null;
  readonly scale: SectorFound['scale'];
}

function rounded(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}

function reportOf(file: string, { sector, confidence, scale }: SectorFound): SectorReport {
  const { x, y } = sector.originPx;
  const px = (mm: number): number => rounded(mm / sector.mmPerPx);
  const isConvex = sector.kind === 'convex';
  return {
    file,
    kind: sector.kind,
    apex: isConvex ? [rounded(x), rounded(y - sector.radiusMm / sector.mmPerPx)] : null,
    origin: [rounded(x), rounded(y)],
    radius_px: isConvex ? px(sector.radiusMm) : null,
    angle_deg: isConvex ? rounded((sector.angleRad * 180) / Math.PI) : null,
    width_px: isConvex ? null : px(sector.widthMm),
    depth_px: px(sector.depthMm),
    confidence: rounded(confidence, 2),
    mm_per_px: scale === 'assumed' ? null : rounded(sector.mmPerPx, 5),
    scale,
  };
}

function reportSay({
  file,
  kind,
  origin,
  radius_px,
  angle_deg,
  width_px,
  depth_px,
  confidence,
  mm_per_px,
}: SectorReport): string {
  const shape = kind === 'convex' ? `radius ${radius_px} px, ${angle_deg} degrees` : `${width_px} px wide`;
  const scale = mm_per_px === null ? 'scale unknown' : `${mm_per_px} mm a pixel`;
  return `${file}: ${kind}, face at ${origin.join(', ')}, ${shape}, ${depth_px} px deep, ${scale}, confidence ${confidence}`;
}

async function sectors(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  if (positionals.length === 0) {
    throw new CommandError('no-files', 'Name at least one recording: npm run sector -- FILE... [--json].');
  }
  const files: SectorReport[] = [];
  for (const file of positionals) {
    try {
      const recording = await recordingRead(file);
      for (const note of recording.notes) console.error(`${file}: ${note}`);
      const report = reportOf(file, recordingSector(recording));
      files.push(report);
      if (!values.json) console.log(reportSay(report));
    } catch (error) {
      if (!errorIsCoded(error)) throw error;
      console.error(`${file}: ${errorText(error)}`);
      process.exitCode = 1;
    }
  }
  if (values.json) console.log(JSON.stringify({ files }, null, 2));
}

await commandStart(() => sectors(process.argv.slice(2)));
