import type { Contender } from './contender.ts';
import type { BenchOutcome } from './page.ts';
import type { CameraPace } from './sources/camera.ts';
import type { ClipPace } from './sources/clip.ts';
import type { PatientPace } from './sources/patient.ts';

export interface BenchRow {
  readonly name: string;
  readonly runtime: string;
  readonly threads: number;
  readonly median_ms: number;
  readonly fps: number;
}

/** The JSON of `npm run bench -- --json`. */
export interface BenchReport {
  readonly rows: readonly BenchRow[];
  /** How many times faster the shipped network is than the paper's, tfjs on wasm, one thread each. */
  readonly ratio_to_paper_unet: number;
  /** How many times faster tfjs is than onnxruntime-web, the shipped network in floats, one thread each. */
  readonly ratio_to_onnxruntime_web: number;
  /**
   * How many times faster than each the shipped network is in eight bits, by LiteRT, one thread each: what a machine
   * without a graphics processor shows moving images by.
   */
  readonly eight_bit: {
    readonly ratio_to_tfjs: number;
    readonly ratio_to_onnxruntime_web: number;
    readonly ratio_to_litert: number;
    readonly ratio_to_paper_unet: number;
  };
  readonly whole_way_fps: number;
  /** The whole way where the network computes in floats alone. */
  readonly whole_way_float_fps: number;
  /** Sources on the game's screen with the network's overlay running. */
  readonly sources: {
    /** The patient who is scanned by hand: images drawn per second, and the 95th percentile of two times. */
    readonly phantom: {
      readonly fps: number;
      readonly frame_ms_p95: number;
      readonly probe_to_pixel_ms_p95: number;
    };
    /** A recorded clip of 60 images per second: masks that were shown per second. */
    readonly clip: { readonly overlay_fps: number };
    /**
     * A (fake) device: images that it gave and masks that were shown per second, and by how many images a mask was
     * older than the image under it at most.
     */
    readonly camera: {
      readonly delivered_fps: number;
      readonly overlay_fps: number;
      readonly stale_frames_max: number;
    };
  };
}

const NAMES = { 'batsign-unet': 'Batsign U-Net', 'paper-unet': 'U-Net of Howell et al.' } as const;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return Number.NaN;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The least value that at least this share of all values does not exceed. */
function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function rowOf(name: string, runtime: string, threads: number, times: readonly number[]): BenchRow {
  const middle = median(times);
  return { name, runtime, threads, median_ms: rounded(middle), fps: rounded(1000 / middle) };
}

export function benchReport(contenders: readonly Contender[], outcome: BenchOutcome): BenchReport {
  const medianOf = (network: Contender['network'], runtime: Contender['runtime']) =>
    median(
      outcome.times[
        contenders.findIndex((one) => one.network === network && one.runtime === runtime && one.threads === 1)
      ] ?? [],
    );
  const own = medianOf('batsign-unet', 'tfjs-wasm');
  const eightBit = medianOf('batsign-unet', 'litert-int8');
  const onnx = medianOf('batsign-unet', 'onnxruntime-web');
  const paper = medianOf('paper-unet', 'tfjs-wasm');
  const { wholeWay, wholeWayFloat } = outcome;
  const rows = contenders.map(({ network, runtime, threads }, index) =>
    rowOf(NAMES[network], runtime, threads, outcome.times[index]!),
  );
  const [whole, wholeFloat] = [wholeWay, wholeWayFloat].map(({ runtime, threads, times }) =>
    rowOf('frame to overlay', runtime, threads, times),
  ) as [BenchRow, BenchRow];
  return {
    rows: [...rows, wholeFloat, whole, rowOf('phantom frame with truth', 'typescript', 1, outcome.phantom)],
    ratio_to_paper_unet: rounded(paper / own),
    ratio_to_onnxruntime_web: rounded(onnx / own),
    eight_bit: {
      ratio_to_tfjs: rounded(own / eightBit),
      ratio_to_onnxruntime_web: rounded(onnx / eightBit),
      ratio_to_litert: rounded(medianOf('batsign-unet', 'litert') / eightBit),
      ratio_to_paper_unet: rounded(paper / eightBit),
    },
    whole_way_fps: whole.fps,
    whole_way_float_fps: wholeFloat.fps,
    sources: {
      phantom: phantomOf(outcome.sources.phantom),
      clip: clipOf(outcome.sources.clip),
      camera: cameraOf(outcome.sources.camera),
    },
  };
}

function phantomOf({ gapsMs, probeToPixelMs }: PatientPace): BenchReport['sources']['phantom'] {
  return {
    fps: rounded(1000 / mean(gapsMs)),
    frame_ms_p95: rounded(percentile(gapsMs, 0.95)),
    probe_to_pixel_ms_p95: rounded(percentile(probeToPixelMs, 0.95)),
  };
}

function clipOf({ spanMs, overlays }: ClipPace): BenchReport['sources']['clip'] {
  return { overlay_fps: rounded((1000 * overlays) / spanMs) };
}

function cameraOf({ spanMs, delivered, overlays, agesShown }: CameraPace): BenchReport['sources']['camera'] {
  return {
    delivered_fps: rounded((1000 * delivered) / spanMs),
    overlay_fps: rounded((1000 * overlays) / spanMs),
    stale_frames_max: Math.max(0, ...agesShown),
  };
}

export function benchTable(report: BenchReport): string {
  const head = ['', 'runtime', 'threads', 'median ms', 'frames/s'];
  const body = report.rows.map(({ name, runtime, threads, median_ms, fps }) => [
    name,
    runtime,
    String(threads),
    median_ms.toFixed(1),
    fps.toFixed(1),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...body].map((cells) => cells[column]!.length)));
  const lines = [head, ...body].map((cells) =>
    cells
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join('  '),
  );
  return [
    ...lines,
    '',
    `${report.ratio_to_paper_unet.toFixed(1)} times as fast as the paper's U-Net (tfjs wasm, 1 thread each; to reach: 40)`,
    `${report.ratio_to_onnxruntime_web.toFixed(2)} times as fast as onnxruntime-web (1 thread each; to reach: 1)`,
    `in eight bits ${report.eight_bit.ratio_to_tfjs.toFixed(2)} times as fast as tfjs in floats (to reach: 1.3), ${report.eight_bit.ratio_to_onnxruntime_web.toFixed(2)} times as onnxruntime-web (1.3), ${report.eight_bit.ratio_to_litert.toFixed(2)} times as LiteRT in floats, ${report.eight_bit.ratio_to_paper_unet.toFixed(0)} times as the paper's U-Net (100)`,
    `a 512 x 512 frame of the virtual phantom with its truth in ${report.rows.find(({ runtime }) => runtime === 'typescript')?.median_ms.toFixed(1)} ms (at most 16)`,
    phantomLine(report.sources.phantom),
    `a recorded clip of 60 frames per second: ${report.sources.clip.overlay_fps.toFixed(1)} overlays per second`,
    cameraLine(report.sources.camera),
    `whole way ${report.whole_way_fps.toFixed(1)} frames per second, in floats alone ${report.whole_way_float_fps.toFixed(1)} (to reach: 60; the paper: 33.4 on a GPU)`,
  ].join('\n');
}

function cameraLine({
  delivered_fps,
  overlay_fps,
  stale_frames_max,
}: BenchReport['sources']['camera']): string {
  return `a camera of 30 frames per second: ${delivered_fps.toFixed(1)} delivered, ${overlay_fps.toFixed(1)} overlays per second (to reach: 30 each), masks at most ${stale_frames_max} images older than the image (2)`;
}

function phantomLine({
  fps,
  frame_ms_p95,
  probe_to_pixel_ms_p95,
}: BenchReport['sources']['phantom']): string {
  return `a patient scanned by hand, overlay running: ${fps.toFixed(1)} frames per second (to reach: 30), 95 % of frames within ${frame_ms_p95.toFixed(0)} ms (50), from probe to pixel within ${probe_to_pixel_ms_p95.toFixed(0)} ms (80)`;
}
