import { effect } from '@preact/signals';
import { CodedError } from '../../domain/errors/coded-error.ts';
import type { Network } from '../../parts/network/network.ts';
import type { ClipReader, LabelledImage, Records } from '../../ports/records.ts';
import type { Segmentation, SegmenterInfo } from '../../ports/segmenter.ts';
import type { AnalysisKnown, ImagesAnalysed } from './machine/analysis.ts';

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
 * Lets the network look at every image of a clip that lacks a report of this network, in order, and keeps what it
 * says. While one batch is written the next is read. Told to stop, it keeps what it has and ends.
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
    known.weightsSha256 === weightsSha256 && known.reports[index] !== null;
  const { id, timesMs, width, height, sector } = reader.record;
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
    const grey = await reader.frame(index);
    const labelled = await frameLabel(
      network,
      { width, height, sector, grey, timeMs: timesMs[index]! },
      aborted,
    );
    if (labelled === null) break;
    batch.push({ index, classes: labelled.mask.classes, confidence: labelled.confidence });
    if (batch.length === BATCH) await batchKeep();
  }
  await batchKeep();
  await keeping;
}

/** A newer image of somebody else overtakes this one: then it is asked for again. Null when told to stop. */
async function frameLabel(
  network: Network,
  frame: Parameters<Network['segment']>[0],
  aborted: AbortSignal,
): Promise<Segmentation | null> {
  for (;;) {
    const labelled = await network.segment(frame, { confidence: true });
    if (labelled !== null || aborted.aborted) return labelled;
  }
}
