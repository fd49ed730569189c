import { segmentFrame } from '../../adapters/segmenter/shared/segment.ts';
import { nodeNetworkOpen } from '../../cli/node-network.ts';
import { examFrameIndex, examSeed } from '../../cli/shared/seeds.ts';
import { ordersServe } from '../../cli/shared/worker-pool.ts';
import { FINDINGS } from '../../domain/findings/finding.ts';
import { maskResample } from '../../domain/frame/mask.ts';
import { MASK_SIZE } from '../../domain/frame/resample.ts';
import { phantomFrame, phantomOpen } from '../../simulator/exam/phantom.ts';
import type { ConfidenceCounts } from './curve.ts';

export interface CalibrateSetup {
  readonly models: string;
  readonly seed: number;
}

const FRAMES_PER_EXAM = 2;
const RENDER_PX = 512;

/** Answers by the counts of every class over an exam's frames, one exam (its place) after another. */
export async function calibrateWorkerServe({ models, seed }: CalibrateSetup): Promise<void> {
  const { network } = await nodeNetworkOpen(models);
  const raw = { ...network, calibration: null };

  ordersServe(async (place: number): Promise<readonly ConfidenceCounts[]> => {
    const counts = FINDINGS.map(() => ({ pixels: new Float64Array(256), right: new Float64Array(256) }));
    const exam = examSeed(seed, place, 'train');
    const phantom = phantomOpen({ seed: exam, split: 'train', edition: 'varied' });
    for (let part = 0; part < FRAMES_PER_EXAM; part++) {
      const { frame, truth } = phantomFrame(phantom, examFrameIndex(exam, part, FRAMES_PER_EXAM), RENDER_PX);
      const { mask, confidence } = await segmentFrame(raw, frame, true);
      const known = maskResample(truth.mask, mask.sector, MASK_SIZE).classes;
      for (const [pixel, value] of mask.classes.entries()) {
        const { pixels, right } = counts[value]!;
        const byte = confidence![pixel]!;
        pixels[byte]! += 1;
        if (known[pixel] === value) right[byte]! += 1;
      }
    }
    return counts;
  });
}
