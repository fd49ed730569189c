import { describe, expect, it } from 'vitest';
import { byteWindow } from '../../../src/adapters/clip/byte-window.ts';
import { mp4Read } from '../../../src/adapters/clip/mp4-read.ts';
import type { VideoTrack } from '../../../src/adapters/clip/video-track.ts';
import { webmRead } from '../../../src/adapters/clip/webm-read.ts';
import { InputError } from '../../../src/domain/frame/input-error.ts';
import { CLIP_HEIGHT, CLIP_WIDTH, type Encoded, mp4Write, webmWrite } from '../../browser/clip/video-make.ts';
import { randomSeeded } from '../geometry/synthetic-screen.ts';

/** Stand-ins for encoded pictures: sizes, times and key flags are what the containers carry. */
function picturesMake(count: number): readonly Encoded[] {
  return Array.from({ length: count }, (_, i) => ({
    data: new Uint8Array(50 + 7 * i).fill(i + 1),
    isKey: i % 4 === 0,
    timeUs: 33_000 * i + (i % 3) * 1000,
  }));
}

const readers = [
  { name: 'MP4', write: mp4Write, read: mp4Read, codec: 'vp09.00.10.08' },
  { name: 'WebM', write: webmWrite, read: webmRead, codec: 'vp8' },
];

describe.each(readers)('$name', ({ write, read, codec }) => {
  const open = (bytes: Uint8Array<ArrayBuffer>): Promise<VideoTrack | null> =>
    read(byteWindow(new Blob([bytes])));

  it.each([1, 2, 9, 10])('of %i pictures gives the place, time and kind of each', async (count) => {
    const pictures = picturesMake(count);
    const bytes = write(pictures);
    const track = await open(bytes);
    expect(track).toMatchObject({ codec, width: CLIP_WIDTH, height: CLIP_HEIGHT, isCutOff: false });
    expect(track?.samples.map(({ timeUs, isKey }) => ({ timeUs, isKey }))).toEqual(
      pictures.map(({ timeUs, isKey }) => ({ timeUs, isKey })),
    );
    track?.samples.forEach(({ offset, size }, i) => {
      expect(bytes.slice(offset, offset + size)).toEqual(pictures[i]!.data);
    });
  });

  it('cut short anywhere is known for what it is', async () => {
    const bytes = write(picturesMake(12));
    // From within the second element on: the first one alone is a whole file without pictures.
    for (let length = 24; length < bytes.length; length++) {
      const outcome = await open(bytes.slice(0, length)).catch((error: unknown) => error);
      const isKnown =
        outcome instanceof InputError
          ? outcome.code === 'file-damaged'
          : (outcome as VideoTrack | null)?.isCutOff === true;
      expect(isKnown, `cut after ${length} of ${bytes.length} bytes`).toBe(true);
    }
  });

  it('with 300 seeded mutations of its header neither hangs nor crashes, and names no bytes it does not have', async () => {
    const random = randomSeeded(23);
    const original = write(picturesMake(12));
    // The MP4's index lies behind its pictures: damage both ends.
    const reach = Math.min(original.length, 900);
    for (let trial = 0; trial < 300; trial++) {
      const bytes = original.slice(
        0,
        trial % 4 === 0 ? Math.ceil(random() * original.length) : original.length,
      );
      const flips = 1 + Math.floor(random() * 8);
      for (let flip = 0; flip < flips; flip++) {
        const near = Math.floor(random() * reach);
        const at = random() < 0.5 ? near : original.length - 1 - near;
        if (at < bytes.length) bytes[at] = random() < 0.3 ? 255 : Math.floor(random() * 256);
      }
      const outcome = await open(bytes).catch((error: unknown) => error);
      if (outcome instanceof Error) {
        expect(outcome).toBeInstanceOf(InputError);
        expect(outcome.message).toMatch(/^[^\n]+\.$/);
      }
      for (const { offset, size } of (outcome as VideoTrack | null)?.samples ?? []) {
        expect(offset + size).toBeLessThanOrEqual(bytes.length);
      }
    }
  });
});
