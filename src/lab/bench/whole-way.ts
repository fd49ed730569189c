import { segmenterCreate } from '../../adapters/segmenter/client/segmenter.ts';
import { MARKABLE_FINDINGS } from '../../domain/findings/finding.ts';
import type { Frame } from '../../domain/frame/frame.ts';
import { MASK_SIZE } from '../../domain/frame/resample.ts';
import type { ModelFiles } from '../../network/model-files.ts';
import type { SegmenterBackend } from '../../ports/segmenter.ts';
import { overlayInks } from '../../scanner/ink.ts';
import { maskPaint, PAINT_SCALE } from '../../scanner/mask-paint.ts';
import { phantomImage, phantomOpen } from '../../simulator/exam/phantom.ts';

export interface WholeWay {
  readonly times: readonly number[];
  readonly threads: number;
  readonly runtime: string;
}

const FRAME_SIZE = 512;
const WARM_UP = 5;
/** The network in eight bits is fetched after the first image; by then it is there, or does not run here. */
const EIGHT_BIT_MS = 20_000;

function framesRender(count: number): readonly Frame[] {
  const phantom = phantomOpen({ seed: 7, pattern: 'b_lines' });
  return Array.from({ length: count }, (_, index) => phantomImage(phantom, index, FRAME_SIZE));
}

/** Whether a model can compute in eight bits. */
const isQuick = ({ manifest }: ModelFiles): boolean =>
  (manifest as { ranges?: unknown }).ranges !== undefined;

/** A model without what it needs to compute in eight bits. */
export function modelFloat({ manifest, weights }: ModelFiles): ModelFiles {
  const { ranges: _, ...rest } = manifest as { ranges?: unknown };
  return { manifest: rest, weights };
}

/**
 * From a frame's bytes to its overlay on a canvas, with the client, worker and painting that the game ships;
 * one frame after the other.
 */
export async function wholeWayMeasure(
  model: ModelFiles,
  backends: readonly SegmenterBackend[],
  frames: number,
): Promise<WholeWay> {
  const shown = framesRender(12);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = MASK_SIZE * PAINT_SCALE;
  document.body.append(canvas);
  const context = canvas.getContext('2d')!;
  const image = context.createImageData(canvas.width, canvas.height);
  const words = new Uint32Array(image.data.buffer);
  const inks = overlayInks(new Set(MARKABLE_FINDINGS));
  const memory = { get: () => null, set() {}, remove() {} };
  const segmenter = segmenterCreate({ model: async () => model, memory, backends });
  const info = await segmenter.load(() => {});
  const quickUntil = performance.now() + (info.backend === 'wasm' && isQuick(model) ? EIGHT_BIT_MS : 0);
  let last = await segmenter.segment(shown[0]!);
  while (last?.isEightBit !== true && performance.now() < quickUntil)
    last = await segmenter.segment(shown[0]!);
  const times: number[] = [];
  for (let index = 0; index < frames + WARM_UP; index++) {
    const from = performance.now();
    const done = await segmenter.segment(shown[index % shown.length]!);
    maskPaint(done!.mask, inks, words);
    context.putImageData(image, 0, 0);
    if (index >= WARM_UP) times.push(performance.now() - from);
  }
  segmenter.dispose();
  canvas.remove();
  const runtime = last?.isEightBit === true ? 'litert-int8' : `tfjs-${info.backend}`;
  return { times, threads: last?.isEightBit === true ? 1 : info.threads, runtime };
}
