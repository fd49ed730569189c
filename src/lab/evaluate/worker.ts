import { segmentFrame } from '../../adapters/segmenter/shared/segment.ts';
import { nodeNetworkOpen } from '../../cli/node-network.ts';
import { errorText } from '../../cli/shared/error-text.ts';
import { ordersServe } from '../../cli/shared/worker-pool.ts';
import type { Frame, Mask } from '../../domain/frame/frame.ts';
import { SegmenterError } from '../../network/segmenter-error.ts';
import { type FrameCensus, frameCensus } from './census.ts';
import { networkEightBit } from './eight-bit.ts';
import { type FrameMeasures, frameMeasure } from './frame-measures.ts';
import { framesOf, TEST_SETS, type TestFrame, type TestSetName, testExamFrames } from './test-set.ts';
import { TRAINEES, traineesGrade } from './trainee-grades.ts';

/** To a worker, first: which test set, and the network's folder; null to draw the frames alone. */
export interface EvaluateSetup {
  readonly set: TestSetName;
  readonly models: string | null;
  /** Whether the network computes in eight bits. */
  readonly isEightBit: boolean;
}

/** One frame of a test set and what was measured on it. */
export interface FrameReading {
  readonly frame: Frame;
  readonly truth: Mask;
  readonly census: FrameCensus;
  readonly network: { readonly mask: Mask; readonly measures: FrameMeasures } | null;
}

/** Answers by all frames of an exam, one exam (its place in the set) after another, until the parent lets go. */
export async function evaluateWorkerServe({ set: name, models, isEightBit }: EvaluateSetup): Promise<void> {
  const set = TEST_SETS[name];
  const opened = models === null ? null : await nodeNetworkOpen(models);
  const network = isEightBit && opened !== null ? networkEightBit(opened.model) : (opened?.network ?? null);
  const perFrame = TRAINEES / framesOf(set);

  const networkRead = async (shown: TestFrame, seed: number, number: number) => {
    if (network === null) return null;
    const { mask, confidence } = await segmentFrame(network, shown.drawn, true);
    const { truth, mask: truthMask } = shown;
    const graded = { truth, mask: truthMask, bands: shown.bands(), network: mask, confidence: confidence! };
    const trainees = traineesGrade(graded, seed, number * perFrame, perFrame);
    return { mask, measures: frameMeasure(shown.mask, mask, confidence!, trainees) };
  };

  const examRead = async (place: number): Promise<readonly FrameReading[]> => {
    const readings: FrameReading[] = [];
    for (const [part, shown] of testExamFrames(set, place).entries()) {
      readings.push({
        frame: shown.frame,
        truth: shown.mask,
        census: frameCensus(shown.truth, shown.mask),
        network: await networkRead(shown, set.seedFirst + place, place * set.framesPerExam + part),
      });
    }
    return readings;
  };

  ordersServe((place: number) =>
    examRead(place).catch((error: unknown) => {
      if (!(error instanceof SegmenterError)) throw error;
      throw new SegmenterError(error.code, {
        code: 'english',
        text: `${models}, exam ${place} of ${name}: ${errorText(error)}`,
      });
    }),
  );
}
