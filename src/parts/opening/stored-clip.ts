import { framesSource } from '../../adapters/clip/frames-source.ts';
import type { FrameSource } from '../../ports/frame-source.ts';
import type { ClipReader, ClipRecord, Records } from '../../ports/records.ts';

export interface StoredClip {
  readonly record: ClipRecord;
  readonly reader: ClipReader;
  readonly source: FrameSource;
}

/** A clip of the library as a source of images; `onError` is told when playing breaks off. */
export async function storedClipOpen(
  records: Records,
  id: string,
  onError: (error: unknown) => void,
): Promise<StoredClip> {
  const reader = await records.clipRead(id);
  const { record } = reader;
  const { width, height, sector, timesMs } = record;
  const source = framesSource({
    kind: 'clip',
    timesMs,
    frame: async (index) => ({
      width,
      height,
      sector,
      grey: await reader.frame(index),
      timeMs: timesMs[index]!,
    }),
    onError,
    close: () => {},
  });
  return { record, reader, source };
}
