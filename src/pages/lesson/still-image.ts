import type { FrameSource, SourceFrame } from '../../ports/frame-source.ts';

/** The image that is shown where nothing ran before: early ones have no images before them that linger. */
export const STILL_INDEX = 20;

/** Asks a source for a still image again and again, but never for a second one while one is under way. */
export interface StillImage {
  /** Asks for the image anew, as it looks now. */
  ask(index: number): void;
}

export function stillImageCreate(
  source: FrameSource,
  show: (shown: SourceFrame) => void,
  fail: (error: unknown) => void,
): StillImage {
  let wanted: number | null = null;
  let isBusy = false;
  const run = async (): Promise<void> => {
    isBusy = true;
    try {
      while (wanted !== null) {
        const index = wanted;
        wanted = null;
        show(await source.freeze(index));
      }
    } catch (error) {
      fail(error);
    } finally {
      isBusy = false;
    }
  };
  return {
    ask(index) {
      wanted = index;
      if (!isBusy) void run();
    },
  };
}
