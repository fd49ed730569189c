import { effect } from '@preact/signals';
import { CodedError } from '../../domain/errors/coded-error.ts';
import type { Frame } from '../../domain/frame/frame.ts';
import type { Network } from '../../parts/network/network.ts';
import type { ClipReader, LabelledImage, Records } from '../../ports/records.ts';
import type { FramesBeside, Segmentation, SegmenterInfo } from '../../ports/segmenter.ts';
import { type AnalysisKnown, type ImagesAnalysed, reportIsWhole } from './machine/analysis.ts';

/** Images that are kept together: often enough that little is lost, seldom enough that it costs little. */
const BATCH = 8;

/** Waits until the network is loaded. */
function networkReady(network: Network): Promise<SegmenterInfo> {
  network.retry();
  return new Promise((resolve, reject) => {
    const stop = effect(() => {
      const state = network.state.value;
      if (state.kind === 'ready') resolve(state.info);
      else if (state.kind === 'failed') reject(new CodedError('network_failed', state.fact));
      else return;
      queueMicrotask(() => stop());
    });
  });
}

/**
 * Lets the network look at every image of a clip that lacks a report of this network, in order and each with those
 * beside it, and keeps what it says. While one batch is written the next is read. Told to stop, it keeps what it has and ends.
 */
export async function clipAnalyse(
  {
    records,
    reader,
    network,
  }: {
    readonly records: Records;
    readonly reader: ClipReader;
    readonly network: Network;
  },
  known: AnalysisKnown,
  onAnalysed: (images: ImagesAnalysed) => void,
  aborted: AbortSignal,
): Promise<void> {
  const { weightsSha256 } = await networkReady(network);
  const isKnown = (index: number): boolean =>
    known.weightsSha256 === weightsSha256 && reportIsWhole(known.reports[index] ?? null);
  const { id, timesMs, width, height, sector } = reader.record;
  /** The last few that were read: each is wanted three times. */
  const recent = new Map<number, Frame>();
  const frameAt = async (index: number): Promise<Frame | null> => {
    const timeMs = timesMs[index];
    if (timeMs === undefined) return null;
    const known = recent.get(index);
    if (known !== undefined) return known;
    const frame = { width, height, sector, grey: await reader.frame(index), timeMs };
    recent.set(index, frame);
    for (const place of recent.keys()) if (place < index - 2) recent.delete(place);
    return frame;
  };
  let batch: LabelledImage[] = [];
  let keeping: Promise<void> = Promise.resolve();

  const batchKeep = async (): Promise<void> => {
    await keeping;
    const [first] = batch;
    if (first === undefined) return;
    const images = batch;
    batch = [];
    keeping = records
      .analysisAdd(id, weightsSha256, images)
      .then((reports) => onAnalysed({ weightsSha256, first: first.index, reports }));
    // It is awaited with the next batch; what it says until then is nobody's fault.
    keeping.catch(() => {});
  };

  for (let index = 0; index < timesMs.length && !aborted.aborted; index++) {
    if (isKnown(index)) {
      await batchKeep();
      continue;
    }
    const beside = { before: await frameAt(index - 1), after: await frameAt(index + 1) };
    const labelled = await frameLabel(network, (await frameAt(index))!, beside, aborted);
    if (labelled === null) break;
    const { mask, confidence, facts } = labelled;
    batch.push({ index, classes: mask.classes, confidence, facts });
    if (batch.length === BATCH) await batchKeep();
  }
  await batchKeep();
  await keeping;
}

/** A newer image of somebody else overtakes this one: then it is asked for again. Null when told to stop. */
async function frameLabel(
  network: Network,
  frame: Frame,
  beside: FramesBeside,
  aborted: AbortSignal,
): Promise<Segmentation | null> {
  for (;;) {
    const labelled = await network.segment(frame, { confidence: true, beside });
    if (labelled !== null || aborted.aborted) return labelled;
  }
}
