import type { FrameSource } from '../../ports/frame-source.ts';
import type { Records } from '../../ports/records.ts';

/** Writes all images that a source holds into the library, in order; on abort nothing of them stays. */
export async function clipKeep({
  source,
  records,
  name,
  onProgress,
  aborted,
}: {
  readonly source: FrameSource;
  readonly records: Records;
  readonly name: string;
  /** Gets shares 0-1. */
  readonly onProgress: (share: number) => void;
  readonly aborted: { readonly aborted: boolean };
}): Promise<void> {
  const { frame: first, index: before } = await source.freeze();
  const held = await source.held();
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
      if (aborted.aborted) return await writer.abort();
      const { frame } = await source.freeze(held.first + place);
      await writer.add(frame.grey, timeMs - startMs);
      onProgress((place + 1) / held.timesMs.length);
    }
    await writer.finish();
  } catch (error) {
    await writer.abort();
    throw error;
  } finally {
    // Asking for the image that was shown shows it again.
    await source.freeze(before);
  }
}
