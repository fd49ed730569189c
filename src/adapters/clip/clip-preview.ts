import { pictureSizeCheck } from '../../formats/files/picture-header.ts';
import type { ClipOffer } from './clip-choice.ts';
import type { FilePictures } from './file-pictures.ts';
import type { Picture } from './picture.ts';
import { videoDamaged } from './video-damaged.ts';

/** Longest side of what is shown of a clip before it is opened. */
const PREVIEW_PX = 320;

type Preview = Pick<ClipOffer, 'width' | 'height' | 'previewPaint'>;

/**
 * The first picture of a clip, made small.
 * @throws InputError where it cannot be decoded
 */
export async function clipPreview({ open }: FilePictures): Promise<Preview> {
  const held: { preview: Preview | null } = { preview: null };
  const pictures = await open((_, picture) => {
    held.preview ??= previewDraw(picture);
  });
  try {
    await pictures.reach(0);
  } finally {
    pictures.close();
  }
  if (held.preview === null) throw videoDamaged();
  return held.preview;
}

function previewDraw(picture: Picture): Preview {
  const { width, height } = picture;
  pictureSizeCheck({ width, height });
  const factor = Math.min(1, PREVIEW_PX / Math.max(width, height));
  const small = new OffscreenCanvas(
    Math.max(1, Math.round(width * factor)),
    Math.max(1, Math.round(height * factor)),
  );
  const context = small.getContext('2d');
  if (context !== null) {
    picture.draw(context, { left: 0, top: 0, width, height }, small.width, small.height);
  }
  return {
    width,
    height,
    previewPaint(canvas) {
      canvas.width = small.width;
      canvas.height = small.height;
      canvas.getContext('2d')?.drawImage(small, 0, 0);
    },
  };
}
