import type { Network } from '../../parts/network/network.ts';
import { storedClipOpen } from '../../parts/opening/stored-clip.ts';
import { sourceSessionCreate } from '../../parts/player/source-session.ts';
import { type Viewer, viewerCreate } from '../../parts/player/viewer.ts';
import type { SourceFrame } from '../../ports/frame-source.ts';
import type { ClipRecord, Records } from '../../ports/records.ts';

/** A kept clip on a screen, standing on one of its images. */
export interface KeySession {
  readonly record: ClipRecord;
  readonly viewer: Viewer;
  /** Shows an image. */
  show(index: number): Promise<SourceFrame>;
  close(): void;
}

export async function keySessionOpen(
  records: Records,
  network: Network,
  clipId: string,
  onError: (error: unknown) => void,
): Promise<KeySession> {
  const { record, source } = await storedClipOpen(records, clipId, onError);
  const viewer = viewerCreate(network, { isStillLabelled: false });
  const images = sourceSessionCreate(viewer, () => new Error('The clip was closed.'));
  images.take(source);
  return { record, viewer, show: (index) => images.freeze(index), close: images.close };
}
