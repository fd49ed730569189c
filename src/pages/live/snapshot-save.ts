import type { Frame } from '../../domain/frame/frame.ts';
import { framePaint } from '../../scanner/frame-paint.ts';
import { fileOffer } from '../../ui/file-offer.ts';

/** Offers the frame's own pixels as a PNG: the sector alone, without overlay or anything around it. */
export async function snapshotSave(frame: Frame, now: Date): Promise<void> {
  const canvas = document.createElement('canvas');
  framePaint(canvas, frame);
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (png === null) throw new Error('The canvas gives no picture.');
  fileOffer(png, `batsign-${now.toISOString().slice(0, 19).replace(/[:T]/g, '-')}.png`);
}
