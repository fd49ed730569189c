import { type GameObjects, Renderer, type Scene, type Textures } from 'phaser';
import type { Sector } from '../domain/geometry/sector.ts';
import { canvasTexture } from './canvas-texture.ts';
import { type DeviceBox, rasterPlace } from './layout.ts';

/** A picture made of RGBA words (straight alpha, red in the lowest byte) with its own place on the screen. */
export interface RasterImage {
  readonly image: GameObjects.Image;
  /** The words to fill for a raster of this size; the same array as long as the size stays. */
  words(width: number, height: number): Uint32Array;
  /** Shows what was written into `words`; outside `painted`, where that is given, every word is 0. */
  upload(painted?: DeviceBox): void;
  /** Puts the raster where its sector lies on the screen; one raster pixel is `1 / scale` mask pixels wide. */
  place(screen: Sector, raster: Sector, scale: number): void;
}

interface Surface {
  readonly key: string;
  readonly width: number;
  readonly height: number;
  readonly words: Uint32Array;
  /** Only what lies in the box has changed. */
  upload(changed: DeviceBox): void;
}

/** Bytes go straight into a GPU texture of fixed size, without passing through a canvas. */
function surfaceWebgl(
  textures: Textures.TextureManager,
  renderer: Renderer.WebGL.WebGLRenderer,
  key: string,
  width: number,
  height: number,
): Surface {
  const { gl } = renderer;
  const words = new Uint32Array(width * height);
  const bytes = new Uint8Array(words.buffer);
  const { CLAMP_TO_EDGE: clamp, LINEAR: linear, RGBA: rgba } = gl;
  const texture = renderer.createTexture2D(0, linear, linear, clamp, clamp, rgba, bytes, width, height);
  textures.addGLTexture(key, texture);
  const upload = () => texture.update(bytes, width, height, true, clamp, clamp, linear, linear, rgba);
  return { key, width, height, words, upload };
}

function surfaceCanvas(
  textures: Textures.TextureManager,
  key: string,
  width: number,
  height: number,
): Surface {
  const texture = canvasTexture(textures, key, width, height);
  const words = new Uint32Array(width * height);
  const data = new ImageData(new Uint8ClampedArray(words.buffer), width, height);
  const upload = (changed: DeviceBox) =>
    texture.context.putImageData(data, 0, 0, changed.left, changed.top, changed.width, changed.height);
  return { key, width, height, words, upload };
}

/** The smallest box that holds both; a box without area counts as none. */
function boxAround(a: DeviceBox, b: DeviceBox): DeviceBox {
  if (a.width === 0) return b;
  if (b.width === 0) return a;
  const left = Math.min(a.left, b.left);
  const top = Math.min(a.top, b.top);
  const width = Math.max(a.left + a.width, b.left + b.width) - left;
  const height = Math.max(a.top + a.height, b.top + b.height) - top;
  return { left, top, width, height };
}

/** An invisible, empty raster picture named `name`, drawn at `depth`. */
export function rasterImage(scene: Scene, name: string, depth: number): RasterImage {
  const { textures, renderer } = scene.game;
  let surface: Surface | null = null;
  let last: DeviceBox | null = null;
  const image = scene.add.image(0, 0, '__DEFAULT').setOrigin(0, 0).setDepth(depth).setVisible(false);

  function surfaceRenew(width: number, height: number): Surface {
    const old = surface;
    const key = `${name} ${width}x${height}`;
    surface =
      renderer instanceof Renderer.WebGL.WebGLRenderer
        ? surfaceWebgl(textures, renderer, key, width, height)
        : surfaceCanvas(textures, key, width, height);
    image.setTexture(key);
    last = null;
    if (old !== null) textures.remove(old.key);
    return surface;
  }

  return {
    image,
    words(width, height) {
      const fits = surface !== null && surface.width === width && surface.height === height;
      return (fits && surface !== null ? surface : surfaceRenew(width, height)).words;
    },
    upload(painted) {
      if (surface === null) return;
      const now = painted ?? { left: 0, top: 0, width: surface.width, height: surface.height };
      surface.upload(last === null ? now : boxAround(last, now));
      last = now;
    },
    place(screen, raster, scale) {
      const place = rasterPlace(screen, raster);
      image.setPosition(place.x, place.y).setScale(place.scale / scale);
    },
  };
}
