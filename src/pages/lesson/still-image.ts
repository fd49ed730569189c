/** The image that is shown where nothing ran before: early ones have no images before them that linger. */
export const STILL_INDEX = 20;

/** Asks a source for a still image again and again, but never for a second one while one is under way. */
export interface StillImage {
  /** Asks for the image anew, as it looks now. */
  ask(index: number): void;
}

/** @param take makes the image of an index and shows it */
export function stillImageCreate(
  take: (index: number) => Promise<void>,
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
        await take(index);
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
