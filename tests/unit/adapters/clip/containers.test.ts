import { describe, expect, it } from 'vitest';
import { containerCheck } from '../../../../src/adapters/clip/container-check.ts';
import type { VideoTimes } from '../../../../src/adapters/clip/video-times.ts';
import { videoFileOpen, videoTimes, videoWhole } from '../../../../src/adapters/clip/video-track.ts';
import { byteWindow } from '../../../../src/formats/files/byte-window.ts';
import { InputError } from '../../../../src/formats/files/input-error.ts';
import { messageSentence } from '../../../../src/ui/sentences/message-sentence.ts';
import { type Encoded, mp4Write, webmWrite } from '../../../browser/adapters/clip/video-make.ts';
import { sentenceOf } from '../../../support/facts.ts';
import { repetitions } from '../../../support/repetitions.ts';
import { randomSeeded } from '../../sector/synthetic-screen.ts';

/** First bytes of a picture that is shown: VP9 in the MP4, VP8 in the WebM. */
const FIRST_BYTE = { mp4: { key: 0x82, delta: 0x86 }, webm: { key: 0x10, delta: 0x11 } } as const;

/** Stand-ins for encoded pictures: sizes, times and key flags are what the containers carry. */
function picturesMake(kind: 'mp4' | 'webm', count: number, firstKey = 0): readonly Encoded[] {
  return Array.from({ length: count }, (_, i) => {
    const isKey = i >= firstKey && (i - firstKey) % 4 === 0;
    const data = new Uint8Array(50 + 7 * i).fill(i + 1);
    data[0] = FIRST_BYTE[kind][isKey ? 'key' : 'delta'];
    return { data, isKey, timeUs: 33_000 * i + (i % 3) * 1000 };
  });
}

async function timesOf(kind: 'mp4' | 'webm', bytes: Uint8Array<ArrayBuffer>): Promise<VideoTimes> {
  const file = await videoWhole(kind, new Blob([bytes]));
  const { track, close } = await videoFileOpen(file);
  try {
    return await videoTimes(track, kind, file);
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
    const { timesMs, places, keys, isCounted, notes } = await timesOf(kind, write(picturesMake(kind, count)));
    expect(timesMs).toEqual(picturesMake(kind, count).map(({ timeUs }) => timeUs / 1000));
    expect(places).toEqual([...timesMs.keys()]);
    expect(keys).toEqual(Array.from({ length: count }, (_, i) => i - (i % 4)));
    expect({ isCounted, notes }).toEqual({ isCounted: false, notes: [] });
  });

  it('cut short anywhere is known for what it is', async () => {
    const bytes = write(picturesMake(kind, 12));
    // From within the second element on: the first one alone is a whole file without pictures.
    for (let length = 24; length < bytes.length; length++) {
      const error = await timesOf(kind, bytes.slice(0, length)).catch((reason: unknown) => reason);
      expect(error, `cut after ${length} of ${bytes.length} bytes`).toBeInstanceOf(InputError);
      expect((error as InputError).code).toBe('file-damaged');
    }
  });

  it('whole is not taken for cut, with zeros behind it neither', async () => {
    const bytes = write(picturesMake(kind, 12));
    const padded = new Uint8Array(bytes.length + 40);
    padded.set(bytes);
    for (const file of [bytes, padded]) {
      const state = await containerCheck(kind, byteWindow(new Blob([file])));
      expect(state).toMatchObject({ isCutOff: false, hasIndex: true, isGarbled: false });
      expect((await timesOf(kind, file)).timesMs.length).toBe(12);
    }
  });

  it('that does not begin with a key picture is opened from the first one on, and that is said', async () => {
    const { timesMs, keys, notes } = await timesOf(kind, write(picturesMake(kind, 12, 5)));
    const times = picturesMake(kind, 12).map(({ timeUs }) => timeUs / 1000);
    expect(timesMs).toEqual(times.slice(5).map((timeMs) => timeMs - times[5]!));
    expect(keys).toEqual([0, 0, 0, 0, 4, 4, 4]);
    expect(notes.map(messageSentence)).toEqual([
      'The first 5 images of the video cannot be decoded without what was cut off before them, and are left out.',
    ]);
  });

  it('with packets that show nothing counts pictures', async () => {
    const pictures = picturesMake(kind, 12).map((picture, i) => {
      if (i !== 6) return picture;
      const data = picture.data.slice();
      data[0] = kind === 'mp4' ? 0x84 : 0x01;
      return { ...picture, data };
    });
    const { timesMs, keys, isCounted } = await timesOf(kind, write(pictures));
    expect(timesMs).toEqual(pictures.filter((_, i) => i !== 6).map(({ timeUs }) => timeUs / 1000));
    expect(keys).toEqual([0, 0, 0, 0, 4, 4, 4, 7, 7, 7, 7]);
    expect(isCounted).toBe(true);
  });

  it('with seeded mutations of its header neither hangs nor crashes', async () => {
    const random = randomSeeded(23);
    const original = write(picturesMake(kind, 12));
    // The MP4's index lies behind its pictures: damage both ends.
    const reach = Math.min(original.length, 900);
    for (let trial = 0; trial < repetitions(100, 1000); trial++) {
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
      expect(sentenceOf(outcome)).toMatch(/^[^\n]+\.$/);
    }
  });
});

describe('an MP4', () => {
  it('with bytes of something else behind its end is whole', async () => {
    const bytes = mp4Write(picturesMake('mp4', 12));
    const tails = [
      [1],
      [...new TextEncoder().encode('appended by a mail program')],
      [255, 0, 0, 9, 1, 2, 3, 4],
    ];
    for (const tail of tails) {
      const file = Uint8Array.from([...bytes, ...tail]);
      expect((await timesOf('mp4', file)).timesMs).toHaveLength(12);
    }
  });

  it('whose chunks state more samples than there are is refused at once', async () => {
    const bytes = mp4Write(picturesMake('mp4', 12));
    const stsc = new TextDecoder('latin1').decode(bytes).indexOf('stsc');
    bytes[stsc + 16] = 0x40;
    const error = await timesOf('mp4', bytes).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'file-damaged' });
  });

  it('with an edit list is what the list shows, and its times begin there', async () => {
    const pictures = picturesMake('mp4', 60);
    const times = pictures.map(({ timeUs }) => timeUs / 1000);
    const { timesMs, places } = await timesOf(
      'mp4',
      mp4Write(pictures, { edits: [{ durationMs: 0, mediaTimeUs: pictures[20]!.timeUs }] }),
    );
    expect(places).toEqual(Array.from({ length: 40 }, (_, i) => 20 + i));
    expect(timesMs).toEqual(times.slice(20).map((timeMs) => timeMs - times[20]!));
  });
});
