import { greyFromColour } from '../../../domain/frame/grey.ts';
import { type LumaPlane, type LumaView, lumaGrey } from '../../../domain/frame/luma-view.ts';

/** Formats whose first plane holds a byte of brightness for each pixel. */
const PLANAR: ReadonlySet<string> = new Set(['I420', 'I420A', 'I422', 'I444', 'NV12']);

/** Turns pictures into the grey levels of a view; one buffer and one canvas serve all of them. */
export type LumaRead = (picture: VideoFrame | ImageBitmap) => Promise<Uint8Array<ArrayBuffer>>;

export function lumaRead(view: LumaView): LumaRead {
  const { crop } = view;
  let buffer = new Uint8Array(0);
  let canvas: OffscreenCanvasRenderingContext2D | null = null;

  /** The picture's own brightness, copied and not converted. */
  const planeCopy = async (picture: VideoFrame): Promise<LumaPlane> => {
    const origin = picture.visibleRect;
    const rect = {
      x: crop.left + (origin?.x ?? 0),
      y: crop.top + (origin?.y ?? 0),
      width: crop.width,
      height: crop.height,
    };
    const size = picture.allocationSize({ rect });
    if (buffer.length < size) buffer = new Uint8Array(size);
    const [luma] = await picture.copyTo(buffer, { rect });
    return {
      bytes: buffer,
      offset: luma!.offset,
      stride: luma!.stride,
      isFullRange: picture.colorSpace.fullRange === true,
    };
  };

  const planeDraw = (picture: CanvasImageSource): LumaPlane => {
    canvas ??= new OffscreenCanvas(crop.width, crop.height).getContext('2d', {
      willReadFrequently: true,
      alpha: false,
    });
    if (canvas === null) throw new Error('This browser gives no canvas to draw on.');
    canvas.drawImage(picture, crop.left, crop.top, crop.width, crop.height, 0, 0, crop.width, crop.height);
    const { data } = canvas.getImageData(0, 0, crop.width, crop.height);
    return { bytes: greyFromColour(data, 4), offset: 0, stride: crop.width, isFullRange: true };
  };

  return async (picture) => lumaGrey(view, planarIs(picture) ? await planeCopy(picture) : planeDraw(picture));
}

/** Whether its bytes lie as it is shown, neither turned nor stretched, with brightness in a plane of its own. */
function planarIs(picture: VideoFrame | ImageBitmap): picture is VideoFrame {
  if (picture instanceof ImageBitmap || picture.visibleRect === null) return false;
  const { width, height } = picture.visibleRect;
  return (
    PLANAR.has(picture.format ?? '') && width === picture.displayWidth && height === picture.displayHeight
  );
}
