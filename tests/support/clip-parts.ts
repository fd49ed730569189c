import { deflateSync } from 'node:zlib';
import { CLIP_FORMAT } from '../../src/domain/clip/clip-file.ts';
import type { Frame } from '../../src/domain/frame/frame.ts';
import { sectorInside } from '../../src/domain/frame/mask.ts';

/** The files of a kept clip of frames, by their names. */
export function clipFiles(frames: readonly Frame[], name: string): Readonly<Record<string, Uint8Array>> {
  const { width, height, sector } = frames[0]!;
  const inside = sectorInside(sector, width, height);
  const packed = frames.map(({ grey }) => deflateSync(grey.map((level, at) => level * inside[at]!)));
  const clip = {
    format: CLIP_FORMAT,
    savedAtMs: 0,
    from: 'file',
    width,
    height,
    sector,
    isScaleAssumed: false,
    timesMs: frames.map((_, at) => 40 * at),
    lengths: packed.map(({ length }) => length),
  };
  const text = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  return {
    'clip.json': text(clip),
    'frames.bin': Uint8Array.from(Buffer.concat(packed)),
    'name.json': text({ name }),
  };
}
