import type { Frame } from '../../domain/frame/frame.ts';
import type { SourceFrame } from '../../ports/frame-source.ts';
import type { ClipRecord, Records } from '../../ports/records.ts';
import type { Network } from '../network/network.ts';
import { storedClipOpen } from '../opening/stored-clip.ts';
import { sourceSessionCreate } from '../player/source-session.ts';
import { type Viewer, viewerCreate } from '../player/viewer.ts';

/** A kept clip on a screen, standing on one of its images. */
export interface StillClip {
  readonly record: ClipRecord;
  readonly viewer: Viewer;
  /** Shows an image. */
  show(index: number): Promise<SourceFrame>;
  /** An image, without showing it. */
  frame(index: number): Promise<Frame>;
  close(): void;
}

/** Opens a kept clip, and tells the network that it labels such; `onError` is told when showing breaks off. */
export async function stillClipOpen(
  records: Records,
  network: Network,
  clipId: string,
  onError: (error: unknown) => void,
): Promise<StillClip> {
  const { record, reader, source } = await storedClipOpen(records, clipId, onError);
  const use = await network.serve({ kind: 'clips' });
  const viewer = viewerCreate(network, { isStillLabelled: false });
  const images = sourceSessionCreate(viewer, () => new Error('The clip was closed.'));
  images.take(source);
  return {
    record,
    viewer,
    show: (index) => images.freeze(index),
    async frame(index) {
      const { width, height, sector, timesMs } = record;
      return { width, height, sector, grey: await reader.frame(index), timeMs: timesMs[index]! };
    },
    close() {
      images.close();
      use.end();
    },
  };
}
