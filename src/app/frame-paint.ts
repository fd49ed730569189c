/** Grey levels, row-major. */
interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** Draws a grey image on a canvas, a canvas pixel for each of its own. */
export function framePaint(canvas: HTMLCanvasElement, { width, height, grey }: GreyImage): void {
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const context = canvas.getContext('2d');
  if (context === null) return;
  const image = context.createImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  for (let i = 0; i < pixels.length; i++) pixels[i] = 0xff000000 | (grey[i]! * 0x010101);
  context.putImageData(image, 0, 0);
}
