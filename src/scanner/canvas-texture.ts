import type { Textures } from 'phaser';

/**
 * A texture on a canvas of its own. Phaser's `createCanvas` would take one from its pool, and a screen that was
 * drawn without WebGL leaves its canvas there, whose 2D context is opaque for good.
 */
export function canvasTexture(
  textures: Textures.TextureManager,
  key: string,
  width: number,
  height: number,
): Textures.CanvasTexture {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const texture = textures.addCanvas(key, canvas);
  if (texture === null) throw new Error(`The texture ${key} exists already.`);
  return texture;
}
