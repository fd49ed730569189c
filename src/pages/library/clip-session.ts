import { effect } from '@preact/signals';
import { createActor } from 'xstate';
import { classesStanding, reportsStanding } from '../../domain/analysis/standing.ts';
import { imageAt } from '../../domain/analysis/strip.ts';
import { MASK_SIZE } from '../../domain/frame/resample.ts';
import { sectorFit } from '../../domain/geometry/sector.ts';
import type { Network } from '../../parts/network/network.ts';
import { storedClipOpen } from '../../parts/opening/stored-clip.ts';
import { sourceSessionCreate } from '../../parts/player/source-session.ts';
import { type Viewer, viewerCreate } from '../../parts/player/viewer.ts';
import type { ClipRecord, Records } from '../../ports/records.ts';
import { clipAnalyse } from './analysis-run.ts';
import { type AnalysisActor, analysisMachineCreate } from './machine/analysis.ts';
import { type PlayerActor, playerMachineCreate } from './machine/library-player.ts';

/** An open clip of the library: its images, playing them, and the network's findings in them. */
export interface ClipSession {
  readonly record: ClipRecord;
  readonly viewer: Viewer;
  readonly player: PlayerActor;
  readonly analysis: AnalysisActor;
  /** Class indices of an image as they are kept; null where the network has not looked at it. */
  maskOf(index: number): Promise<Uint8Array | null>;
  close(): void;
}

export async function clipSessionOpen(records: Records, network: Network, id: string): Promise<ClipSession> {
  let onBroken: (error: unknown) => void = () => {};
  const { record, reader, source } = await storedClipOpen(records, id, (error) => onBroken(error));
  const use = await network.serve({ kind: 'clips' });
  const { timesMs } = record;

  const analysis = createActor(
    analysisMachineCreate({
      storedRead: () => records.analysisRead(id),
      imagesAnalyse: (known, onAnalysed, aborted) =>
        clipAnalyse({ records, reader, network }, known, onAnalysed, aborted),
    }),
    { input: { images: timesMs.length } },
  );
  const maskSector = sectorFit(record.sector, MASK_SIZE);
  const isAnalysed = (index: number): boolean => {
    const { reports } = analysis.getSnapshot().context;
    return (reports[index] ?? null) !== null;
  };

  /** The network as the screen asks it: what is kept is not asked for again, and a running analysis goes first. */
  const remembering: Network = {
    ...network,
    async segment(frame, options) {
      const index = imageAt(timesMs, frame.timeMs);
      const kept = isAnalysed(index) ? await records.analysisMask(id, index) : null;
      const report = reportsStanding(analysis.getSnapshot().context.reports, timesMs)[index] ?? null;
      if (kept !== null && report !== null) {
        const classes = classesStanding(kept, report);
        return {
          mask: { width: MASK_SIZE, height: MASK_SIZE, classes, sector: maskSector },
          confidence: null,
          facts: null,
          timeMs: frame.timeMs,
          times: { preprocessMs: 0, inferenceMs: 0, postprocessMs: 0 },
          isEightBit: false,
        };
      }
      return analysis.getSnapshot().matches('running') ? null : network.segment(frame, options);
    },
  };
  const viewer = viewerCreate(remembering, { isStillLabelled: true });
  const images = sourceSessionCreate(viewer, () => new Error('The clip was closed.'));
  images.take(source);

  const player = createActor(
    playerMachineCreate({
      async imageShow(index) {
        await images.freeze(index);
      },
      imagesRun(onShown, onBreak) {
        onBroken = onBreak;
        const before = viewer.shown.peek();
        const halt = images.play();
        const stop = effect(() => {
          const shown = viewer.shown.value;
          if (shown !== null && shown !== before) onShown(shown.index);
        });
        return () => {
          stop();
          halt();
        };
      },
      paceSet: (pace) => source.seekable?.paceSet(pace),
    }),
    { input: { timesMs } },
  );

  const networkStop = effect(() => {
    const state = network.state.value;
    if (state.kind !== 'ready') return;
    analysis.send({ type: 'network.known', weightsSha256: state.info.weightsSha256 });
  });
  /** The image that stands gets its labels as soon as the analysis has come to it. */
  let wasAnalysed = false;
  const overlayFollow = analysis.subscribe(() => {
    const index = viewer.shown.peek()?.index;
    const isNow = index !== undefined && isAnalysed(index);
    const isNew = isNow && !wasAnalysed;
    wasAnalysed = isNow;
    if (isNew && viewer.isOverlayOn.peek() && !viewer.isLive.peek()) viewer.overlaySet(true);
  });
  analysis.start();
  player.start();

  return {
    record,
    viewer,
    player,
    analysis,
    maskOf: (index) => (isAnalysed(index) ? records.analysisMask(id, index) : Promise.resolve(null)),
    close() {
      networkStop();
      overlayFollow.unsubscribe();
      player.stop();
      analysis.stop();
      images.close();
      use.end();
    },
  };
}
