import { type GameObjects, Renderer, type Scene, type Textures } from 'phaser';
import type { Sector } from '../domain/geometry/sector.ts';
import { canvasTexture } from './canvas-texture.ts';
import { rasterPlace } from './layout.ts';

/** A picture made of RGBA words (straight alpha, red in the lowest byte) with its own place on the screen. */
export interface RasterImage {
  readonly image: GameObjects.Image;
  /** The words to fill for a raster of this size; the same array as long as the size stays. */
  words(width: number, height: number): Uint32Array;
  /** Shows what was written into `words`. */
  upload(): void;
  /** Puts the raster where its sector lies on the screen; one raster pixel is `1 / scale` mask pixels wide. */
  place(screen: Sector, raster: Sector, scale: number): void;
}

interface Surface {
  readonly key: string;
  readonly width: number;
  readonly height: number;
  readonly words: Uint32Array;
  upload(): void;
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
  return { key, width, height, words, upload: () => texture.context.putImageData(data, 0, 0) };
}

/** An invisible, empty raster picture named `name`, drawn at `depth`. */
export function rasterImage(scene: Scene, name: string, depth: number): RasterImage {
  const { textures, renderer } = scene.game;
  let surface: Surface | null = null;
  const image = scene.add.image(0, 0, '__DEFAULT').setOrigin(0, 0).setDepth(depth).setVisible(false);

  function surfaceRenew(width: number, height: number): Surface {
    const old = surface;
    const key = `${name} ${width}x${height}`;
    surface =
      renderer instanceof Renderer.WebGL.WebGLRenderer
        ? surfaceWebgl(textures, renderer, key, width, height)
        : surfaceCanvas(textures, key, width, height);
    image.setTexture(key);
    if (old !== null) textures.remove(old.key);
    return surface;
  }

  return {
    image,
    words(width, height) {
      const fits = surface !== null && surface.width === width && surface.height === height;
      return (fits && surface !== null ? surface : surfaceRenew(width, height)).words;
    },
    upload() {
      surface?.upload();
    },
    place(screen, raster, scale) {
      const place = rasterPlace(screen, raster);
      image.setPosition(place.x, place.y).setScale(place.scale / scale);
    },
  };
}
