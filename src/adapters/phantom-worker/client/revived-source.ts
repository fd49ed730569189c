import type { ProbePose } from '../../../domain/scan/probe-pose.ts';
import type { ScanControls } from '../../../domain/scan/scan-controls.ts';
import type { FrameSource, MModeColumns, SourceFrame } from '../../../ports/frame-source.ts';
import { PhantomSourceError } from '../shared/phantom-source-error.ts';

/** The state from which a source that is made anew goes on. */
export interface Last {
  /** Of the image shown last. */
  readonly index: number;
  /** Null where it was never set. */
  readonly pose: ProbePose | null;
  readonly controls: ScanControls | null;
}

export interface RevivedOptions {
  readonly open: (last: Last, onError: (error: PhantomSourceError) => void) => FrameSource;
  /** Told when the simulator broke down and runs again. */
  readonly onRevived: () => void;
  /** Told when it broke down without having given an image: another one would too. */
  readonly onError: (error: PhantomSourceError) => void;
}

/** A simulated source that is made anew when its simulator breaks down, and goes on from where it was. */
export function revivedSource({ open, onRevived, onError }: RevivedOptions): FrameSource {
  let listener: ((shown: SourceFrame) => void) | null = null;
  let mMode: { readonly lateral: number; readonly next: (columns: MModeColumns) => void } | null = null;
  let last: Last = { index: 0, pose: null, controls: null };
  let hasShown = false;
  let isClosed = false;
  let source = begin();

  function begin(): FrameSource {
    hasShown = false;
    const begun = open(last, (error) => {
      if (begun === source && !isClosed) broke(error);
    });
    return begun;
  }

  function broke(error: PhantomSourceError): void {
    if (!hasShown || error.code !== 'phantom-crashed') {
      onError(error);
      return;
    }
    source = begin();
    if (mMode !== null) source.steerable?.mModeSet(mMode.lateral, mMode.next);
    if (listener !== null) source.play(take);
    onRevived();
  }

  function shownKeep(shown: SourceFrame): void {
    hasShown = true;
    last = { ...last, index: shown.index };
  }

  function take(shown: SourceFrame): void {
    shownKeep(shown);
    listener?.(shown);
  }

  async function freeze(index?: number): Promise<SourceFrame> {
    listener = null;
    const asked = source;
    try {
      const frozen = await asked.freeze(index);
      shownKeep(frozen);
      return frozen;
    } catch (error) {
      const isRevived = source !== asked && error instanceof PhantomSourceError;
      if (!isRevived || isClosed) throw error;
      return freeze(index);
    }
  }

  return {
    kind: source.kind,
    sectorAhead: source.sectorAhead,
    seekable: null,
    live: null,
    steerable:
      source.steerable === null
        ? null
        : {
            poseSet(pose) {
              last = { ...last, pose };
              source.steerable?.poseSet(pose);
            },
            controlsSet(controls) {
              last = { ...last, controls };
              source.steerable?.controlsSet(controls);
            },
            mModeSet(lateral, next) {
              mMode = lateral === null ? null : { lateral, next };
              source.steerable?.mModeSet(lateral, next);
            },
          },
    play(next) {
      listener = next;
      source.play(take);
    },
    freeze,
    held: () => source.held(),
    close() {
      isClosed = true;
      source.close();
    },
  };
}
