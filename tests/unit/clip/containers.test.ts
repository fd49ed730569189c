import { describe, expect, it } from 'vitest';
import { byteWindow } from '../../../src/adapters/clip/byte-window.ts';
import { containerCheck } from '../../../src/adapters/clip/container-check.ts';
import type { VideoTimes } from '../../../src/adapters/clip/video-times.ts';
import { videoFileOpen, videoTimes, videoWhole } from '../../../src/adapters/clip/video-track.ts';
import { InputError } from '../../../src/domain/frame/input-error.ts';
import { type Encoded, mp4Write, webmWrite } from '../../browser/clip/video-make.ts';
import { randomSeeded } from '../geometry/synthetic-screen.ts';

/** Stand-ins for encoded pictures: sizes, times and key flags are what the containers carry. */
function picturesMake(count: number): readonly Encoded[] {
  return Array.from({ length: count }, (_, i) => ({
    data: new Uint8Array(50 + 7 * i).fill(i + 1),
    isKey: i % 4 === 0,
    timeUs: 33_000 * i + (i % 3) * 1000,
  }));
}

async function timesOf(kind: 'mp4' | 'webm', bytes: Uint8Array<ArrayBuffer>): Promise<VideoTimes> {
  const file = await videoWhole(kind, new Blob([bytes]));
  const { track, close } = await videoFileOpen(file);
  try {
    return await videoTimes(track, file.size);
  } finally {
    close();
  }
}

const containers = [
  { kind: 'mp4', write: mp4Write },
  { kind: 'webm', write: webmWrite },
] as const;

describe.each(containers)('$kind', ({ kind, write }) => {
  it.each([1, 2, 9, 10])('of %i pictures gives the time of each, and its key picture', async (count) => {
    const { seconds, keys } = await timesOf(kind, write(picturesMake(count)));
    expect(seconds.map((time) => Math.round(time * 1e6))).toEqual(
      picturesMake(count).map(({ timeUs }) => timeUs),
    );
    expect(keys).toEqual(Array.from({ length: count }, (_, i) => i - (i % 4)));
  });

  it('cut short anywhere is known for what it is', async () => {
    const bytes = write(picturesMake(12));
    // From within the second element on: the first one alone is a whole file without pictures.
    for (let length = 24; length < bytes.length; length++) {
      const error = await timesOf(kind, bytes.slice(0, length)).catch((reason: unknown) => reason);
      expect(error, `cut after ${length} of ${bytes.length} bytes`).toBeInstanceOf(InputError);
      expect((error as InputError).code).toBe('file-damaged');
    }
  });

  it('whole is not taken for cut, with zeros behind it neither', async () => {
    const bytes = write(picturesMake(12));
    const padded = new Uint8Array(bytes.length + 40);
    padded.set(bytes);
    for (const file of [bytes, padded]) {
      const state = await containerCheck(kind, byteWindow(new Blob([file])));
      expect(state).toMatchObject({ isCutOff: false, hasIndex: true, isGarbled: false });
      expect((await timesOf(kind, file)).seconds.length).toBe(12);
    }
  });

  it('with 300 seeded mutations of its header neither hangs nor crashes', async () => {
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
      const outcome = await timesOf(kind, bytes).catch((error: unknown) => error);
      if (!(outcome instanceof Error)) continue;
      expect(outcome).toBeInstanceOf(InputError);
      expect(outcome.message).toMatch(/^[^\n]+\.$/);
    }
  });
});
