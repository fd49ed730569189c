import type { Frame } from '../domain/frame/frame.ts';
import { type Sector, sectorEquals } from '../domain/geometry/sector.ts';
import { sectorTrace } from './canvas-path.ts';
import { frameInside, frameWords } from './frame-words.ts';
import { furniturePieces } from './furniture.ts';
import { rasterPlace, type ScreenSize, scannerLayout } from './layout.ts';
import { parentSizeWatch } from './parent-size.ts';

/**
 * The view until the scanner's screen has started, on a plain canvas and laid out alike: the sector with its depth
 * scale while there is no image, then the first images.
 */
export interface FirstScreen {
  /** An empty sector; null for nothing at all. */
  sectorShow(sector: Sector | null): void;
  frameShow(frame: Frame): void;
  destroy(): void;
}

/** How the outline of a sector without an image is drawn. */
const EMPTY_COLOUR = '#3a464f';

/** Fills `parent`, and follows its size. A frame's bytes are read before `frameShow` returns. */
export function firstScreenCreate(parent: HTMLElement): FirstScreen {
  const canvas = document.createElement('canvas');
  Object.assign(canvas.style, { position: 'absolute', inset: '0', width: '100%', height: '100%' });
  canvas.setAttribute('aria-hidden', 'true');
  parent.append(canvas);
  const pen = canvas.getContext('2d');
  const raster = document.createElement('canvas');
  let size: ScreenSize = { width: 1, height: 1, pixelRatio: 1 };
  let shape: { readonly sector: Sector; readonly inside: Uint8Array } | null = null;
  let empty: Sector | null = null;

  function rasterFill(frame: Frame): void {
    const { width, height, sector } = frame;
    const isAlike =
      shape !== null &&
      raster.width === width &&
      raster.height === height &&
      sectorEquals(shape.sector, sector);
    if (!isAlike) {
      Object.assign(raster, { width, height });
      shape = { sector, inside: frameInside(frame) };
    }
    const words = new Uint32Array(width * height);
    frameWords(frame, shape!.inside, words);
    const data = new ImageData(new Uint8ClampedArray(words.buffer), width, height);
    raster.getContext('2d')?.putImageData(data, 0, 0);
  }

  function draw(): void {
    const sector = empty ?? shape?.sector;
    if (pen === null) return;
    if (sector === undefined) {
      pen.clearRect(0, 0, canvas.width, canvas.height);
      return;
    }
    const layout = scannerLayout(size, sector);
    const { width, height, screen, pixelRatio } = layout;
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    pen.fillStyle = '#000';
    pen.fillRect(0, 0, width, height);
    if (empty !== null) {
      pen.strokeStyle = EMPTY_COLOUR;
      pen.lineWidth = pixelRatio;
      pen.beginPath();
      sectorTrace(pen, screen);
      pen.stroke();
    } else {
      const { x, y, scale } = rasterPlace(screen, sector);
      pen.drawImage(raster, x, y, raster.width * scale, raster.height * scale);
    }
    for (const piece of furniturePieces(layout)) {
      pen.save();
      pen.translate(piece.box.left, piece.box.top);
      piece.draw(pen);
      pen.restore();
    }
  }

  const sizeStop = parentSizeWatch(parent, (next) => {
    size = next;
    draw();
  });
  return {
    sectorShow(sector) {
      empty = sector;
      shape = null;
      draw();
    },
    frameShow(frame) {
      empty = null;
      rasterFill(frame);
      draw();
    },
    destroy() {
      sizeStop();
      canvas.remove();
    },
  };
}
