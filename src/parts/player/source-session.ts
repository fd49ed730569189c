import { type ReadonlySignal, signal } from '@preact/signals';
import type { FrameSource, HeldImages, ProbeView, SourceFrame } from '../../ports/frame-source.ts';
import { type MModeTrace, traceTake } from '../../scanner/m-mode-trace.ts';
import type { Viewer } from './viewer.ts';

/** One source on one screen: run, frozen, steered and closed together. At most one is open. */
export interface SourceSession<Source extends FrameSource = FrameSource> {
  readonly viewer: Viewer;
  /** The M-mode columns that came since the line was set or the trace cleared; null where there are none. */
  readonly trace: ReadonlySignal<MModeTrace | null>;
  /** The open source; null while none is. */
  source(): Source | null;
  /** The open source. Throws where none is. */
  opened(): Source;
  /** Makes this the open source, and shows what is known of its images before the first. */
  take(source: Source): void;
  /** Forgets a source that broke down by itself, where it is the open one. */
  drop(source: Source): void;
  /** Runs the open source on the screen; gives a function that stops that. Throws where no source is open. */
  play(): () => void;
  /** The images that are held. Rejects where no source is open. */
  held(): Promise<HeldImages>;
  /** Stops at an image, the newest for null, and shows it. Rejects where no source is open or it is no longer held. */
  freeze(index: number | null): Promise<SourceFrame>;
  /** The same, with the M-mode of a scan line as it ran up to the image. */
  freezeTraced(index: number, lateral: number): Promise<SourceFrame>;
  viewSet(view: ProbeView): void;
  /** Scan line of the M-mode, -1 to 1; null for none. */
  mModeSet(lateral: number | null): void;
  traceClear(): void;
  /** Closes the open source and empties the screen. */
  close(): void;
}

/** `missing` makes the error of whoever asks for an image while no source is open. */
export function sourceSessionCreate<Source extends FrameSource>(
  viewer: Viewer,
  missing: () => Error,
): SourceSession<Source> {
  const trace = signal<MModeTrace | null>(null);
  let source: Source | null = null;

  const opened = (): Source => {
    if (source === null) throw missing();
    return source;
  };

  const traceClear = (): void => {
    trace.value = null;
  };

  const freeze = async (index: number | null): Promise<SourceFrame> => {
    const frozen = await opened().freeze(index ?? undefined);
    viewer.still(frozen);
    return frozen;
  };

  const mModeSet = (lateral: number | null): void => {
    source?.steerable?.mModeSet(lateral, (columns) => {
      trace.value = traceTake(trace.peek(), columns);
    });
  };

  return {
    viewer,
    trace,
    source: () => source,
    opened,
    take(next) {
      source = next;
      viewer.expect(next);
    },
    drop(broken) {
      if (source === broken) source = null;
    },
    play() {
      viewer.play(opened());
      return viewer.halt;
    },
    held: async () => opened().held(),
    freeze,
    async freezeTraced(index, lateral) {
      mModeSet(lateral);
      const frozen = await freeze(index);
      mModeSet(null);
      return frozen;
    },
    viewSet({ pose, controls }) {
      source?.steerable?.poseSet(pose);
      source?.steerable?.controlsSet(controls);
    },
    mModeSet,
    traceClear,
    close() {
      source?.close();
      source = null;
      traceClear();
      viewer.clear();
    },
  };
}
