import type { FrameSource, HeldImages, SourceFrame } from '../../ports/frame-source.ts';
import type { Records } from '../../ports/records.ts';
import type { ClipWanted } from './machine/capture-effects.ts';

/** Writes images of a source into the library, in order, and gives the clip's id; on abort nothing of them stays: null. */
export async function clipKeep({
  source,
  records,
  wanted: { name, of },
  onProgress,
  aborted,
}: {
  readonly source: FrameSource;
  readonly records: Records;
  /** All images that it holds, or the one that it stands on. */
  readonly wanted: ClipWanted;
  /** Gets shares 0-1. */
  readonly onProgress: (share: number) => void;
  readonly aborted: { readonly aborted: boolean };
}): Promise<string | null> {
  const shown = await source.freeze();
  const { frame: first, index: before } = shown;
  const held = await heldOf(source, of, shown);
  const { width, height, sector } = first;
  const writer = await records.clipWrite({
    name,
    from: 'camera',
    width,
    height,
    sector,
    isScaleAssumed: false,
  });
  const startMs = held.timesMs[0] ?? 0;
  try {
    for (const [place, timeMs] of held.timesMs.entries()) {
      if (aborted.aborted) {
        await writer.abort();
        return null;
      }
      const { frame } = await source.freeze(held.first + place);
      await writer.add(frame.grey, timeMs - startMs);
      onProgress((place + 1) / held.timesMs.length);
    }
    return (await writer.finish()).id;
  } catch (error) {
    await writer.abort();
    throw error;
  } finally {
    // Asking for the image that was shown shows it again.
    await source.freeze(before);
  }
}

async function heldOf(
  source: FrameSource,
  of: ClipWanted['of'],
  { index, frame }: SourceFrame,
): Promise<HeldImages> {
  return of === 'held' ? source.held() : { first: index, timesMs: [frame.timeMs] };
}
